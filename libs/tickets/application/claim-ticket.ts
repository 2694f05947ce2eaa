import { Injectable } from '@nestjs/common';
import { Clock, domainEvent, DomainError, Once, Transaction, Transactions } from '@libs/kernel';
import { parseScannedCode } from '../domain';
import { ClaimFollowers } from './claim-followers';
import { Guests } from './guests';
import { loggedBy } from './logged-by';
import { unknownTicket } from './stored-ticket';
import { ClaimLookup, TicketRepository } from './ticket-repository';
import { TicketSeal } from './ticket-seal';

/** A guest with an account, acting from their phone. */
export interface ClaimingGuest {
  readonly customerId: string;
  readonly venueId: string;
  readonly ip: string | null;
}

/** Counts claims of tickets that are not there, by guest. */
export abstract class ClaimAttempts {
  /** Counts a try before its outcome is known. @throws DomainError `ticket.claims_locked` (facts retryAfterS) */
  abstract reserve(tx: Transaction, customerId: string, at: Date): Promise<void>;
  /** It was a good one. */
  abstract giveBack(tx: Transaction, customerId: string): Promise<void>;
}

/**
 * A guest puts a paper ticket into the account, once: by the QR alone, since a number can be guessed. The paper stays good;
 * whoever holds it gets the drinks, or comes in, as before.
 */
@Injectable()
export class ClaimTicket {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly seal: TicketSeal,
    private readonly tickets: TicketRepository,
    private readonly attempts: ClaimAttempts,
    private readonly guests: Guests,
    private readonly followers: ClaimFollowers,
  ) {}

  /**
   * @returns the id of the ticket, also when it is the guest's already
   * @throws DomainError `ticket.unknown`, `customer.unknown` (not_found), `ticket.claimed`, `ticket.void` (conflict),
   *   `ticket.claims_locked` (rate_limited)
   */
  async execute(guest: ClaimingGuest, once: Once, text: string): Promise<string> {
    const at = this.clock.now();
    const { customerId } = guest;
    await this.transactions.run((tx) => this.attempts.reserve(tx, customerId, at));
    const { ticketId } = await this.transactions.once(once, (tx) => this.claim(tx, guest, text, at));
    await this.transactions.run((tx) => this.attempts.giveBack(tx, customerId));
    return ticketId;
  }

  private async claim(tx: Transaction, guest: ClaimingGuest, text: string, at: Date): Promise<{ ticketId: string }> {
    const lookup = this.lookupFor(text);
    if (!lookup) throw unknownTicket();
    const { venueId, customerId, ip } = guest;
    const actor = { employeeId: null, employeeName: null, deviceId: null, ip };
    const by = loggedBy({ ...actor, venueId, barId: null }, at);
    await this.guests.hold(tx, venueId, customerId);
    const origin = await this.tickets.originOf(tx, lookup, venueId);
    if (origin) await this.followers.follow(tx, origin, { venueId, customerId });
    const claimed = await this.tickets.claim(tx, lookup, customerId, by);
    if (!claimed) throw unknownTicket();
    const { ticketId, nightId, isNew, ownerId, isVoid } = claimed;
    if (ownerId === customerId && !isNew) return { ticketId };
    if (ownerId !== customerId) throw new DomainError(isVoid ? 'ticket.void' : 'ticket.claimed', 'conflict');
    const event = domainEvent({
      ...{ type: 'tickets.claimed', venueId, nightId, subjectId: ticketId, occurredAt: at },
      actor,
      data: { customer_id: customerId },
    });
    await this.tickets.publish(tx, [event]);
    return { ticketId };
  }

  private lookupFor(text: string): ClaimLookup | undefined {
    const code = parseScannedCode(text);
    if (code?.kind === 'legacy') return { by: 'legacy', uuid: code.uuid };
    return code?.kind === 'token' ? { by: 'token', hash: this.seal.hashOf(code.token) } : undefined;
  }
}
