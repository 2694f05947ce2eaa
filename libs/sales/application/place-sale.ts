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
import {
  Admissions,
  CardPayments,
  EntryProduct,
  House,
  Houses,
  IssuedTicket,
  Prices,
  Quantity,
  Stock,
  Tickets,
  WalletPayments,
} from './ports';
import { SaleGuests } from './sale-guests';
import { SaleReader, SaleView } from './sale-view';
import { showPlacedSale } from './show-placed-sale';

export interface PlaceSaleInput {
  /** Made by the till, so that a sale has its name before the network answers. */
  readonly id?: string | undefined;
  readonly registerSessionId: string;
  readonly lines: readonly AskedLine[];
  readonly payments: readonly AskedPayment[];
  /** Of the guest whom the sale and its ticket belong to; when it is over, of whom its cards were asked for. */
  readonly customerToken?: string | undefined;
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
    private readonly guests: SaleGuests,
    private readonly wallets: WalletPayments,
    private readonly admissions: Admissions,
  ) {}

  /**
   * @throws DomainError `session.not_found`, `session.not_open`, `session.not_yours`, `night.not_open`,
   *   `sale.id_taken`, `sale.out_of_stock`, and those of {@link Basket.price}, {@link Sale.place},
   *   {@link GrantCourtesy}, {@link CardPayments.take}, {@link SaleGuests.of}, {@link WalletPayments.pay} and
   *   {@link Admissions.admit}
   */
  async execute(once: Once, actor: Actor, ask: PlaceSaleInput): Promise<SaleView> {
    const house = await this.houses.find(actor.venueId);
    try {
      return await this.transactions.once(once, (tx) => this.place(tx, once.fingerprint, house, actor, ask));
    } catch (error) {
      const again = isPlacedAlready(error) ? await this.placedBefore(once, actor, ask.id) : undefined;
      if (again) return again;
      await this.guests.noteAttempt(actor, error);
      throw isUsed(error) && ask.id !== undefined ? new DomainError('sale.id_taken', 'conflict') : error;
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
    const { payments, prices, guestId } = await this.charged(tx, actor, ask, now);
    const [{ session, known }, products, { customerId, payerId }, entries] = await together(
      this.sales.lookUp(tx, venueId, ask.registerSessionId, ask.id),
      this.prices.at(tx, venueId, productIds, now),
      this.guests.of(tx, actor, ask, guestId),
      this.admissions.among(tx, venueId, ask.registerSessionId, productIds),
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
      customerId,
      basket,
      payments,
      tip: ask.tipAmount ?? 0,
      courtesy: courtesy ?? null,
      actor,
      now,
      soldAt: ask.soldAt ?? null,
    });
    const stock = { quantities: basket.quantities(), locationId: session.locationId };
    const ticket = await this.write(tx, sale, house, actor, payerId, stock, entries);
    return showPlacedSale(sale, ticket, session.registerName, actor);
  }

  /**
   * What a wallet refuses must be known before stock is held: whoever waits for the balance would else keep others waiting
   * for stock. Without a wallet all of it goes in one packet; with entries the order is that of {@link CancelSale} and of
   * an order of entries: entries, wallet, stock.
   */
  private async write(
    tx: Transaction,
    sale: Sale,
    house: House,
    actor: Actor,
    payerId: string | null,
    { quantities, locationId }: { readonly quantities: readonly Quantity[]; readonly locationId: string },
    entries: readonly EntryProduct[],
  ): Promise<IssuedTicket | null> {
    const { facts } = sale;
    const { ticketPrefix } = house;
    const delivered = facts.lines.filter(({ productId }) => !entries.some((entry) => entry.productId === productId));
    const add = this.sales.add(tx, sale);
    const issue = delivered.length > 0 ? this.tickets.issue(tx, facts, delivered, ticketPrefix) : Promise.resolve(null);
    const take = (): Promise<void> =>
      facts.inventoryApplied ? this.stock.take(tx, facts, locationId, quantities) : Promise.resolve();
    const pay = (payer: string): Promise<void> => this.wallets.pay(tx, facts, walletPayment(sale, payer), actor);
    if (entries.length === 0) {
      const [, ticket] = await together(add, issue, payerId === null ? take() : pay(payerId));
      if (payerId !== null) await take();
      return ticket;
    }
    const [, ticket] = await together(add, issue);
    // A test lets nobody in.
    if (!facts.isTest) await this.admissions.admit(tx, facts, entries, ticketPrefix, actor);
    if (payerId !== null) await pay(payerId);
    await take();
    return ticket;
  }

  /** Approved card payments are taken first: they also say at which prices the guests were charged, and whose sale it is. */
  private async charged(
    tx: Transaction,
    actor: Actor,
    ask: PlaceSaleInput,
    now: Date,
  ): Promise<{ payments: readonly AskedPayment[]; prices: HeldPrices; guestId: string | null }> {
    const cards = ask.payments.flatMap(({ intentId, amount }) =>
      intentId === undefined ? [] : [{ intentId, amount }],
    );
    if (cards.length === 0) return { payments: ask.payments, prices: NO_HELD_PRICES, guestId: null };
    if (ask.id === undefined) throw new DomainError('sale.id_missing', 'invalid');
    const { references, prices, guestId } = await this.cards.take(tx, {
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
    return { payments, prices, guestId };
  }

  /** The id stands for a sale already: the same one is answered once more. @returns undefined when it is another one */
  private async placedBefore(once: Once, actor: Actor, id: string | undefined): Promise<SaleView | undefined> {
    if (id === undefined) return undefined;
    const { venueId, employeeId } = actor;
    try {
      return await this.transactions.once(once, async (tx) => {
        if (!(await this.sales.isSame(tx, id, venueId, employeeId, once.fingerprint))) throw new AnotherSale();
        const sale = await this.reader.view(tx, venueId, id);
        return sale.ticket ? { ...sale, ticket: { ...sale.ticket, qr: this.tickets.qrOf(sale.ticket.id) } } : sale;
      });
    } catch (error) {
      if (error instanceof AnotherSale) return undefined;
      throw error;
    }
  }
}

/** Rolls back, so that no key is burnt. */
class AnotherSale extends Error {}

function walletPayment({ facts }: Sale, customerId: string): { customerId: string; amount: number } {
  const payment = facts.payments.find(({ method }) => method === 'wallet');
  if (!payment) throw new TypeError('a wallet pays and no payment says so');
  return { customerId, amount: payment.amount.pesos };
}

/** Its id, or the card payments that were taken for it, belong to a sale that stands. */
function isUsed(error: unknown): boolean {
  return error instanceof SaleIdUsed || (error instanceof DomainError && error.code === 'payment.already_used');
}

/** It may be that this very sale was placed before: then its QR has paid, too. */
function isPlacedAlready(error: unknown): boolean {
  return isUsed(error) || (error instanceof DomainError && error.code === 'guest.token_paid');
}
