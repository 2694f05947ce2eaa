import { Actor, Clock, newId, Once } from '@libs/kernel';
import { AppConfig } from '@libs/platform';
import { TestPlatform, useTestPlatform } from '@libs/platform/testing';
import {
  AllowTicket,
  DeliverTicket,
  GuestAtBar,
  Guests,
  House as Rules,
  Houses,
  IssuedTicket,
  IssueTicket,
  RefuseTicket,
  ScanTicket,
  ShowGuestTickets,
  TicketCounter,
  TicketOrigin,
  UndoDelivery,
  VoidTicket,
} from '../application';
import { HmacTicketSeal } from '../infrastructure/hmac-ticket-seal';
import { SqlTicketCounter } from '../infrastructure/sql-ticket-counter';
import { SqlTicketRepository } from '../infrastructure/sql-ticket.repository';
import { House, plantHouse, plantSale } from './house';

/** A clock that a test can put forward. */
export class TestClock extends Clock {
  private offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  forward(ms: number): void {
    this.offsetMs += ms;
  }
}

class FixedHouses extends Houses {
  constructor(private readonly houses: readonly House[]) {
    super();
  }

  of(venueId: string): Promise<Rules> {
    const ticketPrefix = this.houses.find((house) => house.venueId === venueId)?.prefix ?? '';
    return Promise.resolve({
      ...{ name: 'Club', ticketPrefix, timeZone: 'America/Santiago', maxAgeHours: 24, maxAttempts: 3 },
    });
  }
}

/** A house where nobody has an account. */
class NoGuests extends Guests {
  hold(): Promise<void> {
    return Promise.resolve();
  }

  reads(): boolean {
    return false;
  }

  recognise(): Promise<GuestAtBar | string> {
    return Promise.resolve('guest.qr_unknown');
  }
}

export const TEST_SECRET = Buffer.from('c2FtcGxlLXFyLXNlY3JldC1mb3ItdGVzdHMtMzJieSE=', 'base64');

/** A key used for the first time. */
export function newOnce(actor: Actor, key: string = newId()): Once {
  return { callerId: actor.employeeId, key, fingerprint: 'test', replayed: false };
}

/** The use cases of tickets over a test file's own database. */
export class CounterBench {
  readonly clock = new TestClock();
  readonly seal = new HmacTicketSeal({ qrSecret: TEST_SECRET } as Partial<AppConfig> as AppConfig);
  readonly counter: TicketCounter;
  readonly issue: IssueTicket;
  readonly void: VoidTicket;
  readonly scan: ScanTicket;
  readonly deliver: DeliverTicket;
  readonly undo: UndoDelivery;
  readonly allow: AllowTicket;
  readonly houses: Houses;

  constructor(
    readonly platform: TestPlatform,
    readonly house: House,
    readonly foreign: House,
    counter: TicketCounter = new SqlTicketCounter(platform.database),
  ) {
    const { clock, seal } = this;
    const { transactions } = platform;
    this.houses = new FixedHouses([house, foreign]);
    this.counter = counter;
    const refuse = new RefuseTicket(transactions, counter);
    const tickets = new SqlTicketRepository();
    this.issue = new IssueTicket(seal, tickets);
    this.void = new VoidTicket(tickets);
    const guestTickets = new ShowGuestTickets(clock, this.houses, seal, counter);
    this.scan = new ScanTicket(clock, this.houses, seal, counter, refuse, new NoGuests(), guestTickets);
    this.deliver = new DeliverTicket(clock, transactions, this.houses, seal, counter, refuse);
    this.undo = new UndoDelivery(clock, transactions, this.houses, counter);
    this.allow = new AllowTicket(clock, transactions, this.houses, seal, counter);
  }

  /** A sale's ticket for so many of each. */
  async ticket(qtys: Readonly<Record<string, number>>, house = this.house): Promise<IssuedTicket & { saleId: string }> {
    const saleId = await plantSale(this.platform.owner, house);
    const { venueId, nightId, prefix } = house;
    const items = Object.entries(qtys).map(([productName, qty]) => {
      return { productId: newId(), productName, qty, note: null };
    });
    const ticket = await this.platform.transactions.run((tx) =>
      this.issue.execute(tx, {
        ...{ venueId, nightId, ticketPrefix: prefix, isTest: false, at: this.clock.now(), items },
        ...{ ticketType: 'delivery', origin: { kind: 'sale', id: saleId }, customerId: null },
      }),
    );
    return { ...ticket, saleId };
  }

  /** One press at a bar of the house: 0 or 1. */
  press(ticket: IssuedTicket, qtys: readonly number[], bar: 0 | 1 = 0, once?: Once) {
    const actor = this.house.bartenders[bar];
    const items = qtys.flatMap((qty, at) => (qty > 0 ? [{ itemId: ticket.items[at]?.id ?? '', qty }] : []));
    const input = { ticketId: ticket.id, barId: this.house.bars[bar], items };
    return this.deliver.execute(actor, once ?? newOnce(actor), input);
  }

  cancel(saleId: string, despiteDelivery = false): Promise<{ deliveredQty: number }> {
    return this.takeBack({ kind: 'sale', id: saleId }, despiteDelivery);
  }

  takeBack(origin: TicketOrigin, despiteDelivery = false): Promise<{ deliveredQty: number }> {
    const input = { origin, reason: 'se equivocó', actor: this.house.cashier, at: this.clock.now(), despiteDelivery };
    return this.platform.transactions.run((tx) => this.void.execute(tx, input));
  }

  /** What is stored: delivered of each item, and the sum of the deliveries that stand. */
  async delivered(ticket: IssuedTicket): Promise<{ items: number[]; standing: number }> {
    const { rows } = await this.platform.owner.query<{ items: number[]; standing: number }>(
      `SELECT array_agg(delivered_qty ORDER BY position) AS items,
         (SELECT coalesce(sum(qty), 0)::int FROM tickets.deliveries WHERE ticket_id = $1 AND undone_at IS NULL) AS standing
       FROM tickets.ticket_items WHERE ticket_id = $1`,
      [ticket.id],
    );
    return rows[0] as { items: number[]; standing: number };
  }
}

/** Gives the test file two venues on a database of its own, and the bench of the first. */
export function useCounterBench(): { readonly current: CounterBench } {
  const platform = useTestPlatform();
  let bench: CounterBench | undefined;
  beforeAll(async () => {
    const house = await plantHouse(platform.owner, 'BMB');
    bench = new CounterBench(platform, house, await plantHouse(platform.owner, 'LUX'));
  });
  return {
    get current() {
      if (!bench) throw new Error('The bench exists only while tests run.');
      return bench;
    },
  };
}
