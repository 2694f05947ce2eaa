import { Injectable, OnModuleInit } from '@nestjs/common';
import { DomainEvent, Transaction } from '@libs/kernel';
import { EventSubscriber, EventSubscribers } from '@libs/platform';
import { RecordEvents } from '../application';

/** Hears of every event that there is. */
@Injectable()
export class AuditSubscriber implements EventSubscriber, OnModuleInit {
  readonly name = 'audit';

  constructor(
    private readonly subscribers: EventSubscribers,
    private readonly recordEvents: RecordEvents,
  ) {}

  onModuleInit(): void {
    this.subscribers.add(this);
  }

  handle(events: readonly DomainEvent[], tx: Transaction): Promise<void> {
    return this.recordEvents.execute(tx, events);
  }
}
