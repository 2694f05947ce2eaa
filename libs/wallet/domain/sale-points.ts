import { ActorRef, DomainEvent, Transaction } from '@libs/kernel';
import { PaidLine } from './point-rule';

/** A sale that a guest paid for and that stands: no test, no courtesy. */
export interface PaidSale {
  readonly saleId: string;
  readonly venueId: string;
  readonly nightId: string;
  readonly customerId: string;
  readonly placedAt: Date;
  /** By category, in pesos; together the total of the sale. */
  readonly lines: readonly PaidLine[];
}

/** A cancelled sale, by whom and when. */
export interface CancelledSale {
  readonly saleId: string;
  readonly venueId: string;
  readonly nightId: string | null;
  readonly reason: string;
  readonly actor: ActorRef;
  readonly at: Date;
}

/** What a sale had earned. */
export interface EarnedBySale {
  readonly customerId: string;
  readonly points: number;
  /** Null when it was nothing. */
  readonly transferId: string | null;
}

/** What sales earned: each once. */
export abstract class SalePoints {
  /** Of these sales, those that a guest paid for and that stand now. */
  abstract paid(tx: Transaction, saleIds: readonly string[]): Promise<PaidSale[]>;

  /** Claims the sale for its points. A second one waits for the first. @returns false when they were given before */
  abstract claim(tx: Transaction, sale: PaidSale): Promise<boolean>;

  /** What the claimed sale earned. */
  abstract keep(tx: Transaction, saleId: string, points: number, transferId: string): Promise<void>;

  /** Holds what a sale earned. @returns undefined when it earned nothing, ever, or was taken back before */
  abstract hold(tx: Transaction, saleId: string): Promise<EarnedBySale | undefined>;

  /** @param returned how many of its points were still there */
  abstract keepReturn(tx: Transaction, saleId: string, returned: number, at: Date): Promise<void>;

  /** Into the outbox. */
  abstract publish(tx: Transaction, events: readonly DomainEvent[]): Promise<void>;
}
