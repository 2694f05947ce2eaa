import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, DomainError, Once, Transactions } from '@libs/kernel';
import { displayCode } from '../domain';
import { House, Houses } from './houses';
import { loggedBy } from './logged-by';
import { StoredTicket, unknownTicket } from './stored-ticket';
import { TicketCounter } from './ticket-counter';
import { PrintedTicket, PrinterAddress, PrinterProblem, RegisterPrinters, TicketPrinter } from './ticket-printer';
import { TicketSeal } from './ticket-seal';

export interface PrintTicketInput {
  readonly ticketId: string;
  /** `browser`: the screen prints; here it is only counted. */
  readonly target: 'printer' | 'browser';
  readonly registerSessionId: string;
}

export interface PrintResult {
  readonly qr: string;
  readonly displayCode: string;
  readonly printCount: number;
  readonly isReprint: boolean;
  /** Whether the register's printer took it. */
  readonly printed: boolean;
  readonly problem: PrinterProblem | null;
}

/** Counts a print of a ticket and, after the count stands, sends it to the register's printer. */
@Injectable()
export class PrintTicket {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly houses: Houses,
    private readonly seal: TicketSeal,
    private readonly counter: TicketCounter,
    private readonly printers: RegisterPrinters,
    private readonly printer: TicketPrinter,
  ) {}

  /** @throws DomainError `ticket.unknown`, `ticket.register_unknown` (not_found), `ticket.void` (conflict) */
  async execute(actor: Actor, once: Once, input: PrintTicketInput): Promise<PrintResult> {
    const house = await this.houses.of(actor.venueId);
    const register = await this.printers.ofSession(input.registerSessionId, actor.venueId);
    if (!register) throw new DomainError('ticket.register_unknown', 'not_found');
    const paper = await this.transactions.once(once, async (tx) => {
      const ticket = await this.counter.take(tx, input.ticketId, actor.venueId);
      if (!ticket) throw unknownTicket();
      if (ticket.voidedAt) throw new DomainError('ticket.void', 'conflict');
      const at = this.clock.now();
      const reprint = ticket.printCount;
      const event = domainEvent({
        type: 'tickets.printed',
        ...{ venueId: ticket.venueId, nightId: ticket.nightId, subjectId: ticket.id },
        registerSessionId: input.registerSessionId,
        actor: actorRef(actor),
        data: { reprint, target: input.target },
        occurredAt: at,
      });
      await this.counter.countPrint(tx, ticket.id, reprint > 0, loggedBy(actor, at), [event]);
      return this.paperOf(ticket, house, reprint);
    });
    // The token is derived anew: the kept answer holds none.
    const qr = this.seal.tokenOf(input.ticketId);
    const problem = await this.send({ ...paper, qr }, register.printer, input.target, once.replayed);
    const { reprint } = paper;
    const counted = { qr, displayCode: paper.displayCode, printCount: reprint + 1, isReprint: reprint > 0 };
    return { ...counted, printed: input.target === 'printer' && problem === null, problem };
  }

  private async send(
    paper: PrintedTicket,
    address: PrinterAddress | null,
    target: PrintTicketInput['target'],
    replayed: boolean,
  ): Promise<PrinterProblem | null> {
    if (target === 'browser') return null;
    if (!address) return 'printer.none';
    // It was sent when the key was used first; whether the paper came out, nobody knows. A second one is a reprint.
    if (replayed) return 'printer.not_repeated';
    return (await this.printer.print(address, paper)) ?? null;
  }

  private paperOf(ticket: StoredTicket, house: House, reprint: number): Omit<PrintedTicket, 'qr'> {
    const time = new Intl.DateTimeFormat('es-CL', {
      ...{ timeZone: house.timeZone, day: '2-digit', month: '2-digit', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    });
    return {
      venueName: house.name,
      displayCode: displayCode(house.ticketPrefix, ticket.displayNumber),
      ...{ isTest: ticket.isTest, reprint },
      soldAt: time.format(ticket.createdAt),
      items: ticket.items.map(({ name, qty, note }) => ({ name, qty, note })),
    };
  }
}
