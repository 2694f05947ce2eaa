import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, Once, together, Transaction, Transactions } from '@libs/kernel';
import {
  AskedLine,
  AskedPayment,
  atHeldPrices,
  Basket,
  HeldPrices,
  NO_HELD_PRICES,
  Sale,
  SaleIdUsed,
  SaleRepository,
} from '../domain';
import { GrantCourtesy } from './grant-courtesy';
import { CardPayments, House, Houses, Prices, Stock, Tickets } from './ports';
import { SaleReader, SaleView } from './sale-view';
import { showPlacedSale } from './show-placed-sale';

export interface PlaceSaleInput {
  /** Made by the till, so that a sale has its name before the network answers. */
  readonly id?: string | undefined;
  readonly registerSessionId: string;
  readonly lines: readonly AskedLine[];
  readonly payments: readonly AskedPayment[];
  readonly tipAmount?: number | undefined;
  readonly courtesy?: { readonly reason: string; readonly stepUpToken?: string | undefined } | undefined;
  readonly soldAt?: Date | undefined;
}

/** A sale: money, ticket and stock, all of it or nothing. Two rounds to the database between claim and commit. */
@Injectable()
export class PlaceSale {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sales: SaleRepository,
    private readonly reader: SaleReader,
    private readonly courtesies: GrantCourtesy,
    private readonly houses: Houses,
    private readonly prices: Prices,
    private readonly tickets: Tickets,
    private readonly stock: Stock,
    private readonly cards: CardPayments,
  ) {}

  /**
   * @throws DomainError `session.not_found`, `session.not_open`, `session.not_yours`, `night.not_open`,
   *   `sale.id_taken`, `sale.out_of_stock`, and those of {@link Basket.price}, {@link Sale.place},
   *   {@link GrantCourtesy} and {@link CardPayments.take}
   */
  async execute(once: Once, actor: Actor, ask: PlaceSaleInput): Promise<SaleView> {
    const house = await this.houses.find(actor.venueId);
    try {
      return await this.transactions.once(once, (tx) => this.place(tx, once.fingerprint, house, actor, ask));
    } catch (error) {
      if (!isPlacedAlready(error) || ask.id === undefined) throw error;
      const { id } = ask;
      return await this.transactions.once(once, (tx) => this.answerAgain(tx, once.fingerprint, actor, id));
    }
  }

  private async place(
    tx: Transaction,
    fingerprint: string,
    house: House,
    actor: Actor,
    ask: PlaceSaleInput,
  ): Promise<SaleView> {
    const now = this.clock.now();
    const { venueId } = actor;
    const productIds = ask.lines.map((line) => line.productId);
    const { payments, prices } = await this.charged(tx, actor, ask, now);
    const [{ session, known }, products] = await together(
      this.sales.lookUp(tx, venueId, ask.registerSessionId, ask.id),
      this.prices.at(tx, venueId, productIds, now),
    );
    if (known) throw new SaleIdUsed();
    const basket = Basket.price(ask.lines, atHeldPrices(products, prices), session.allowedCategoryIds);
    const courtesy = ask.courtesy && {
      reason: ask.courtesy.reason,
      grantedBy: await this.courtesies.execute(tx, {
        actor,
        nightId: session.nightId,
        value: basket.total,
        budget: house.courtesyBudget,
        stepUpToken: ask.courtesy.stepUpToken,
      }),
    };
    const sale = Sale.place({
      id: ask.id,
      fingerprint,
      session,
      basket,
      payments,
      tip: ask.tipAmount ?? 0,
      courtesy: courtesy ?? null,
      actor,
      now,
      soldAt: ask.soldAt ?? null,
    });
    const { facts } = sale;
    const [, ticket] = await together(
      this.sales.add(tx, sale),
      this.tickets.issue(tx, facts, house.ticketPrefix),
      facts.inventoryApplied ? this.stock.take(tx, facts, session.locationId, basket.quantities()) : Promise.resolve(),
    );
    return showPlacedSale(sale, ticket, session.registerName, actor);
  }

  /** Approved card payments are taken first: they also say at which prices the guests were charged. */
  private async charged(
    tx: Transaction,
    actor: Actor,
    ask: PlaceSaleInput,
    now: Date,
  ): Promise<{ payments: readonly AskedPayment[]; prices: HeldPrices }> {
    const cards = ask.payments.flatMap(({ intentId, amount }) =>
      intentId === undefined ? [] : [{ intentId, amount }],
    );
    if (cards.length === 0) return { payments: ask.payments, prices: NO_HELD_PRICES };
    if (ask.id === undefined) throw new DomainError('sale.id_missing', 'invalid');
    const { references, prices } = await this.cards.take(tx, {
      venueId: actor.venueId,
      saleId: ask.id,
      sessionId: ask.registerSessionId,
      cart: Basket.cartOf(ask.lines),
      payments: cards,
      at: now,
    });
    const payments = ask.payments.map((payment) => {
      const reference = payment.intentId && references.get(payment.intentId);
      return reference ? { ...payment, reference } : payment;
    });
    return { payments, prices };
  }

  /** The id stands for a sale already: the same one is answered once more, another one is refused. */
  private async answerAgain(tx: Transaction, fingerprint: string, actor: Actor, id: string): Promise<SaleView> {
    if (!(await this.sales.isSame(tx, id, actor.venueId, actor.employeeId, fingerprint))) {
      throw new DomainError('sale.id_taken', 'conflict');
    }
    const sale = await this.reader.view(tx, actor.venueId, id);
    return sale.ticket ? { ...sale, ticket: { ...sale.ticket, qr: this.tickets.qrOf(sale.ticket.id) } } : sale;
  }
}

/** Its card payments were taken by the sale of this very id. */
function isPlacedAlready(error: unknown): boolean {
  return error instanceof SaleIdUsed || (error instanceof DomainError && error.code === 'payment.already_used');
}
