import { useWrite } from '@libs/screen';
import { uuidv7 } from '@libs/ui';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { counterOf, guestOf, journalOf, setAsideOf, useStored } from '../till/counter-store';
import { hold } from '../till/held-carts';
import { type KeptSale, takeUp } from '../till/take-up';
import { api } from './api';
import { catalogQuery, openPaymentsQuery } from './queries';
import type { NewSale, PaymentIntent } from './wire';

/** Most payments that are remembered as set aside. */
const MOST_SET_ASIDE = 20;

/** Card payments of the session that nobody at this till is busy with. */
export function useOpenPayments(employeeId: string, sessionId: string): readonly PaymentIntent[] {
  const pending = useStored(journalOf<NewSale>(employeeId));
  const { data } = useQuery(openPaymentsQuery(sessionId));
  return (data?.items ?? []).filter(({ sale_id: saleId }) => saleId !== pending?.saleId);
}

/** Takes an open payment up where it was: `mutate(payment)`. */
export function useTakeUp(employeeId: string, onTaken: () => void) {
  const queries = useQueryClient();
  return useWrite((payment: PaymentIntent) => takeUpAtTill(queries, employeeId, payment.id), onTaken);
}

/** After a reload on a tablet that remembers nothing, the charge that the server remembers is taken up by itself. */
export function useResumeOpenPayment(employeeId: string, sessionId: string): void {
  const { data, isFetchedAfterMount } = useQuery(openPaymentsQuery(sessionId));
  const resume = useTakeUp(employeeId, () => undefined);
  const looked = useRef(false);
  const look = useEffectEvent((open: readonly PaymentIntent[]) => {
    const aside = setAsideOf(employeeId).get();
    const found = open.find(({ id }) => !aside.includes(id));
    if (found && journalOf<NewSale>(employeeId).get() === null) resume.mutate(found);
  });
  useEffect(() => {
    if (!data || !isFetchedAfterMount || looked.current) return;
    looked.current = true;
    look(data.items);
  }, [data, isFetchedAfterMount]);
}

/** The till goes on with the next guest; the payment stays to be settled before the register is counted. */
export function setAside(employeeId: string, intentId: string): void {
  setAsideOf(employeeId).change((ids) => [...ids.filter((id) => id !== intentId), intentId].slice(-MOST_SET_ASIDE));
  journalOf<NewSale>(employeeId).set(null);
  counterOf(employeeId).change((counter) => ({ ...counter, cart: [] }));
  guestOf(employeeId).set(null);
}

async function takeUpAtTill(queries: QueryClient, employeeId: string, id: string): Promise<void> {
  const [detail, { products }] = await Promise.all([api.payment(id), queries.ensureQueryData(catalogQuery)]);
  // What a customer pays for without a sale is no till's to finish.
  if (detail.sale_id === null) return;
  const { items } = await api.paymentsOfSale(detail.sale_id);
  const approved = items.filter(({ status }) => status === 'APPROVED').map((payment) => payment.id);
  const journal = journalOf<KeptSale>(employeeId);
  if (journal.get() !== null) return;
  counterOf(employeeId).change((counter) => hold(counter, uuidv7(), new Date().toISOString()));
  // Whoever was at the till stays with what is put aside; the payment brings its own guest.
  guestOf(employeeId).set(null);
  journal.set(takeUp(detail, detail.sale as KeptSale, new Set(approved), products, uuidv7));
}
