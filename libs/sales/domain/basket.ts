import { DomainError, Money } from '@libs/kernel';

/** What somebody wants to buy: the client says which and how many, never for how much. */
export interface AskedLine {
  readonly productId: string;
  readonly qty: number;
  readonly note?: string | undefined;
}

/** A product with the price that holds now, in pesos, as the catalog tells it. */
export interface PricedProduct {
  readonly productId: string;
  readonly name: string;
  readonly categoryId: string;
  readonly unitPrice: number;
  /** Price without happy hour or other windows. */
  readonly listPrice: number;
  readonly isActive: boolean;
}

export interface BasketLine {
  readonly productId: string;
  readonly name: string;
  readonly qty: number;
  readonly unitPrice: Money;
  readonly listPrice: Money;
  readonly total: Money;
  readonly note: string | null;
}

/** Priced lines that a register may sell. */
export class Basket {
  private constructor(
    readonly lines: readonly BasketLine[],
    readonly total: Money,
  ) {}

  /**
   * @param allowedCategoryIds empty for a register that sells everything
   * @throws DomainError `sale.product_unavailable`, `sale.product_not_allowed` (conflict)
   */
  static price(
    asked: readonly AskedLine[],
    products: readonly PricedProduct[],
    allowedCategoryIds: readonly string[],
  ): Basket {
    const known = new Map(products.map((product) => [product.productId, product]));
    const lines = asked.map((line) => toLine(line, known.get(line.productId), allowedCategoryIds));
    return new Basket(lines, Money.sum(lines.map((line) => line.total)));
  }

  /** Which products and how many, the same for the same cart however it was typed. */
  static cartOf(asked: readonly AskedLine[]): string {
    const quantities = new Map<string, number>();
    for (const { productId, qty } of asked) quantities.set(productId, (quantities.get(productId) ?? 0) + qty);
    return [...quantities]
      .map(([id, qty]) => `${id}:${String(qty)}`)
      .sort()
      .join(' ');
  }

  /** How many of each product, whatever the lines: what stock is asked for. */
  quantities(): { productId: string; qty: number }[] {
    const quantities = new Map<string, number>();
    for (const { productId, qty } of this.lines) quantities.set(productId, (quantities.get(productId) ?? 0) + qty);
    return [...quantities].map(([productId, qty]) => ({ productId, qty }));
  }
}

function toLine(line: AskedLine, product: PricedProduct | undefined, allowed: readonly string[]): BasketLine {
  if (!product?.isActive) {
    throw new DomainError('sale.product_unavailable', 'conflict', {
      productId: line.productId,
      productName: product?.name ?? null,
    });
  }
  if (allowed.length > 0 && !allowed.includes(product.categoryId)) {
    throw new DomainError('sale.product_not_allowed', 'conflict', {
      productId: line.productId,
      productName: product.name,
    });
  }
  const unitPrice = Money.of(product.unitPrice);
  return {
    productId: line.productId,
    name: product.name,
    qty: line.qty,
    unitPrice,
    listPrice: Money.of(product.listPrice),
    total: unitPrice.times(line.qty),
    note: line.note ?? null,
  };
}
