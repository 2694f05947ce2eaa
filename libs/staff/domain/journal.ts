import { DomainEvent, Transaction } from '@libs/kernel';

/** Keeps what happened for whoever wants to know, in the transaction in which it happened. */
export abstract class Journal {
  abstract write(tx: Transaction, events: readonly DomainEvent[]): Promise<void>;
}
