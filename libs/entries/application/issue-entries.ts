import { Injectable } from '@nestjs/common';
import { newId, together, Transaction } from '@libs/kernel';
import { EntryRepository, NewEntry } from '../domain';
import { EntryTickets, IssuedEntryTicket } from './ports';

export interface IssuedEntry {
  readonly entry: NewEntry;
  readonly ticket: IssuedEntryTicket;
}

interface Wanted {
  readonly venueId: string;
  readonly nightId: string;
  readonly orderId: string | null;
  readonly saleId: string | null;
  readonly customerId: string | null;
  readonly ticketPrefix: string;
  readonly isTest: boolean;
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

  async execute(tx: Transaction, wanted: Wanted): Promise<IssuedEntry[]> {
    const { venueId, nightId, orderId, saleId, customerId, ticketPrefix, isTest, at, lines } = wanted;
    const entries = lines.flatMap(({ entryTypeId, qty, unitPrice }) =>
      Array.from({ length: qty }, (): NewEntry => {
        const origin = { orderId, saleId, customerId, givenFrom: null, paidAmount: unitPrice, createdAt: at };
        return { id: newId(at.getTime()), venueId, nightId, entryTypeId, ...origin };
      }),
    );
    const added = this.entries.add(tx, entries);
    const issuing = entries.map(({ id: entryId }) =>
      this.tickets.issue(tx, { entryId, venueId, nightId, customerId, ticketPrefix, isTest, at }),
    );
    const [, ...tickets] = await together<[void, ...IssuedEntryTicket[]]>(added, ...issuing);
    return entries.map((entry, index) => ({ entry, ticket: tickets[index] as IssuedEntryTicket }));
  }
}
