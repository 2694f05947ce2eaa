import { BigButton, cashRound, formatCLP, Money, NumPad, pressKey, StatusDot, uuidv7 } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedPayment, CardProvider } from '../../app/wire';
import { MethodIcon } from '../../parts/methods';
import type { TillGuest } from '../../till/guest';
import { toPayments } from '../../till/payments';
import {
  cardParts,
  equalShares,
  hasWallet,
  type Method,
  MOST_PARTS,
  nextDue,
  paidAmount,
  type Part,
  type PartPayment,
  payPart,
  shareOut,
  stillDue,
  unpayPart,
  waysBeside,
} from '../../till/split';
import { RefundSheet } from '../../parts/RefundSheet';
import { CardStart } from './CardScreen';
import { CashPanel } from './CashPanel';
import { VoucherPanel } from './VoucherPanel';
import { WalletPanel } from './WalletPanel';

interface SplitPanelProps {
  readonly total: number;
  readonly parts: readonly Part[];
  readonly methods: readonly Method[];
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly provider: CardProvider | null;
  readonly guest: TillGuest | null;
  /** How the next share is paid, where that was chosen before. */
  readonly startWith: Method | null;
  readonly onScan: () => void;
  readonly onParts: (parts: readonly Part[]) => void;
  readonly onPay: (payments: readonly AskedPayment[]) => void;
  readonly onCard: (amount: number, partId: string | null, voucher: string | null) => void;
}

const FROM_WALLET = { method: 'wallet', tendered: null, reference: null } as const;

/** Several guests pay: by equal shares or by any amount. The sale is made when the last share is paid. */
export function SplitPanel(props: SplitPanelProps): ReactNode {
  const { total, parts, methods, busy, disabled, onParts, onPay } = props;
  const { t } = useTranslation();
  const [taking, setTaking] = useState<Method | null>(props.startWith);
  const [sharing, setSharing] = useState(false);
  const part = nextDue(parts);
  const ways = waysBeside(parts, methods, props.provider !== null);
  const finish = (payment: PartPayment): void => {
    if (!part) return;
    const paid = payPart(parts, part.id, payment);
    onParts(paid);
    setTaking(null);
    if (stillDue(total, paid) === 0) onPay(toPayments(paid));
  };
  if (part && taking) {
    return (
      <div className="pos-stack pos-split__taking">
        <BigButton look="quiet" onPress={() => setTaking(null)}>
          {t('split.back')}
        </BigButton>
        {taking === 'wallet' ? (
          <WalletPanel
            guest={props.guest}
            amount={part.amount}
            rest={ways.filter((way) => way !== 'wallet' && (way !== 'card' || !props.provider))}
            busy={busy}
            disabled={disabled}
            onScan={props.onScan}
            onPay={(token) => finish({ ...FROM_WALLET, walletToken: token })}
            onShare={(token, amount, rest) => {
              const id = uuidv7();
              const shared = shareOut(total, parts, amount, [id, uuidv7()]);
              onParts(payPart(shared, id, { ...FROM_WALLET, walletToken: token }));
              setTaking(rest);
            }}
          />
        ) : taking === 'cash' ? (
          <CashPanel
            key={part.id}
            due={cashRound(part.amount)}
            busy={busy}
            disabled={disabled}
            onTendered={(tendered) => finish({ method: 'cash', tendered, reference: null })}
          />
        ) : taking === 'card' && props.provider ? (
          <CardStart
            key={part.id}
            provider={props.provider}
            amount={part.amount}
            disabled={disabled || busy}
            atOnce={false}
            onStart={(voucher) => props.onCard(part.amount, part.id, voucher)}
          />
        ) : (
          <VoucherPanel
            key={`${part.id}-${taking}`}
            method={taking}
            amount={part.amount}
            busy={busy}
            disabled={disabled}
            onReference={(reference) => finish({ method: taking, tendered: null, reference })}
          />
        )}
      </div>
    );
  }
  return (
    <div className="pos-split">
      <ShareList parts={parts} />
      {part && (
        <div className="pos-split__ways" role="group" aria-label={t('split.pay', { amount: formatCLP(part.amount) })}>
          <p className="pos-label">{t('split.pay', { amount: formatCLP(part.amount) })}</p>
          <div className="pos-split__methods">
            {ways.map((method) => (
              <BigButton
                key={method}
                size="method"
                stacked
                icon={<MethodIcon method={method} size={28} />}
                disabled={disabled}
                onPress={() => setTaking(method)}
              >
                {t(`method.${method}`)}
              </BigButton>
            ))}
          </div>
          {hasWallet(parts) && props.provider && <p className="pos-text2">{t('wallet.no_card')}</p>}
        </div>
      )}
      {!part && parts.length > 0 && (
        <BigButton
          look="primary"
          size="method"
          busy={busy}
          disabled={disabled}
          onPress={() => onPay(toPayments(parts))}
        >
          {t('charge.act')}
        </BigButton>
      )}
      {part && !sharing && (
        <BigButton look="quiet" disabled={busy} onPress={() => setSharing(true)}>
          {t('split.again')}
        </BigButton>
      )}
      {paidAmount(parts) < total && (sharing || !part) && (
        <Shares
          {...props}
          onParts={(shared) => {
            onParts(shared);
            setSharing(false);
          }}
        />
      )}
      {!busy && <GiveBack parts={parts} onParts={onParts} />}
    </div>
  );
}

