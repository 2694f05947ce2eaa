import type { CardAttempt } from './card';
import type { PendingSale } from './sale-journal';
import { type Part, payPart, stillDue } from './split';

/** What an attempt needs to see of a sale's body: which payments it names. */
export interface PaidBody {
  readonly payments: readonly CardLine[];
}
type CardLine = { readonly amount: number; readonly payment_intent_id?: string };

export interface CardChoice {
  readonly useBackup: boolean;
  readonly voucher: string | null;
}

export const PRIMARY: CardChoice = { useBackup: false, voucher: null };

type Pending<Body> = PendingSale<Body>;
type Asked<Body> = CardChoice & { readonly amount: number; readonly partId: string | null; readonly sale: Body };

/** A card is asked for. One that is not settled stays: there is never a second one beside it. */
export function beginCard<Body>(
  pending: Pending<Body>,
  intentId: string,
  key: string,
  asked: Asked<Body>,
): Pending<Body> {
  if (pending.card) return pending;
  return { ...pending, card: { intentId, key, ...asked, begun: false, skewMs: 0 } };
}

/** The server took it. */
export function cardBegun<Body>(pending: Pending<Body>, intentId: string, skewMs: number): Pending<Body> {
  if (pending.card?.intentId !== intentId) return pending;
  return { ...pending, card: { ...pending.card, begun: true, skewMs } };
}

/** It is certain that this attempt charged nothing, or its money was given back: the sale may be paid another way. */
export function cardOver<Body>(pending: Pending<Body>, intentId: string): Pending<Body> {
  return pending.card?.intentId === intentId ? { ...pending, card: null } : pending;
}

/** The same amount once more under a new name, after it is certain that the attempt before charged nothing. */
export function cardAgain<Body extends PaidBody>(
  pending: Pending<Body>,
  intentId: string,
  key: string,
  choice: CardChoice,
): Pending<Body> {
  const { card } = pending;
  if (!card) return pending;
  const payments = card.sale.payments.map((payment) =>
    payment.payment_intent_id === card.intentId ? { ...payment, payment_intent_id: intentId } : payment,
  );
  return { ...pending, card: { ...card, ...choice, intentId, key, sale: { ...card.sale, payments }, begun: false } };
}

/** Whether the sale is paid in full once this card is. */
export function completesSale<Body extends PaidBody>({ card, parts }: Pending<Body>): boolean {
  if (!card) return false;
  if (card.partId === null) return true;
  return stillDue(totalOf(card.sale), paidByCard(parts, card)) === 0;
}

/** The card is approved and others have still to pay: its share is paid. */
export function sharePaid<Body>(pending: Pending<Body>): Pending<Body> {
  const { card, parts } = pending;
  return card ? { ...pending, parts: paidByCard(parts, card), card: null } : pending;
}

function paidByCard(parts: readonly Part[], card: CardAttempt<unknown>): Part[] {
  const paid = { method: 'card', tendered: null, reference: null, intentId: card.intentId } as const;
  return card.partId === null ? [...parts] : payPart(parts, card.partId, paid);
}

function totalOf(sale: PaidBody): number {
  return sale.payments.reduce((sum, { amount }) => sum + amount, 0);
}
