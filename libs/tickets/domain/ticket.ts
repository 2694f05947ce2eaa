/** Something to hand over, and how much of it was. */
export interface TicketItem {
  readonly id: string;
  readonly productId: string;
  readonly name: string;
  readonly note: string | null;
  readonly qty: number;
  readonly deliveredQty: number;
}

export type TicketStatus = 'OPEN' | 'PARTIAL' | 'DELIVERED' | 'VOID';

/** The state is never stored: it follows from what was delivered. */
export function statusOf(
  items: readonly Pick<TicketItem, 'qty' | 'deliveredQty'>[],
  voidedAt: Date | null,
): TicketStatus {
  if (voidedAt) return 'VOID';
  if (items.every((item) => item.deliveredQty >= item.qty)) return 'DELIVERED';
  return items.some((item) => item.deliveredQty > 0) ? 'PARTIAL' : 'OPEN';
}

/** What a ticket promises: the part of it that nobody may change after the sale. */
export interface TicketPromise {
  readonly id: string;
  readonly venueId: string;
  readonly nightId: string;
  readonly saleId: string;
  readonly items: readonly Pick<TicketItem, 'id' | 'productId' | 'qty'>[];
}

/** One text per promise, whatever the order of its items: what the integrity hash covers. */
export function promiseText(promise: TicketPromise): string {
  const items = promise.items.map((item) => `${item.id}:${item.productId}:${String(item.qty)}`).sort();
  return ['ticket.v1', promise.id, promise.venueId, promise.nightId, promise.saleId, ...items].join('|');
}
