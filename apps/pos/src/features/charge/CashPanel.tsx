import { BigButton, formatCLP, Money, NumPad, pressKey, quickTenders } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface CashPanelProps {
  /** What is due in cash, rounded by law. */
  readonly due: number;
  readonly busy: boolean;
  readonly disabled: boolean;
  /** Hears what the guest handed over. */
  readonly onTendered: (pesos: number) => void;
}

const MOST_DIGITS = 7;

/** Exact, the sums that notes make, or any other: the change is written before it is taken. */
export function CashPanel({ due, busy, disabled, onTendered }: CashPanelProps): ReactNode {
  const { t } = useTranslation();
  const [digits, setDigits] = useState('');
  const [taken, setTaken] = useState<number | null>(null);
  const typed = Number(digits);
  const enough = digits !== '' && typed >= due;
  const take = (pesos: number): void => {
    if (busy || disabled) return;
    setTaken(pesos);
    onTendered(pesos);
  };
  return (
    <div className="pos-cash">
      <div className="pos-cash__sums" role="group" aria-label={t('charge.likely')}>
        {quickTenders(due).map((sum, index) => (
          <button
            key={sum}
            type="button"
            className="n-press pos-sum"
            data-exact={index === 0 || undefined}
            disabled={disabled}
            aria-busy={(busy && taken === sum) || undefined}
            aria-disabled={busy || undefined}
            onClick={() => take(sum)}
          >
            <Money pesos={sum} />
            <span className="pos-sum__change">
              {index === 0 ? t('charge.exact') : t('charge.change', { amount: formatCLP(sum - due) })}
            </span>
            {busy && taken === sum && <span className="n-button__progress" aria-hidden />}
          </button>
        ))}
      </div>
      <div className="pos-cash__pad">
        <p className="pos-typed" role="status">
          <span>{enough ? t('charge.change', { amount: formatCLP(typed - due) }) : t('charge.other')}</span>
          <strong data-empty={digits === '' || undefined}>{digits === '' ? '$' : formatCLP(typed)}</strong>
        </p>
        <NumPad
          kind="cash"
          keyboard
          disabled={disabled || busy}
          onKey={(key) => setDigits(pressKey(digits, key, MOST_DIGITS))}
        />
        <BigButton
          look="primary"
          size="method"
          wide
          disabled={!enough || disabled}
          busy={busy && taken === typed}
          onPress={() => take(typed)}
        >
          {t('charge.act')}
        </BigButton>
      </div>
    </div>
  );
}
