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

/** The state is never stored: it follows from what was delivered. What holds nothing to deliver is open until it is void. */
export function statusOf(
  items: readonly Pick<TicketItem, 'qty' | 'deliveredQty'>[],
  voidedAt: Date | null,
): TicketStatus {
  if (voidedAt) return 'VOID';
  if (items.length > 0 && items.every((item) => item.deliveredQty >= item.qty)) return 'DELIVERED';
  return items.some((item) => item.deliveredQty > 0) ? 'PARTIAL' : 'OPEN';
}

export type TicketType = 'delivery' | 'entry' | 'wardrobe';

/** What a ticket was issued for: the sale, the redemption of a reward, or the entry. One of them, and each has one ticket. */
export interface TicketOrigin {
  readonly kind: 'sale' | 'redemption' | 'entry';
  readonly id: string;
}

/** What a ticket promises: the part of it that nobody may change after it was issued. */
export interface TicketPromise {
  readonly id: string;
  readonly venueId: string;
  readonly nightId: string;
  readonly ticketType: TicketType;
  readonly origin: TicketOrigin;
  readonly items: readonly Pick<TicketItem, 'id' | 'productId' | 'qty'>[];
}

/** One text per promise, whatever the order of its items: what the integrity hash covers. */
export function promiseText(promise: TicketPromise): string {
  const items = promise.items.map((item) => `${item.id}:${item.productId}:${String(item.qty)}`).sort();
  return ['ticket.v1', promise.id, promise.venueId, promise.nightId, ...originParts(promise), ...items].join('|');
}

/** Tickets of sales are older than the other kinds: what was sealed for them must stay what it is. */
function originParts({ origin, ticketType }: TicketPromise): string[] {
  return origin.kind === 'sale' ? [origin.id] : [`${origin.kind}:${origin.id}`, ticketType];
}
