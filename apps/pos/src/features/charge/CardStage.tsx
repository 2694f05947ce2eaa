import { formatCLP, TapGuard } from '@libs/ui';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './card.css';

/** Calm while it goes on, green, red, amber where a person has to act, neutral where nothing happened. */
export type StageLook = 'calm' | 'silent' | 'ok' | 'bad' | 'neutral' | 'unknown';

interface StageProps {
  readonly look: StageLook;
  readonly icon: ReactNode;
  /** Who takes the card. */
  readonly who: string;
  readonly title: string;
  /** Whole pesos. */
  readonly amount: number;
  readonly detail?: ReactNode;
  /** Seconds that run, or minutes that are left. */
  readonly clock?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/**
 * A card payment over the whole screen: what happens, how much, since when, and what may be done. A new face hears
 * nothing for its first moment: a second tap on what was there before must not charge.
 */
export function CardStage(props: StageProps): ReactNode {
  const { look, icon, who, title, amount, detail, clock, children, actions } = props;
  const { t } = useTranslation();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [look]);
  const [guard] = useState(() => new TapGuard());
  const holdTaps = (event: MouseEvent): void => {
    const byKeyboard = event.detail === 0;
    if (byKeyboard || guard.ready) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <main className="pos-card" onClickCapture={holdTaps} data-look={look} aria-labelledby={id}>
      <header className="pos-card__head">
        <span>{who}</span>
        {clock}
      </header>
      <div className="pos-card__body">
        <div className="pos-card__what">
          <span className="pos-card__icon" aria-hidden>
            {icon}
          </span>
          <div className="pos-card__words">
            <h1 id={id} ref={heading} tabIndex={-1} className="pos-card__title" aria-live="polite">
              {title}
            </h1>
            <p className="pos-card__amount">
              <span className="n-hidden">{t('card.amount')} </span>
              {formatCLP(amount)}
            </p>
            {detail !== undefined && <div className="pos-card__detail">{detail}</div>}
          </div>
        </div>
        {children}
      </div>
      {actions !== undefined && <footer className="pos-card__acts">{actions}</footer>}
    </main>
  );
}

interface StageButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** A second line in smaller letters. */
  readonly small?: string;
  readonly lesser?: boolean;
  readonly busy?: boolean;
  readonly disabled?: boolean;
}

/** An action in the colours of the stage, 76 px and more. */
export function StageButton({
  children,
  onPress,
  small,
  lesser = false,
  busy = false,
  disabled = false,
}: StageButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="n-press pos-card__button"
      data-lesser={lesser || undefined}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      disabled={disabled}
      onClick={() => {
        if (!busy) onPress();
      }}
    >
      <span>{children}</span>
      {small && <small>{small}</small>}
    </button>
  );
}
