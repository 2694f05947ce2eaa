import type { ReactNode } from 'react';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'normal' | 'method' | 'result';

interface BigButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** `primary` bone white, one a screen; `plain` grey; `quiet` text only; `danger` money or goods go out. */
  readonly look?: ButtonLook;
  /** Height: 60, 88 (payment methods) or 108 px (result screens). */
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
  /** Icon above the word, as payment methods have it. */
  readonly stacked?: boolean;
  /** A second, lesser text at the right end: the change that a sum gives. */
  readonly trailing?: ReactNode;
  /** Takes the whole width. */
  readonly wide?: boolean;
  readonly disabled?: boolean;
  /** The action is under way: shows progress and takes no more presses. */
  readonly busy?: boolean;
  readonly type?: 'button' | 'submit';
}

/** The button of the tills, 60 px and more: `<BigButton look="primary" wide onPress={charge}>Cobrar</BigButton>` */
export function BigButton({
  children,
  onPress,
  look = 'plain',
  size = 'normal',
  icon,
  stacked = false,
  trailing,
  wide = false,
  disabled = false,
  busy = false,
  type = 'button',
}: BigButtonProps): ReactNode {
  const classes = ['n-press', 'n-button', `n-button--${look}`, `n-button--${size}`];
  if (stacked) classes.push('n-button--stacked');
  if (trailing !== undefined) classes.push('n-button--trailing');
  if (wide) classes.push('n-button--wide');
  return (
    <button
      type={type}
      className={classes.join(' ')}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onPress?.();
      }}
    >
      {icon && (
        <span className="n-button__icon" aria-hidden>
          {icon}
        </span>
      )}
      <span>{children}</span>
      {trailing !== undefined && <span className="n-button__trailing">{trailing}</span>}
      {busy && <span className="n-button__progress" aria-hidden />}
    </button>
  );
}
