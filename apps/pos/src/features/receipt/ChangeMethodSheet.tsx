import { useWrite } from '@libs/screen';
import { BigButton, cashRound, formatCLP, Sheet, signal } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import type { AskedPayment, Sale } from '../../app/wire';
import { MethodIcon } from '../../parts/methods';
import { FailureNotice } from '../../parts/Notice';
import type { Method } from '../../till/split';

/** A wallet gives its money back when the sale is cancelled, never by changing how it was paid. */
type ByHand = Exclude<Method, 'wallet'>;

interface ChangeMethodSheetProps {
  readonly sale: Sale;
  readonly methods: readonly Method[];
  readonly onClose: () => void;
  readonly onChanged: (sale: Sale) => void;
}

const MOST_LETTERS = 60;

/** The guest paid another way after all. Two minutes, by the same person, and it is written down. */
export function ChangeMethodSheet({ sale, methods, onClose, onChanged }: ChangeMethodSheetProps): ReactNode {
  const { t } = useTranslation();
  const before = sale.payments.length === 1 ? sale.payments[0]?.method : undefined;
  const choices = methods.filter((method): method is ByHand => method !== 'wallet' && method !== before);
  const [method, setMethod] = useState<ByHand | undefined>(choices.length === 1 ? choices[0] : undefined);
  const [reference, setReference] = useState('');
  const change = useWrite(
    (payments: AskedPayment[], key) => api.changePayments(sale.id, payments, key),
    (changed) => {
      signal('ok');
      onChanged(changed);
    },
  );
  const missing = method !== 'cash' && reference.trim() === '';
  const send = (): void => {
    if (!method) return;
    const payment: AskedPayment = { method, amount: sale.total_amount };
    change.mutate([method === 'cash' ? payment : { ...payment, reference: reference.trim() }]);
  };
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('change.title')}
      footer={
        <BigButton look="primary" busy={change.isPending} disabled={!method || missing} onPress={send}>
          {t('change.act')}
        </BigButton>
      }
    >
      <div className="pos-stack">
        <p className="pos-text2">{t('change.detail', { amount: formatCLP(sale.total_amount) })}</p>
        <div className="pos-split__methods">
          {choices.map((choice) => (
            <button
              key={choice}
              type="button"
              className="n-press pos-choice"
              aria-pressed={method === choice}
              onClick={() => setMethod(choice)}
            >
              <MethodIcon method={choice} size={26} />
              {t(`method.${choice}`)}
            </button>
          ))}
        </div>
        {method === 'cash' && (
          <p className="pos-text2">{t('change.cash', { amount: formatCLP(cashRound(sale.total_amount)) })}</p>
        )}
        {method && method !== 'cash' && (
          <>
            <label className="pos-label" htmlFor="change-voucher">
              {t(`voucher.${method}_label`)}
            </label>
            <input
              id="change-voucher"
              className="pos-input"
              value={reference}
              maxLength={MOST_LETTERS}
              autoComplete="off"
              onChange={(event) => setReference(event.target.value)}
            />
          </>
        )}
        <FailureNotice error={change.error} />
      </div>
    </Sheet>
  );
}
