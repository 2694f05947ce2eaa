import { hasCode, useLink } from '@libs/screen';
import { LoadingState, signal, uuidv7 } from '@libs/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Way } from '../features/charge/ChargeScreen';
import { GuestStrip } from '../features/guest/GuestStrip';
import { SellScreen } from '../features/sell/SellScreen';
import { methodsOf } from '../parts/methods';
import { type Cart, cartTotal } from '../till/cart';
import { counterOf, journalOf, useStored } from '../till/counter-store';
import { beginCard } from '../till/card-attempt';
import { forGuest } from '../till/guest';
import { toPayments, whileCharging } from '../till/payments';
import { afterReload, openCharge } from '../till/sale-journal';
import { cardParts, type Part } from '../till/split';
import { api } from './api';
import { useResumeOpenPayment } from './open-payments';
import { catalogQuery } from './queries';
import { type GuestAct, GuestDesk } from './GuestDesk';
import { TillBar } from './TillBar';
import { useTill } from './till-context';
import { useGuest } from './use-guest';
import { useSale } from './use-sale';
import type { NewSale, Quote, Sale } from './wire';

/** The primary provider cannot even be tried. */
const MISSING = ['payment.no_agent', 'payment.provider_not_configured'] as const;

// What follows the first tap: fetched once the till stands, and kept on the tablet with the rest.
const fetchCharge = () => import('../features/charge/ChargeScreen');
const fetchDone = () => import('./SaleDone');
const fetchCards = () => import('./CardCharge');
const fetchAsking = () => import('../features/charge/AskingScreen');
const fetchMenu = () => import('./RegisterMenu');
const ChargeScreen = lazy(async () => ({ default: (await fetchCharge()).ChargeScreen }));
const SaleDone = lazy(async () => ({ default: (await fetchDone()).SaleDone }));
const CardCharge = lazy(async () => ({ default: (await fetchCards()).CardCharge }));
const AskingScreen = lazy(async () => ({ default: (await fetchAsking()).AskingScreen }));
const RegisterMenu = lazy(async () => ({ default: (await fetchMenu()).RegisterMenu }));

