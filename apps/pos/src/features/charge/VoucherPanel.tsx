import { BigButton, Money, NumPad, pressKey } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface VoucherPanelProps {
  readonly method: 'card' | 'transfer';
  /** Whole pesos to charge. */
  readonly amount: number;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onReference: (reference: string) => void;
}

const MOST_LETTERS = 60;

/** Paid outside of the till, on a terminal or by transfer: the number of the voucher is what proves it. */
export function VoucherPanel({ method, amount, busy, disabled, onReference }: VoucherPanelProps): ReactNode {
  const { t } = useTranslation();
  const [reference, setReference] = useState('');
  const text = reference.trim();
  return (
    <form
      className="pos-voucher"
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== '' && !busy && !disabled) onReference(text);
      }}
    >
      <div className="pos-voucher__words">
        <p className="pos-voucher__step">{t(`voucher.${method}_step`)}</p>
        <Money pesos={amount} size="due" />
        <label className="pos-label" htmlFor="voucher">
          {t(`voucher.${method}_label`)}
        </label>
        <input
          id="voucher"
          className="pos-input pos-voucher__input"
          value={reference}
          maxLength={MOST_LETTERS}
          autoComplete="off"
          inputMode={method === 'card' ? 'numeric' : 'text'}
          disabled={busy}
          onChange={(event) => setReference(event.target.value)}
        />
        <p className="pos-text2">{t(`voucher.${method}_detail`)}</p>
      </div>
      <div className="pos-cash__pad">
        <NumPad
          kind="cash"
          disabled={busy || disabled}
          keyboard
          onKey={(key) => setReference((now) => pressKey(now, key, MOST_LETTERS, true))}
        />
        <BigButton type="submit" look="primary" size="method" wide busy={busy} disabled={text === '' || disabled}>
          {t('voucher.done')}
        </BigButton>
      </div>
    </form>
  );
}
