import { Injectable } from '@nestjs/common';
import { newId, together, Transaction } from '@libs/kernel';
import { EntryRepository, NewEntry } from '../domain';
import { EntryTickets } from './ports';

interface Wanted {
  readonly venueId: string;
  readonly nightId: string;
  readonly orderId: string | null;
  readonly saleId: string | null;
  readonly customerId: string | null;
  readonly ticketPrefix: string;
  readonly at: Date;
  readonly lines: readonly { readonly entryTypeId: string; readonly qty: number; readonly unitPrice: number }[];
}

/** One entry and one ticket for each person, in the transaction of what was paid. All statements travel together. */
@Injectable()
export class IssueEntries {
  constructor(
    private readonly entries: EntryRepository,
    private readonly tickets: EntryTickets,
  ) {}

  async execute(tx: Transaction, wanted: Wanted): Promise<void> {
    const { venueId, nightId, orderId, saleId, customerId, ticketPrefix, at, lines } = wanted;
    const entries = lines.flatMap(({ entryTypeId, qty, unitPrice }) =>
      Array.from({ length: qty }, (): NewEntry => {
        const origin = { orderId, saleId, customerId, givenFrom: null, paidAmount: unitPrice, createdAt: at };
        return { id: newId(at.getTime()), venueId, nightId, entryTypeId, ...origin };
      }),
    );
    const added = this.entries.add(tx, entries);
    const issuing = entries.map(({ id: entryId }) =>
      this.tickets.issue(tx, { entryId, venueId, nightId, customerId, ticketPrefix, at }),
    );
    await together(added, ...issuing);
  }
}
