/** Where an entry comes from: an order in the app, or a sale at a till. */
/** One person's right to come in, about to be. */
export interface NewEntry {
  readonly id: string;
  readonly venueId: string;
  readonly nightId: string;
  readonly entryTypeId: string;
  readonly orderId: string | null;
  readonly saleId: string | null;
  /** In pesos. */
  readonly paidAmount: number;
  readonly customerId: string | null;
  /** The entry of somebody else that this one was handed on from. */
  readonly givenFrom: string | null;
  readonly createdAt: Date;
}

/** An entry as the acts on it need it. */
export interface EntryState extends NewEntry {
  readonly checkedInAt: Date | null;
  readonly isInside: boolean;
  readonly voidedAt: Date | null;
}
