/**
 * One attempt to charge a card, from before it is asked for until the cashier goes on. Written down before it is sent:
 * the same id and key are asked for again after a reload, so a card is never charged twice.
 */
export interface CardAttempt<Body> {
  /** Id of the payment, made on the till. */
  readonly intentId: string;
  /** Idempotency key of beginning it. */
  readonly key: string;
  /** Whole pesos. */
  readonly amount: number;
  /** The share of a split that it pays; null when it pays all. */
  readonly partId: string | null;
  /** The sale as it is placed once the card is approved. */
  readonly sale: Body;
  readonly useBackup: boolean;
  /** Number on the voucher of a terminal that nobody drives. */
  readonly voucher: string | null;
  /** The server has it: from now on it is followed, not asked for. */
  readonly begun: boolean;
  /** How far the server's clock is ahead of the till's, ms. */
  readonly skewMs: number;
}
