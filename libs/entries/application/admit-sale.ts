import { Injectable } from '@nestjs/common';
import { ActorRef, Clock, domainEvent, DomainError, together, Transaction } from '@libs/kernel';
import { EntryRepository, Room } from '../domain';
import { IssueEntries } from './issue-entries';
import { EntryTickets } from './ports';

export interface AdmitSaleInput {
  readonly saleId: string;
  readonly venueId: string;
  readonly nightId: string;
  readonly customerId: string | null;
  readonly ticketPrefix: string;
  readonly at: Date;
  readonly by: ActorRef;
  /** Unit price in pesos. */
  readonly lines: readonly { readonly entryTypeId: string; readonly qty: number; readonly unitPrice: number }[];
}

/** Entries sold at a till are made and ended in the transaction of their sale, whose books they are in. */
@Injectable()
export class AdmitSale {
  constructor(
    private readonly clock: Clock,
    private readonly room: Room,
    private readonly entries: EntryRepository,
    private readonly issueEntries: IssueEntries,
    private readonly tickets: EntryTickets,
  ) {}

  /** Behind the sale's own row. @throws DomainError `entry.sold_out` (conflict; facts name, left) */
  async execute(tx: Transaction, sale: AdmitSaleInput): Promise<void> {
    const { saleId, venueId, nightId, lines, at, by, ...guest } = sale;
    const typeIds = lines.map(({ entryTypeId }) => entryTypeId);
    await this.room.freeDue(tx, typeIds, at);
    await this.room.take(tx, lines);
    const origin = { orderId: null, saleId };
    await this.issueEntries.execute(tx, { ...guest, ...origin, venueId, nightId, lines, at });
    const qty = lines.reduce((sum, line) => sum + line.qty, 0);
    const about = { venueId, nightId, subjectId: saleId, actor: by, occurredAt: at };
    const data = { sale_id: saleId, qty, ...ownedBy(sale.customerId) };
    await this.entries.publish(tx, [domainEvent({ type: 'entries.issued', ...about, data })]);
  }

  /**
   * The sale is taken back: its unused entries are void, and their places free. Who came in already has come in.
   * @throws DomainError `entry.already_used` (conflict; facts used) unless somebody said so, knowing it
   */
  async takeBack(
    tx: Transaction,
    act: { saleId: string; venueId: string; reason: string; by: ActorRef; despiteUse: boolean },
  ): Promise<void> {
    const { saleId, venueId, reason, by, despiteUse } = act;
    const at = this.clock.now();
    const entries = await this.entries.lockOfSale(tx, venueId, saleId);
    const used = entries.filter(({ checkedInAt }) => checkedInAt !== null).length;
    if (used > 0 && !despiteUse) throw new DomainError('entry.already_used', 'conflict', { used });
    const unused = entries.filter(({ checkedInAt }) => checkedInAt === null);
    const [first] = unused;
    if (!first) return;
    await this.entries.void(
      tx,
      unused.map(({ id }) => id),
      reason,
      at,
    );
    await together(...unused.map(({ id: entryId }) => this.tickets.void(tx, { entryId, venueId, reason, by, at })));
    await this.room.giveBack(
      tx,
      unused.map(({ entryTypeId }) => ({ entryTypeId, qty: 1 })),
    );
    const about = { venueId, nightId: first.nightId, subjectId: saleId, actor: by, occurredAt: at };
    // One for each owner: they were handed on, or their papers put into accounts.
    const owners = [...new Set(unused.map(({ customerId }) => customerId))];
    const events = owners.map((owner) => {
      const qty = unused.filter(({ customerId }) => customerId === owner).length;
      return domainEvent({
        type: 'entries.voided',
        ...about,
        data: { sale_id: saleId, reason, qty, ...ownedBy(owner) },
      });
    });
    await this.entries.publish(tx, events);
  }
}

/** Whose phone is told. */
function ownedBy(customerId: string | null): { customer_id?: string } {
  return customerId === null ? {} : { customer_id: customerId };
}
