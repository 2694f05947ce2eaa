import { formatCLP, Money, Sheet } from '@libs/ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../parts/Notice';
import { useOpenPayments, useTakeUp } from './open-payments';
import type { PaymentIntent } from './wire';

interface OpenPaymentsBadgeProps {
  readonly employeeId: string;
  readonly sessionId: string;
}

/** Card payments that have to be settled before the register is counted: always in view, one tap to the only one. */
export function OpenPaymentsBadge({ employeeId, sessionId }: OpenPaymentsBadgeProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [listing, setListing] = useState(false);
  const open = useOpenPayments(employeeId, sessionId);
  const take = useTakeUp(employeeId, () => {
    setListing(false);
    void navigate({ to: '/' });
  });
  if (open.length === 0) return null;
  const [only] = open.length === 1 ? open : [];
  return (
    <>
      <button
        type="button"
        className="n-press pos-openbadge"
        aria-busy={take.isPending || undefined}
        onClick={() => (only ? take.mutate(only) : setListing(true))}
      >
        <IconAlertTriangle size={24} stroke={2} aria-hidden />
        <span className="pos-openbadge__count" aria-hidden>
          {open.length}
        </span>
        <span className="pos-openbadge__words">{t('card.open', { count: open.length })}</span>
      </button>
      {listing && (
        <Sheet opened onClose={() => setListing(false)} title={t('card.open_title')}>
          <ul className="pos-list">
            {open.map((payment) => (
              <li key={payment.id}>
                <button
                  type="button"
                  className="n-press pos-list__row pos-openrow"
                  aria-label={`${formatCLP(payment.amount)}, ${t(`card.open_status.${statusOf(payment)}`)}`}
                  onClick={() => take.mutate(payment)}
                >
                  <span className="pos-list__words">{t(`card.open_status.${statusOf(payment)}`)}</span>
                  <Money pesos={payment.amount} size="price" />
                </button>
              </li>
            ))}
          </ul>
          <FailureNotice error={take.error} />
        </Sheet>
      )}
    </>
  );
}

function statusOf({ status }: PaymentIntent): 'unknown' | 'approved' | 'going_on' {
  if (status === 'UNKNOWN') return 'unknown';
  return status === 'APPROVED' ? 'approved' : 'going_on';
}
