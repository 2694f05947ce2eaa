import { Injectable } from '@nestjs/common';
import { DomainEvent, Transaction } from '@libs/kernel';
import { sqlOf, writeOutbox } from '@libs/platform';
import { Journal } from '../domain';
import { SessionCache } from './session-cache';

/** Whatever staff writes into it may change who may do what: this instance does not wait to hear of it. */
@Injectable()
export class OutboxJournal extends Journal {
  constructor(private readonly sessions: SessionCache<unknown>) {
    super();
  }

  write(tx: Transaction, events: readonly DomainEvent[]): Promise<void> {
    sqlOf(tx).afterCommit(() => this.sessions.forget());
    return writeOutbox(tx, events);
  }
}
