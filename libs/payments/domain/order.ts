/** What a customer pays for without a sale at a till. */
export const ORDER_KINDS = ['top_up', 'entry_order'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

/** The order behind a payment, by the id that its context gave it. */
export interface IntentOrder {
  readonly kind: OrderKind;
  readonly id: string;
  readonly customerId: string;
}
