/** BY_HAND: no machine can give it back; a person does, and says so. UNKNOWN: it may have gone back. */
export const REFUND_STATUSES = ['REQUESTED', 'SENT', 'DONE', 'REFUSED', 'UNKNOWN', 'BY_HAND'] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

/** Money given back of one payment, pesos; never more than was paid. */
export interface Refund {
  readonly id: string;
  readonly venueId: string;
  readonly intentId: string;
  readonly amount: number;
  readonly status: RefundStatus;
  readonly reason: string;
  /** Null where the customer asked: {@link customerId} says who. */
  readonly requestedBy: string | null;
  readonly authorizedBy: string | null;
  readonly customerId: string | null;
  readonly createdAt: Date;
}
