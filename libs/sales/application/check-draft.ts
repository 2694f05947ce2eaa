import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, together, Transaction } from '@libs/kernel';
import { atHeldPrices, Basket, CardProvider, pricesOf, SaleRepository, settlePayments } from '../domain';
import { PlaceSaleInput } from './place-sale';
import { Admissions, CardPayments, Guests, Prices, Stock } from './ports';

export interface SaleDraftCheck {
  readonly nightId: string;
  readonly registerId: string;
  /** Which products and how many. */
  readonly cart: string;
  readonly primaryProvider: CardProvider | null;
  readonly backupProvider: CardProvider | null;
  /** Whose sale it will be, as the guest's token tells now: when its cards have paid, it may be over. */
  readonly customerId: string | null;
}

/**
 * Whether a sale could be placed as it is, before anybody's card is charged for it. Holds the session open meanwhile, and
 * the prices until its cards have paid.
 */
@Injectable()
export class CheckDraft {
  constructor(
    private readonly clock: Clock,
    private readonly sales: SaleRepository,
    private readonly prices: Prices,
    private readonly stock: Stock,
    private readonly cards: CardPayments,
    private readonly admissions: Admissions,
    private readonly guests: Guests,
  ) {}

  /**
   * @throws DomainError `sale.id_missing`, `sale.id_taken`, `session.not_open`, `session.not_yours`, `night.not_open`,
   *   `sale.out_of_stock`, `guest.token_invalid`, and those of {@link Basket.price} and {@link settlePayments}
   */
  async execute(tx: Transaction, actor: Actor, ask: PlaceSaleInput): Promise<SaleDraftCheck> {
    if (ask.id === undefined) throw new DomainError('sale.id_missing', 'invalid');
    const now = this.clock.now();
    const { venueId } = actor;
    const { customerToken: token } = ask;
    const productIds = ask.lines.map((line) => line.productId);
    const [{ session, known }, products, customerId] = await together(
      this.sales.lookUp(tx, venueId, ask.registerSessionId, ask.id),
      this.prices.at(tx, venueId, productIds, now),
      token === undefined ? Promise.resolve(null) : this.guests.recognised(tx, actor, token),
    );
    if (known) throw new DomainError('sale.id_taken', 'conflict');
    if (session.status !== 'OPEN') throw new DomainError('session.not_open', 'conflict', { status: session.status });
    if (session.nightStatus !== 'OPEN') throw new DomainError('night.not_open', 'conflict');
    if (session.employeeId !== actor.employeeId) throw new DomainError('session.not_yours', 'forbidden');
    const cart = Basket.cartOf(ask.lines);
    const prices = await this.cards.holdPrices(tx, { venueId, saleId: ask.id, cart, prices: pricesOf(products) });
    const basket = Basket.price(ask.lines, atHeldPrices(products, prices), session.allowedCategoryIds);
    const awaited = ask.payments.map((payment) =>
      payment.intentId === undefined ? payment : { ...payment, reference: 'awaited' },
    );
    settlePayments(basket.total, awaited, session.allowedMethods, now);
    const portions = await this.stock.left(venueId, session.locationId, productIds);
    const left = [...portions, ...(await this.admissions.left(venueId, session.id, productIds))];
    for (const { productId, qty } of basket.quantities()) {
      const there = left.find((one) => one.productId === productId)?.left ?? Infinity;
      const productName = products.find((product) => product.productId === productId)?.name;
      if (there < qty) throw new DomainError('sale.out_of_stock', 'conflict', { productName, left: there });
    }
    const { nightId, registerId, primaryProvider, backupProvider } = session;
    return { nightId, registerId, cart, primaryProvider, backupProvider, customerId };
  }
}