/** Selling, charging and the finished sale: the three faces of one screen. */
export function TillScreen(): ReactNode {
  const { t } = useTranslation();
  const { me, session, register, recovered } = useTill();
  const { link } = useLink();
  const queries = useQueryClient();
  const counter = useStored(counterOf(me.employee.id));
  const journal = journalOf<NewSale>(me.employee.id);
  const [way, setWay] = useState<Way | null>(() => resumeCharge(me.employee.id));
  const [done, setDone] = useState<{ readonly sale: Sale; readonly at: number } | null>(recovered);
  const [menu, setMenu] = useState(false);
  const [last, setLast] = useState<Cart>([]);

  const [cardAtOnce, setCardAtOnce] = useState(false);
  const [cardRefusal, setCardRefusal] = useState<unknown>(null);
  const here = useGuest(me.employee.id);
  const [guestAct, setGuestAct] = useState<GuestAct>(null);
  useResumeOpenPayment(me.employee.id, session.id);
  useEffect(() => void Promise.allSettled([fetchCharge(), fetchDone(), fetchCards(), fetchAsking(), fetchMenu()]), []);

  const startNext = useCallback(() => setDone(null), []);

  const askPricesAgain = (): void => {
    for (const key of ['catalog', 'available', 'quote', 'my-session'])
      void queries.invalidateQueries({ queryKey: [key] });
  };
  const sale = useSale(
    me.employee.id,
    (placed) => {
      signal('ok');
      setWay(null);
      setDone({ sale: placed, at: Date.now() });
      void queries.invalidateQueries({ queryKey: ['available'] });
      for (const key of ['sales', 'open-payments']) void queries.invalidateQueries({ queryKey: [key] });
    },
    (error) => {
      signal('bad');
      here.refused(error);
      askPricesAgain();
    },
  );
  const cart = sale.pending?.cart ?? counter.cart;
  const lines = cart.map((line) => ({
    product_id: line.productId,
    qty: line.qty,
    ...(line.note === null ? {} : { note: line.note }),
  }));
  const quote = useQuery({
    queryKey: ['quote', sale.pending?.saleId],
    queryFn: () =>
      api.quote(
        session.id,
        lines.map(({ product_id, qty }) => ({ product_id, qty })),
      ),
    enabled: way !== null && sale.pending?.sent === null,
    staleTime: 30_000,
  });

  const charge = (next: Way): void => {
    journal.set(openCharge(session.id, counter.cart, uuidv7));
    setLast(counter.cart);
    sale.forget();
    setCardRefusal(null);
    setCardAtOnce(next === 'card');
    setWay(next);
  };
  // A terminal that is not there is passed over for the other provider: nothing could be charged by it.
  const isMissing = MISSING.some((code) => hasCode(cardRefusal, code)) && register?.backup_provider !== null;
  const chargeCard = (amount: number, partId: string | null, voucher: string | null): void => {
    const now = journal.get();
    if (!now) return;
    const intentId = uuidv7();
    const payments =
      partId === null
        ? toPayments([{ id: '', amount, paid: { method: 'card', tendered: null, reference: null, intentId } }])
        : whileCharging(now.parts, partId, intentId, uuidv7);
    const body = forGuest({ id: now.saleId, register_session_id: session.id, lines, payments }, here.guest, Date.now());
    setCardRefusal(null);
    sale.forget();
    journal.set(beginCard(now, intentId, uuidv7(), { useBackup: isMissing, voucher, amount, partId, sale: body }));
  };
  const back = (): void => {
    journal.set(null);
    setWay(null);
    void queries.invalidateQueries(catalogQuery);
  };
  const send = (rest: Pick<NewSale, 'payments' | 'courtesy'>): void => {
    const id = journal.get()?.saleId;
    if (id) sale.place(forGuest({ id, register_session_id: session.id, lines, ...rest }, here.guest, Date.now()));
  };
  const blocked = link === 'offline' ? t('charge.offline') : null;
  const desk = (
    <GuestDesk
      here={here}
      act={guestAct}
      onAct={setGuestAct}
      deaf={sale.busy || menu}
      blocked={blocked}
      onScanned={startNext}
    />
  );

  if (sale.unknown) {
    return (
      <Suspense fallback={<LoadingState />}>
        <AskingScreen cart={last.length > 0 ? last : cart} busy={sale.busy} unknown onAgain={sale.again} />
      </Suspense>
    );
  }
  if (sale.pending?.card) {
    return (
      <Suspense fallback={<LoadingState />}>
        <CardCharge
          attempt={sale.pending.card}
          sale={sale}
          onRefused={setCardRefusal}
          onWay={(next) => {
            setCardAtOnce(false);
            setWay(next);
          }}
        />
      </Suspense>
    );
  }
  if (way !== null && sale.pending) {
    return (
      <Suspense fallback={<LoadingState />}>
        {desk}
        <ChargeScreen
          cart={repriced(cart, quote.data)}
          total={totalOf(sale.pending.parts, quote.data?.total_amount ?? cartTotal(cart))}
          startWith={way}
          methods={methodsOf(register)}
          provider={(isMissing ? register?.backup_provider : register?.primary_provider) ?? null}
          isPriced={quote.data !== undefined && !quote.isFetching}
          cardAtOnce={cardAtOnce}
          parts={sale.pending.parts}
          busy={sale.busy}
          guest={here.guest}
          onScan={() => setGuestAct('scan')}
          blocked={blocked}
          error={sale.refusal ?? cardRefusal ?? here.error}
          notice={noticeOf(quote.data, cartTotal(cart), t)}
          needsYes={!me.permissions.includes('courtesy.grant')}
          onParts={(parts) => journal.change((now) => now && { ...now, parts })}
          onCard={chargeCard}
          onPay={(payments) => send({ payments: [...payments] })}
          onCourtesy={(reason, token) =>
            send({ payments: [], courtesy: { reason, ...(token === null ? {} : { step_up_token: token }) } })
          }
          onBack={back}
        />
      </Suspense>
    );
  }
  return (
    <>
      <TillBar me={me} session={session} onMenu={() => setMenu(true)} withPayments />
      <SellScreen
        me={me}
        session={session}
        register={register}
        guest={
          <GuestStrip
            guest={here.guest}
            isOver={here.isOver}
            busy={here.busy}
            error={guestAct === null ? here.error : null}
            disabled={blocked !== null}
            onScan={() => setGuestAct('scan')}
            onConfirm={() => setGuestAct('confirm')}
            onTopUp={() => setGuestAct('top_up')}
            onRemove={here.remove}
          />
        }
        hasGuest={here.guest !== null}
        blocked={blocked}
        onCharge={charge}
        onAdded={startNext}
        done={
          done &&
          counter.cart.length === 0 && (
            <Suspense>
              <SaleDone
                key={done.sale.id}
                sale={done.sale}
                doneAt={done.at}
                onChanged={(changed) => setDone(changed && { ...done, sale: changed })}
              />
            </Suspense>
          )
        }
      />
      {desk}
      {menu && (
        <Suspense fallback={null}>
          <RegisterMenu onClose={() => setMenu(false)} />
        </Suspense>
      )}
    </>
  );
}

/** After a reload: a charge whose guests had paid shares opens again; one that nobody paid is forgotten. */
function resumeCharge(employeeId: string): Way | null {
  const journal = journalOf<NewSale>(employeeId);
  const next = afterReload(journal.get());
  if (next === 'nothing') journal.set(null);
  return next === 'charge' ? 'split' : null;
}

/** Once a guest's card was charged the price stands as it was shared out. */
function totalOf(parts: readonly Part[], priced: number): number {
  return cardParts(parts).length === 0 ? priced : parts.reduce((sum, { amount }) => sum + amount, 0);
}

function repriced(cart: Cart, quote: Quote | undefined): Cart {
  if (!quote) return cart;
  const prices = new Map(quote.lines.map((line) => [line.product_id, line.unit_price]));
  return cart.map((line) => ({ ...line, unitPrice: prices.get(line.productId) ?? line.unitPrice }));
}

function noticeOf(quote: Quote | undefined, shown: number, t: ReturnType<typeof useTranslation>['t']): string | null {
  const short = quote?.shortages[0];
  if (short) return t('charge.short', { name: short.name, left: short.left });
  return quote && quote.total_amount !== shown ? t('charge.repriced') : null;
}
