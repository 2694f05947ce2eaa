import { DomainEvent, Transaction } from '@libs/kernel';

export type StockKind = 'purchase' | 'count' | 'waste' | 'transfer';

/** Stock that comes, goes or is counted. */
export interface StockMove {
  readonly venueId: string;
  readonly kind: StockKind;
  readonly employeeId: string;
  readonly at: Date;
  readonly note: string | null;
  /** In base units: what is added (negative: taken away), or, of a count, what there is. Each pair once. */
  readonly items: readonly {
    readonly locationId: string;
    readonly ingredientId: string;
    readonly quantity: number;
  }[];
}

/** What there was and is of an ingredient at a location, in base units. */
export interface MovedLevel {
  readonly locationId: string;
  readonly ingredientId: string;
  readonly ingredientName: string;
  readonly before: number;
  readonly after: number;
  /** It must not go below zero and would. */
  readonly isShort: boolean;
}

/** Stock as people move it. */
export abstract class StockBook {
  /** Which of these the house does not have. */
  abstract unknown(
    tx: Transaction,
    venueId: string,
    ids: { readonly locations: readonly string[]; readonly ingredients: readonly string[] },
  ): Promise<{ locations: number; ingredients: number }>;

  /** Appends the movements and moves the levels, all of them, or none when one of them is short. */
  abstract move(tx: Transaction, move: StockMove): Promise<MovedLevel[]>;

  abstract publish(tx: Transaction, events: readonly DomainEvent[]): Promise<void>;
}
