import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { priceAt, PriceBook, wallClock, WallClock } from '../domain';

/** A product as it is sold at a moment; prices in pesos. */
export interface QuotedProduct {
  readonly productId: string;
  readonly name: string;
  readonly categoryId: string;
  readonly unitPrice: number;
  readonly listPrice: number;
  readonly isActive: boolean;
}

/** What products cost at a moment. Products that the venue does not have are left out. */
@Injectable()
export class QuotePrices {
  constructor(private readonly prices: PriceBook) {}

  async execute(tx: Transaction, venueId: string, productIds: readonly string[], at: Date): Promise<QuotedProduct[]> {
    const products = await this.prices.find(tx, venueId, productIds);
    let clock: WallClock | undefined;
    return products.map(({ listPrice, windowPrices, timeZone, ...product }) => {
      if (windowPrices.length > 0) clock ??= wallClock(at, timeZone);
      const unitPrice = clock ? priceAt(listPrice, windowPrices, clock).unitPrice : listPrice;
      return { ...product, listPrice, unitPrice };
    });
  }
}
