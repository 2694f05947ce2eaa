import { useRef } from 'react';

/** As long as on a product tile, ms. */
const HOLD_MS = 450;

interface HoldHandlers {
  readonly onClick: (event: { readonly detail: number }) => void;
  readonly onPointerDown: () => void;
  readonly onPointerUp: () => void;
  readonly onPointerLeave: () => void;
  readonly onPointerCancel: () => void;
  readonly onContextMenu: (event: { preventDefault: () => void }) => void;
}

/** A long press, or Enter on a keyboard. A short tap does nothing: fingers rest on a cart. */
export function useHold(onHold: () => void): HoldHandlers {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const cancel = (): void => clearTimeout(timer.current);
  return {
    onClick: ({ detail }) => {
      if (detail === 0) onHold();
    },
    onPointerDown: () => {
      cancel();
      timer.current = setTimeout(onHold, HOLD_MS);
    },
    onPointerUp: cancel,
    onPointerLeave: cancel,
    onPointerCancel: cancel,
    onContextMenu: (event) => event.preventDefault(),
  };
}
