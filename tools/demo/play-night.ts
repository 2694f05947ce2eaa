import { INestApplicationContext } from '@nestjs/common';
import { Money, newId } from '@libs/kernel';
import { CancelSale, MoveCash, OpenSession, PlaceSale, QuoteSale, SaleView } from '@libs/sales/application';
import { DeliverTicket } from '@libs/tickets/application';
import { Chance } from './chance';
import { DemoProduct, REGISTERS } from './club';
import { DemoClock } from './demo-clock';
import { DemoClub, id } from './master-data';
import { notesAndCoins } from './notes-and-coins';
import { onceFor, StaffOnDuty } from './staff-on-duty';
import { PRODUCTS } from './products';

const MINUTE_MS = 60_000;
const SUPERVISOR = 'Ignacio Bravo';

/** Who stands where. */
export interface Till {
  readonly register: string;
  readonly cashier: string;
  readonly bar: string;
  readonly bartender: string;
  /** How much of the night's business it does, against the others. */
  readonly weight: number;
}

export interface NightPlan {
  readonly opensAt: Date;
  readonly tills: readonly Till[];
  readonly sales: number;
  /** From the first sale to the last, in minutes. */
  readonly lengthMinutes: number;
  /** Nothing is played after this moment; a night that still runs stops in the middle. */
  readonly until?: Date;
  /** Share of the tickets that stay undelivered at the end, 0 to 1. */
  readonly leftOver: number;
}

/** An open till and what should be in its drawer, in pesos. */
export interface OpenTill {
  readonly till: Till;
  readonly sessionId: string;
  cash: Money;
}

interface Moment {
  readonly at: Date;
  readonly act: () => Promise<void>;
}

