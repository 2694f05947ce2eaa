import { Injectable } from '@nestjs/common';
import { Actor, Clock, together, Transactions } from '@libs/kernel';
import { AskedLine, Basket, SaleRepository } from '../domain';
import { Admissions, Guests, Prices, Purse, Stock, WalletPayments } from './ports';

export interface Quote {
  readonly lines: readonly {
    readonly productId: string;
    readonly name: string;
    readonly qty: number;
    readonly unitPrice: number;
    readonly listPrice: number;
    readonly totalAmount: number;
  }[];
  readonly totalAmount: number;
  readonly ivaAmount: number;
  /** What is due when all of it is paid in cash. */
  readonly cashTotalAmount: number;
  readonly cashRounding: number;
  readonly shortages: readonly { readonly productId: string; readonly name: string; readonly left: number }[];
  /** What the guest's wallet holds, and whether it covers all of it; null when no guest was named. */
  readonly wallet: (Purse & { readonly covers: boolean }) | null;
}

/** What a cart would cost now, and what there is not enough of. Promises nothing. */
@Injectable()
export class QuoteSale {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sales: SaleRepository,
    private readonly prices: Prices,
    private readonly stock: Stock,
    private readonly admissions: Admissions,
    private readonly guests: Guests,
    private readonly wallets: WalletPayments,
  ) {}

  /**
   * @param customerToken of the guest who wants to pay with the wallet
   * @throws DomainError `session.not_found`, `sale.product_unavailable`, `sale.product_not_allowed`, `guest.token_invalid`
   */
  async execute(
    actor: Actor,
    registerSessionId: string,
    asked: readonly AskedLine[],
    customerToken?: string,
  ): Promise<Quote> {
    const { venueId } = actor;
    const productIds = asked.map((line) => line.productId);
    const [session, products, customerId] = await this.transactions.run((tx) =>
      together(
        this.sales.look(tx, venueId, registerSessionId),
        this.prices.at(tx, venueId, productIds, this.clock.now()),
        customerToken === undefined ? Promise.resolve(null) : this.guests.recognised(tx, actor, customerToken),
      ),
    );
    const basket = Basket.price(asked, products, session.allowedCategoryIds);
    const [portions, places] = await Promise.all([
      this.stock.left(venueId, session.locationId, productIds),
      this.admissions.left(venueId, registerSessionId, productIds),
    ]);
    const left = new Map([...portions, ...places].map((there) => [there.productId, there.left]));
    const names = new Map(products.map((product) => [product.productId, product.name]));
    const shortages = basket.quantities().flatMap(({ productId, qty }) => {
      const there = left.get(productId) ?? Infinity;
      return there < qty ? [{ productId, name: names.get(productId) ?? '', left: there }] : [];
    });
    const purse = customerId === null ? null : await this.wallets.purse(venueId, customerId);
    const inCash = basket.total.roundedForCash();
    return {
      lines: basket.lines.map((line) => ({
        productId: line.productId,
        name: line.name,
        qty: line.qty,
        unitPrice: line.unitPrice.pesos,
        listPrice: line.listPrice.pesos,
        totalAmount: line.total.pesos,
      })),
      totalAmount: basket.total.pesos,
      ivaAmount: basket.total.ivaInside().pesos,
      cashTotalAmount: inCash.pesos,
      cashRounding: inCash.minus(basket.total).pesos,
      shortages,
      wallet: purse && { ...purse, covers: !purse.isFrozen && purse.balance >= basket.total.pesos },
    };
  }
}
