import type { ReactNode } from 'react';

interface KeyButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** Needed when the key shows an icon and no text. */
  readonly label?: string;
  /** No surface of its own, as the delete key. */
  readonly bare?: boolean;
  readonly disabled?: boolean;
}

/** One key of a pad. Answers every press, however fast: keys have no double-tap guard. */
export function KeyButton({ children, onPress, label, bare = false, disabled = false }: KeyButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={bare ? 'n-press n-key n-key--bare' : 'n-press n-key'}
      aria-label={label}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
