import { Injectable } from '@nestjs/common';
import { DomainEvent, Transaction } from '@libs/kernel';

/** Hears of committed events, in batches, in the transaction that takes them out of the outbox. */
export interface EventSubscriber {
  readonly name: string;
  /** Must be fine with seeing an event again. A throw leaves the batch in the outbox. */
  handle(events: readonly DomainEvent[], tx: Transaction): Promise<void>;
}

/** Where contexts announce, at start, what they want to hear. */
@Injectable()
export class EventSubscribers {
  private readonly subscribers: EventSubscriber[] = [];

  add(subscriber: EventSubscriber): void {
    this.subscribers.push(subscriber);
  }

  all(): readonly EventSubscriber[] {
    return this.subscribers;
  }
}
