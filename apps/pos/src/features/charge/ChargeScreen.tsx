import { cashRound, formatCLP, Money, type Tab, Tabs, TapGuard, uuidv7 } from '@libs/ui';
import { IconArrowLeft, IconArrowsSplit2, IconGift } from '@tabler/icons-react';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedPayment, CardProvider } from '../../app/wire';
import { MethodIcon } from '../../parts/methods';
import { FailureNotice, Notice } from '../../parts/Notice';
import type { Cart } from '../../till/cart';
import type { TillGuest } from '../../till/guest';
import { type Method, paidAmount, type Part, payPart, shareOut, stillDue, waysBeside } from '../../till/split';
import { CardStart } from './CardScreen';
import { CashPanel } from './CashPanel';
import { CourtesyPanel } from './CourtesyPanel';
import { SplitPanel } from './SplitPanel';
import { VoucherPanel } from './VoucherPanel';
import { WalletPanel } from './WalletPanel';
import './charge.css';

export type Way = Method | 'split' | 'courtesy';

interface ChargeScreenProps {
  readonly cart: Cart;
  /** What the server asks for this cart, whole pesos. */
  readonly total: number;
  readonly startWith: Way;
  readonly methods: readonly Method[];
  /** Who takes the cards here; null where the voucher is typed. */
  readonly provider: CardProvider | null;
  /** The server has said what the cart costs. */
  readonly isPriced: boolean;
  /** The card goes out without another press, once the price is certain. */
  readonly cardAtOnce: boolean;
  readonly parts: readonly Part[];
  /** Whom the sale is for. */
  readonly guest: TillGuest | null;
  /** Asks for a guest's QR. */
  readonly onScan: () => void;
  /** The sale is on its way. */
  readonly busy: boolean;
  /** Why nothing can be charged now (no network); the sheet stays open and keeps what was typed. */
  readonly blocked: string | null;
  /** What the last attempt came to. */
  readonly error: unknown;
  /** A sentence about what changed since the products were tapped: prices, stock. */
  readonly notice: string | null;
  readonly needsYes: boolean;
  readonly onParts: (parts: readonly Part[]) => void;
  readonly onPay: (payments: readonly AskedPayment[]) => void;
  /** Charges a card: the whole sale, or one share of it. */
  readonly onCard: (amount: number, partId: string | null, voucher: string | null) => void;
  readonly onCourtesy: (reason: string, stepUpToken: string | null) => void;
  readonly onBack: () => void;
}