/** Cards that were charged are given back one by one, each with somebody's yes; cash is handed back at once. */
function GiveBack({ parts, onParts }: Pick<SplitPanelProps, 'parts' | 'onParts'>): ReactNode {
  const { t } = useTranslation();
  const [refunding, setRefunding] = useState(false);
  const [charged] = cardParts(parts);
  const intentId = charged?.paid?.intentId;
  const inHand = paidAmount(parts.filter((part) => part.paid?.method !== 'wallet'));
  if (paidAmount(parts) === 0) return null;
  if (!charged || intentId === undefined) {
    return (
      <BigButton look="danger" onPress={() => onParts([])}>
        {inHand === 0 ? t('split.over') : t('split.give_back', { amount: formatCLP(inHand) })}
      </BigButton>
    );
  }
  return (
    <>
      <BigButton look="danger" onPress={() => setRefunding(true)}>
        {t('refund.part', { amount: formatCLP(charged.amount) })}
      </BigButton>
      {refunding && (
        <RefundSheet
          intentId={intentId}
          amount={charged.amount}
          onClose={() => setRefunding(false)}
          onDone={() => {
            setRefunding(false);
            onParts(unpayPart(parts, charged.id));
          }}
        />
      )}
    </>
  );
}

function ShareList({ parts }: { readonly parts: readonly Part[] }): ReactNode {
  const { t } = useTranslation();
  if (parts.length === 0) return null;
  return (
    <ol className="pos-list">
      {parts.map((part, index) => (
        <li key={part.id} className="pos-list__row">
          <span className="pos-list__words">
            <strong>{t('split.part', { number: index + 1 })}</strong>
            {part.paid ? (
              <StatusDot tone="ok">
                {part.paid.method === 'wallet'
                  ? t('split.from_wallet')
                  : t('split.paid', { method: t(`method.${part.paid.method}`) })}
                {changeOf(part) > 0 && ` · ${t('charge.change', { amount: formatCLP(changeOf(part)) })}`}
              </StatusDot>
            ) : (
              <StatusDot tone="warn">{t('split.pending')}</StatusDot>
            )}
          </span>
          <Money pesos={part.amount} size="price" />
        </li>
      ))}
    </ol>
  );
}

function changeOf(part: Part): number {
  return part.paid?.tendered == null ? 0 : part.paid.tendered - cashRound(part.amount);
}

function Shares({ total, parts, disabled, busy, onParts }: SplitPanelProps): ReactNode {
  const { t } = useTranslation();
  const [digits, setDigits] = useState('');
  const due = stillDue(total, parts);
  const typed = Number(digits);
  const amount = typed >= due ? due : Math.floor(typed / 10) * 10;
  const closed = disabled || busy;
  const paid = parts.filter((part) => part.paid);
  const counts = Array.from({ length: MOST_PARTS - 1 }, (_, index) => index + 2).filter((count) => due >= count * 10);
  const share = (count: number): void =>
    onParts([...paid, ...equalShares(due, count).map((one) => ({ id: uuidv7(), amount: one, paid: null }))]);
  return (
    <div className="pos-split__shares">
      <div className="pos-stack">
        <p className="pos-label">{t('split.equal')}</p>
        <div className="pos-chips" role="group" aria-label={t('split.equal')}>
          {counts.map((count) => (
            <button
              key={count}
              type="button"
              className="n-press pos-chip"
              disabled={closed}
              onClick={() => share(count)}
            >
              {t('split.guests', { count, amount: formatCLP(equalShares(due, count)[0] ?? 0) })}
            </button>
          ))}
        </div>
      </div>
      <div className="pos-stack pos-split__amount">
        <p className="pos-typed" role="status">
          <span>{t('split.amount')}</span>
          <strong data-empty={digits === '' || undefined}>{digits === '' ? '$' : formatCLP(amount)}</strong>
        </p>
        <NumPad kind="cash" disabled={closed} onKey={(key) => setDigits(pressKey(digits, key, 7))} />
        <BigButton
          wide
          disabled={closed || amount === 0}
          onPress={() => {
            onParts(shareOut(total, parts, amount, [uuidv7(), uuidv7()]));
            setDigits('');
          }}
        >
          {t('split.take')}
        </BigButton>
      </div>
    </div>
  );
}
