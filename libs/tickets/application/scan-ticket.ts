import { Injectable } from '@nestjs/common';
import { Actor, Clock, clockTime, newId } from '@libs/kernel';
import { canBeAllowed, displayCode, parseScannedCode, refusalOf, ScannedCode } from '../domain';
import { GuestAtBar, Guests } from './guests';
import { House, Houses } from './houses';
import { loggedBy } from './logged-by';
import { RefuseTicket } from './refuse-ticket';
import { ShowGuestTickets } from './show-guest-tickets';
import { PressSnapshot, refusalFactsOf, snapshotOf, TicketSnapshot } from './stored-ticket';
import { Lookup, ScannedTicket, TicketCounter } from './ticket-counter';
import { TicketSeal } from './ticket-seal';

export interface ScanResult {
  /** `guest`: it was no ticket but a guest's own code. */
  readonly outcome: 'deliver' | 'delivered' | 'refused' | 'guest';
  /** Why it was refused, a stable code. */
  readonly reason: string | null;
  readonly ticket: TicketSnapshot | null;
  readonly lastDelivery: PressSnapshot | null;
  /** The last delivery's time of day by the venue's clock, `23:45`. */
  readonly lastDeliveryTime: string | null;
  /** Whether a supervisor may let it pass nevertheless. */
  readonly canBeAllowed: boolean;
  /** Whose code it was, when it was a guest's. */
  readonly guest: GuestAtBar | null;
  /** What the guest still gets tonight. */
  readonly guestTickets: readonly TicketSnapshot[];
}

const NO_GUEST = { guest: null, guestTickets: [] };

const UNKNOWN: ScanResult = {
  ...{ outcome: 'refused', reason: 'ticket.unknown', ticket: null, canBeAllowed: false },
  ...{ lastDelivery: null, lastDeliveryTime: null, ...NO_GUEST },
};

/** Tells a bar what a ticket is worth now, or what a guest still gets. Hands nothing over. Every scan is logged, and so is every refusal. */
@Injectable()
export class ScanTicket {
  constructor(
    private readonly clock: Clock,
    private readonly houses: Houses,
    private readonly seal: TicketSeal,
    private readonly counter: TicketCounter,
    private readonly refuse: RefuseTicket,
    private readonly guests: Guests,
    private readonly guestTickets: ShowGuestTickets,
  ) {}

  /** @param text what the scanner or the keyboard gave: never logged, it may be a bearer's token */
  async execute(actor: Actor, text: string): Promise<ScanResult> {
    if (this.guests.reads(text)) return this.scanGuest(actor, text);
    const house = await this.houses.of(actor.venueId);
    const at = this.clock.now();
    const by = loggedBy(actor, at);
    const code = parseScannedCode(text);
    const found = await this.counter.scan(this.lookupFor(code, text, house), by);
    const ticket = found?.venueId === actor.venueId ? found : undefined;
    const seen = ticket && this.look(ticket, house, at);
    if (seen && seen.outcome !== 'refused') return seen;
    const known = ticket && seen?.ticket && { ...seen.ticket, nightId: ticket.nightId };
    await this.refuse.execute({
      ticket: known ?? null,
      reason: seen?.reason ?? (found ? 'ticket.other_venue' : 'ticket.unknown'),
      note: code?.kind === 'display' ? displayCode(code.prefix ?? house.ticketPrefix, code.number) : null,
      by: { ...by, logId: newId(at.getTime()) },
      actor,
    });
    return seen ?? UNKNOWN;
  }

  private async scanGuest(actor: Actor, text: string): Promise<ScanResult> {
    const guest = await this.guests.recognise(actor, text);
    if (typeof guest === 'string') return { ...UNKNOWN, reason: guest };
    const guestTickets = guest.isConfirmed ? await this.guestTickets.execute(actor, guest.customerId) : [];
    return { ...UNKNOWN, outcome: 'guest', reason: null, guest, guestTickets };
  }

  private look(ticket: ScannedTicket, house: House, at: Date): ScanResult {
    const snapshot = snapshotOf(ticket, house.ticketPrefix);
    const reason = refusalOf(refusalFactsOf(ticket, this.seal.isIntact(ticket, ticket.seal)), house, at) ?? null;
    const { lastPress } = ticket;
    const lastDeliveryTime = lastPress && clockTime(lastPress.at, house.timeZone);
    const shown = { ticket: snapshot, lastDelivery: lastPress, lastDeliveryTime, ...NO_GUEST };
    // Nothing is left on it: who got it matters more than its age.
    const isDelivered = snapshot.status === 'DELIVERED' && (reason === null || canBeAllowed(reason));
    if (isDelivered) return { outcome: 'delivered', reason: null, canBeAllowed: false, ...shown };
    if (reason) return { outcome: 'refused', reason, canBeAllowed: canBeAllowed(reason), ...shown };
    return { outcome: 'deliver', reason: null, canBeAllowed: false, ...shown };
  }

  private lookupFor(code: ScannedCode | undefined, text: string, house: House): Lookup {
    if (code?.kind === 'legacy') return { by: 'legacy', uuid: code.uuid };
    if (code?.kind === 'token') return { by: 'token', hash: this.seal.hashOf(code.token) };
    const isOurs = code && (code.prefix ?? house.ticketPrefix) === house.ticketPrefix;
    // Whatever else it is, it is looked for like a token, in vain: an unreadable code is answered and logged alike.
    return isOurs ? { by: 'number', number: code.number } : { by: 'token', hash: this.seal.hashOf(`?${text}`) };
  }
}
