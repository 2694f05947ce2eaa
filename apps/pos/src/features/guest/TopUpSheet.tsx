import { isUnknown, useWrite } from '@libs/screen';
import { BigButton, formatCLP, Money, NumPad, pressKey, QrCode, Sheet } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import type { CardProvider, TopUp } from '../../app/wire';
import { MethodIcon } from '../../parts/methods';
import { FailureNotice, Notice } from '../../parts/Notice';
import type { TillGuest } from '../../till/guest';

interface TopUpSheetProps {
  readonly guest: TillGuest;
  readonly sessionId: string;
  /** Whether cash and cards are taken here. */
  readonly cash: boolean;
  readonly provider: CardProvider | null;
  /** Why nothing can be taken now. */
  readonly blocked: string | null;
  /** Pesos that are in the wallet now. */
  readonly onPaid: (pesos: number) => void;
  readonly onClose: () => void;
}

const SUMS = [5_000, 10_000, 20_000, 30_000] as const;
const MOST_DIGITS = 7;
/** Between two looks at a card that is being charged, ms. */
const LOOK_AGAIN_MS = 1_500;

/** Money into a guest's wallet, in cash or by card. No sale: the house owes it. */
export function TopUpSheet(props: TopUpSheetProps): ReactNode {
  const { guest, sessionId, cash, provider, blocked, onPaid, onClose } = props;
  const { t } = useTranslation();
  const [digits, setDigits] = useState('');
  const [voucher, setVoucher] = useState('');
  const [waiting, setWaiting] = useState<TopUp | null>(null);
  const amount = Number(digits);
  const take = useWrite(
    (method: 'cash' | 'card', key) =>
      api.takeTopUp(
        guest.customerId,
        {
          ...{ register_session_id: sessionId, amount, method },
          ...(method === 'card' && provider === 'manual' ? { voucher: voucher.trim() } : {}),
        },
        key,
      ),
    (topUp) => {
      if (topUp.status === 'PAID') onPaid(topUp.amount);
      else setWaiting(topUp);
    },
  );
  if (waiting) {
    return (
      <CardTopUp guest={guest} begun={waiting} onPaid={onPaid} onBack={() => setWaiting(null)} onClose={onClose} />
    );
  }
  // Nobody knows whether it was taken: only the same one may be asked for again, and not forgotten.
  const unsure = isUnknown(take.error);
  const closed = blocked !== null || amount === 0 || take.isPending;
  const closedFor = (method: 'cash' | 'card'): boolean => closed || (unsure && take.variables !== method);
  const needsVoucher = provider === 'manual' && voucher.trim() === '';
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('top_up.title', { name: guest.firstName })}
      size="wide"
      locked={take.isPending || unsure}
      footer={
        <div className="pos-topup__acts">
          {cash && (
            <BigButton
              look="primary"
              size="method"
              icon={<MethodIcon method="cash" size={26} />}
              busy={take.isPending && take.variables === 'cash'}
              disabled={closedFor('cash') || amount % 10 !== 0}
              onPress={() => take.mutate('cash')}
            >
              {t('top_up.cash', { amount: formatCLP(amount) })}
            </BigButton>
          )}
          {provider && (
            <BigButton
              size="method"
              icon={<MethodIcon method="card" size={26} />}
              busy={take.isPending && take.variables === 'card'}
              disabled={closedFor('card') || needsVoucher}
              onPress={() => take.mutate('card')}
            >
              {t('top_up.card', { amount: formatCLP(amount) })}
            </BigButton>
          )}
        </div>
      }
    >
      <div className="pos-identify">
        <div className="pos-stack">
          <p className="pos-label">{t('top_up.now')}</p>
          <Money pesos={guest.purse?.balance ?? 0} size="price" />
          <p className="pos-label">{t('top_up.amount')}</p>
          <Money pesos={amount} size="due" />
          <p className="pos-text2">{t('top_up.after', { amount: formatCLP((guest.purse?.balance ?? 0) + amount) })}</p>
          <div className="pos-chips" role="group" aria-label={t('charge.likely')}>
            {SUMS.map((sum) => (
              <button
                key={sum}
                type="button"
                className="n-press pos-chip"
                aria-pressed={amount === sum}
                disabled={take.isPending || unsure}
                onClick={() => setDigits(String(sum))}
              >
                {formatCLP(sum)}
              </button>
            ))}
          </div>
          {provider === 'manual' && (
            <>
              <label className="pos-label" htmlFor="top-up-voucher">
                {t('voucher.card_label')}
              </label>
              <input
                id="top-up-voucher"
                className="pos-input"
                value={voucher}
                maxLength={30}
                autoComplete="off"
                inputMode="numeric"
                disabled={take.isPending || unsure}
                onChange={(event) => setVoucher(event.target.value)}
              />
            </>
          )}
          {blocked && <Notice>{blocked}</Notice>}
          <FailureNotice error={take.error} />
        </div>
        <NumPad
          kind="cash"
          keyboard
          disabled={take.isPending || unsure}
          onKey={(key) => setDigits(pressKey(digits, key, MOST_DIGITS))}
        />
      </div>
    </Sheet>
  );
}

interface CardTopUpProps extends Pick<TopUpSheetProps, 'guest' | 'onPaid' | 'onClose'> {
  readonly begun: TopUp;
  readonly onBack: () => void;
}

/** Follows the card until its money is there or it is certain that none comes. It counts also when this sheet is closed. */
function CardTopUp({ guest, begun, onPaid, onBack, onClose }: CardTopUpProps): ReactNode {
  const { t } = useTranslation();
  const { data: topUp = begun, isError } = useQuery({
    queryKey: ['top-up', begun.uuid],
    queryFn: () => api.topUp(guest.customerId, begun.uuid),
    refetchInterval: ({ state }) => (state.data && state.data.status !== 'PENDING' ? false : LOOK_AGAIN_MS),
    staleTime: 0,
  });
  const cancel = useWrite((id: string, key) => api.cancelPayment(id, key));
  const paid = useEffectEvent(() => onPaid(begun.amount));
  useEffect(() => {
    if (topUp.status === 'PAID') paid();
  }, [topUp.status]);
  const failed = topUp.status === 'FAILED';
  const intentId = begun.payment_intent_id;
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('top_up.title', { name: guest.firstName })}
      footer={
        failed ? (
          <BigButton look="primary" size="method" wide onPress={onBack}>
            {t('top_up.again')}
          </BigButton>
        ) : (
          <BigButton
            look="danger"
            size="method"
            wide
            busy={cancel.isPending}
            disabled={cancel.isSuccess}
            onPress={() => intentId && cancel.mutate(intentId)}
          >
            {t('top_up.cancel')}
          </BigButton>
        )
      }
    >
      <div className="pos-stack" role="status">
        <Money pesos={begun.amount} size="due" />
        {failed ? (
          <Notice tone="bad">{t('top_up.failed')}</Notice>
        ) : (
          <p className="pos-voucher__step">{t(topUp.payment_url ? 'top_up.page' : 'top_up.waiting')}</p>
        )}
        {!failed && topUp.payment_url && <QrCode value={topUp.payment_url} size={256} />}
        {cancel.isSuccess && !failed && <p className="pos-text2">{t('top_up.cancelling')}</p>}
        {isError && <Notice>{t('top_up.no_answer')}</Notice>}
        <FailureNotice error={cancel.error} />
      </div>
    </Sheet>
  );
}
