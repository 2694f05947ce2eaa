import { type RefObject, useEffect, useState } from 'react';

export interface Edges {
  readonly before: boolean;
  readonly after: boolean;
}

/** Whether something that scrolls hides a part before or after what is in view: sideways, or up and down. */
export function useEdges(strip: RefObject<HTMLElement | null>, way: 'sideways' | 'down' = 'sideways'): Edges {
  const [edges, setEdges] = useState<Edges>({ before: false, after: false });
  useEffect(() => {
    const element = strip.current;
    if (!element) return;
    const look = (): void => {
      const [whole, seen, gone] =
        way === 'down'
          ? [element.scrollHeight, element.clientHeight, element.scrollTop]
          : [element.scrollWidth, element.clientWidth, element.scrollLeft];
      const next = { before: gone > 2, after: whole - seen - gone > 2 };
      setEdges((now) => (now.before === next.before && now.after === next.after ? now : next));
    };
    const resized = new ResizeObserver(look);
    resized.observe(element);
    for (const child of element.children) resized.observe(child);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [strip, way]);
  return edges;
}