/** Sells and serves through the same use cases as the screens, each act at its own time. */
export class NightPlay {
  private readonly moments: Moment[] = [];
  private readonly open = new Map<string, OpenTill>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: DemoClock,
    private readonly club: DemoClub,
    private readonly staff: StaffOnDuty,
    private readonly chance: Chance,
    private readonly plan: NightPlan,
  ) {}

  /** Plays it from the first float to the last drink; the tills stay open. */
  async play(): Promise<OpenTill[]> {
    for (const till of this.plan.tills) await this.openTill(till);
    for (let n = 0; n < this.plan.sales; n += 1) {
      const minute = 8 + this.chance.bell(0.55) * this.plan.lengthMinutes;
      this.at(minute, () => this.sell(this.chance.weighted(this.plan.tills), minute, n));
    }
    for (;;) {
      const next = this.takeEarliest();
      if (!next) break;
      this.clock.set(next.at);
      await next.act();
    }
    return [...this.open.values()];
  }

  private at(minute: number, act: () => Promise<void>): void {
    const at = new Date(this.plan.opensAt.getTime() + minute * MINUTE_MS);
    if (!this.plan.until || at < this.plan.until) this.moments.push({ at, act });
  }

  private takeEarliest(): Moment | undefined {
    let earliest = 0;
    for (let n = 1; n < this.moments.length; n += 1) {
      if ((this.moments[n] as Moment).at < (this.moments[earliest] as Moment).at) earliest = n;
    }
    return this.moments.splice(earliest, 1)[0];
  }

  private async openTill(till: Till): Promise<void> {
    this.clock.set(new Date(this.plan.opensAt.getTime() + 2 * MINUTE_MS));
    const float = REGISTERS.find((one) => one.name === till.register)?.float ?? 0;
    const actor = this.staff.actor(till.cashier);
    const session = await this.app.get(OpenSession, { strict: false }).execute(onceFor(actor), actor, {
      registerId: id(this.club.registers, till.register),
      denominations: notesAndCoins(float),
    });
    this.open.set(till.register, { till, sessionId: session.id, cash: Money.of(float) });
  }

  private async sell(till: Till, minute: number, n: number): Promise<void> {
    const open = this.open.get(till.register) as OpenTill;
    const actor = this.staff.actor(till.cashier);
    const lines = this.basket(till);
    const isCourtesy = n % 75 === 40;
    const place = this.app.get(PlaceSale, { strict: false });
    const ask = { id: newId(this.clock.now().getTime()), registerSessionId: open.sessionId, lines };
    let sale: SaleView;
    if (isCourtesy) {
      const stepUpToken = await this.staff.stepUp('courtesy.grant', till.cashier, SUPERVISOR, this.clock.now());
      const courtesy = { reason: 'Invitado de la casa', stepUpToken };
      sale = await place.execute(onceFor(actor), actor, { ...ask, payments: [], courtesy });
    } else {
      sale = await place.execute(onceFor(actor), actor, { ...ask, ...(await this.payment(till, ask)) });
    }
    open.cash = open.cash.plus(cashOf(sale));
    if (n % 110 === 60) return this.cancel(till, open, sale);
    if (n % 150 === 100) await this.drop(till, open);
    if (!this.chance.happens(this.plan.leftOver)) this.serve(till, sale, minute);
  }

  private basket(till: Till): { productId: string; qty: number }[] {
    const allowed = REGISTERS.find((one) => one.name === till.register)?.categories ?? [];
    const menu = PRODUCTS.filter((one) => allowed.length === 0 || allowed.includes(one.category)).map(heavier(allowed));
    const chosen = new Map<string, number>();
    for (let more = this.chance.between(1, 3); more > 0; more -= 1) {
      const { name } = this.chance.weighted(menu);
      chosen.set(name, (chosen.get(name) ?? 0) + (this.chance.happens(0.4) ? 2 : 1));
    }
    return [...chosen].map(([name, qty]) => ({ productId: id(this.club.products, name), qty }));
  }

  private async payment(till: Till, ask: { registerSessionId: string; lines: { productId: string; qty: number }[] }) {
    const total = await this.total(till, ask);
    const tip = this.chance.happens(0.15) ? Math.round(total / 100) * 10 : 0;
    if (this.chance.happens(0.42)) {
      const due = Money.of(total).roundedForCash().pesos;
      const tendered = this.chance.happens(0.4) ? due : Math.ceil(due / 10_000) * 10_000;
      return { payments: [{ method: 'cash' as const, amount: total, tendered }] };
    }
    const reference = String(this.chance.between(100_000, 999_999));
    return { payments: [{ method: 'card' as const, amount: total, reference }], tipAmount: tip };
  }

  private async total(till: Till, ask: { registerSessionId: string; lines: { productId: string; qty: number }[] }) {
    const quote = this.app.get(QuoteSale, { strict: false });
    return (await quote.execute(this.staff.actor(till.cashier), ask.registerSessionId, ask.lines)).totalAmount;
  }

  private async cancel(till: Till, open: OpenTill, sale: SaleView): Promise<void> {
    const actor = this.staff.actor(till.cashier);
    const stepUpToken = await this.staff.stepUp('sale.cancel', till.cashier, SUPERVISOR, this.clock.now());
    const ask = { saleId: sale.id, reason: 'Se equivocó de producto', despiteDelivery: false, stepUpToken };
    await this.app.get(CancelSale, { strict: false }).execute(onceFor(actor), actor, ask);
    open.cash = open.cash.minus(cashOf(sale));
  }

  /** Takes most of a full drawer to the safe. */
  private async drop(till: Till, open: OpenTill): Promise<void> {
    const amount = Math.floor((open.cash.pesos * 0.6) / 10_000) * 10_000;
    if (amount === 0) return;
    const actor = this.staff.actor(till.cashier);
    const stepUpToken = await this.staff.stepUp('session.sign', till.cashier, SUPERVISOR, this.clock.now());
    const ask = { sessionId: open.sessionId, kind: 'drop' as const, amount, reason: 'A la caja fuerte', stepUpToken };
    await this.app.get(MoveCash, { strict: false }).execute(onceFor(actor), actor, ask);
    open.cash = open.cash.minus(Money.of(amount));
  }

  /** The guest walks over to the bar, and sometimes comes back for the rest. */
  private serve(till: Till, sale: SaleView, minute: number): void {
    const { ticket } = sale;
    if (!ticket) return;
    const deliver = (items: { itemId: string; qty: number }[]) => async (): Promise<void> => {
      const actor = this.staff.actor(till.bartender, till.bar);
      const ask = { ticketId: ticket.id, barId: id(this.club.bars, till.bar), items };
      await this.app.get(DeliverTicket, { strict: false }).execute(actor, onceFor(actor), ask);
    };
    const whole = ticket.items.map((item) => ({ itemId: item.id, qty: item.qty }));
    const [first, ...rest] = whole;
    const walk = this.chance.between(1, 9);
    if (first && rest.length > 0 && this.chance.happens(0.3)) {
      this.at(minute + walk, deliver([first]));
      this.at(minute + walk + this.chance.between(8, 40), deliver(rest));
    } else {
      this.at(minute + walk, deliver(whole));
    }
  }
}

/** A till of few categories sells also what hardly anybody asks for elsewhere: coats at the door. */
function heavier(allowed: readonly string[]): (product: DemoProduct) => DemoProduct {
  return (product) =>
    allowed.includes('Ropero') && product.category === 'Ropero' ? { ...product, weight: 30 } : product;
}

function cashOf(sale: SaleView): Money {
  const cash = sale.payments.filter((payment) => payment.method === 'cash');
  return Money.of(cash.reduce((sum, payment) => sum + payment.amount + payment.roundingAmount, 0));
}
