import { type RefObject, useEffect, useState } from 'react';

export interface Edges {
  readonly before: boolean;
  readonly after: boolean;
}

/** Whether a strip that scrolls sideways hides something before or after what is in view. */
export function useEdges(strip: RefObject<HTMLElement | null>): Edges {
  const [edges, setEdges] = useState<Edges>({ before: false, after: false });
  useEffect(() => {
    const element = strip.current;
    if (!element) return;
    const look = (): void => {
      const rest = element.scrollWidth - element.clientWidth - element.scrollLeft;
      const next = { before: element.scrollLeft > 2, after: rest > 2 };
      setEdges((now) => (now.before === next.before && now.after === next.after ? now : next));
    };
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [strip]);
  return edges;
}