/** Takes the money. Opens under the finger that asked for it, so it hears nothing for its first 300 ms. */
export function ChargeScreen(props: ChargeScreenProps): ReactNode {
  const { total, methods, parts, busy, blocked, error, onBack } = props;
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>(props.startWith);
  const [restBy, setRestBy] = useState<Method | null>(null);
  const [guard] = useState(() => new TapGuard());
  const holdTaps = (event: MouseEvent): void => {
    const byKeyboard = event.detail === 0;
    if (byKeyboard || guard.ready) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const paid = paidAmount(parts);
  const tabs: Tab<Way>[] = [
    ...methods
      .filter((method) => method !== 'wallet' || props.guest !== null)
      .map((method) => ({
        key: method,
        label: t(`method.${method}`),
        icon: <MethodIcon method={method} />,
        disabled: paid > 0,
      })),
    { key: 'split', label: t('cart.split'), icon: <IconArrowsSplit2 size={24} stroke={1.7} aria-hidden /> },
    {
      key: 'courtesy',
      label: t('cart.courtesy'),
      icon: <IconGift size={24} stroke={1.7} aria-hidden />,
      disabled: paid > 0,
    },
  ];
  return (
    <main className="pos-charge" onClickCapture={holdTaps} aria-label={t('charge.title')}>
      <aside className="pos-due">
        <button type="button" className="n-press pos-back" disabled={busy || paid > 0} onClick={onBack}>
          <IconArrowLeft size={24} stroke={1.8} aria-hidden />
          {t('page.back')}
        </button>
        <h1 className="pos-due__label">{t('charge.due')}</h1>
        <Money pesos={stillDue(total, parts)} size="due" />
        {way === 'cash' && <Rounding total={total} />}
        {paid > 0 && (
          <p className="pos-text2">{t('charge.paid_of', { paid: formatCLP(paid), total: formatCLP(total) })}</p>
        )}
        <DueLines cart={props.cart} />
      </aside>
      <section className="pos-pay" aria-label={t('charge.how')}>
        <Tabs label={t('charge.how')} tabs={tabs} chosen={way} onChoose={setWay} />
        {blocked && <Notice>{blocked}</Notice>}
        {props.notice && <Notice>{props.notice}</Notice>}
        <FailureNotice error={error} />
        <Panel
          {...props}
          way={way}
          restBy={restBy}
          onShared={(next) => {
            setRestBy(next);
            setWay('split');
          }}
        />
      </section>
    </main>
  );
}

interface PanelProps extends ChargeScreenProps {
  readonly way: Way;
  /** How the rest is paid that a wallet does not hold. */
  readonly restBy: Method | null;
  readonly onShared: (restBy: Method) => void;
}

function Panel(props: PanelProps): ReactNode {
  const { way, total, methods, parts, onParts, onPay } = props;
  const disabled = props.blocked !== null;
  const { busy } = props;
  if (way === 'cash') {
    return (
      <CashPanel
        key={total}
        due={cashRound(total)}
        busy={busy}
        disabled={disabled}
        onTendered={(tendered) => onPay([{ method: 'cash', amount: total, tendered }])}
      />
    );
  }
  if (way === 'split') {
    return (
      <SplitPanel
        total={total}
        parts={parts}
        methods={methods}
        busy={busy}
        disabled={disabled}
        provider={props.provider}
        guest={props.guest}
        startWith={props.restBy}
        onScan={props.onScan}
        onParts={onParts}
        onPay={onPay}
        onCard={props.onCard}
      />
    );
  }
  if (way === 'wallet') {
    return (
      <WalletPanel
        guest={props.guest}
        amount={total}
        rest={waysBeside([], methods, props.provider !== null).filter(
          (method) => method !== 'wallet' && (method !== 'card' || props.provider === null),
        )}
        busy={busy}
        disabled={disabled}
        onScan={props.onScan}
        onPay={(token) => onPay([{ method: 'wallet', amount: total, wallet_token: token }])}
        onShare={(token, amount, rest) => {
          const id = uuidv7();
          const shared = shareOut(total, [], amount, [id, uuidv7()]);
          onParts(payPart(shared, id, { method: 'wallet', tendered: null, reference: null, walletToken: token }));
          props.onShared(rest);
        }}
      />
    );
  }
  if (way === 'courtesy') {
    return (
      <CourtesyPanel
        total={total}
        needsYes={props.needsYes}
        busy={busy}
        disabled={disabled}
        onGive={props.onCourtesy}
        error={props.error}
      />
    );
  }
  if (way === 'card' && props.provider) {
    return (
      <CardStart
        provider={props.provider}
        amount={total}
        disabled={disabled || busy || !props.isPriced}
        atOnce={props.cardAtOnce && props.notice === null && !props.error}
        onStart={(voucher) => props.onCard(total, null, voucher)}
      />
    );
  }
  return (
    <VoucherPanel
      key={way}
      method={way}
      amount={total}
      busy={busy}
      disabled={disabled}
      onReference={(reference) => onPay([{ method: way, amount: total, reference }])}
    />
  );
}

/** Cash is rounded by law; said only where it changes what is paid. */
function Rounding({ total }: { readonly total: number }): ReactNode {
  const { t } = useTranslation();
  const rounded = cashRound(total);
  if (rounded === total) return null;
  return (
    <p className="pos-due__rounding">
      {t('charge.rounding', { amount: formatCLP(rounded - total), due: formatCLP(rounded) })}
    </p>
  );
}

function DueLines({ cart }: { readonly cart: Cart }): ReactNode {
  return (
    <ul className="pos-due__lines">
      {cart.map((line) => (
        <li key={line.id}>
          <span>
            {line.qty} × {line.name}
            {line.note && <em>{line.note}</em>}
          </span>
          <Money pesos={line.unitPrice * line.qty} />
        </li>
      ))}
    </ul>
  );
}
