import { Injectable } from '@nestjs/common';
import { DomainEvent, Transaction } from '@libs/kernel';
import { writeOutbox } from '@libs/platform';
import { Journal } from '../domain';

@Injectable()
export class OutboxJournal extends Journal {
  write(tx: Transaction, events: readonly DomainEvent[]): Promise<void> {
    return writeOutbox(tx, events);
  }
}
