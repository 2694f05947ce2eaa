import type { PriceWindow, Product } from '../../app/wire';

/** Minutes since midnight of "22:30". */
function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Whether a window that ends at or before its start, and so on the next day. */
export function endsNextDay({ from, to }: Pick<PriceWindow, 'from' | 'to'>): boolean {
  return minuteOf(to) <= minuteOf(from);
}

/** Whether a window holds on an ISO weekday (1 is Monday) at a time; its part after midnight belongs to the day before. */
export function holdsAt(window: Pick<PriceWindow, 'weekdays' | 'from' | 'to'>, weekday: number, time: string): boolean {
  const at = minuteOf(time);
  const from = minuteOf(window.from);
  const to = minuteOf(window.to);
  if (!endsNextDay(window)) return window.weekdays.includes(weekday) && at >= from && at < to;
  const dayBefore = weekday === 1 ? 7 : weekday - 1;
  return (window.weekdays.includes(weekday) && at >= from) || (window.weekdays.includes(dayBefore) && at < to);
}

export interface SpecialPrice {
  readonly product: Product;
  readonly price: number;
  readonly window: string;
}

/** The products on sale that cost something else at this time: the lowest price of the windows that hold. */
export function specialPricesAt(
  products: readonly Product[],
  windows: readonly PriceWindow[],
  weekday: number,
  time: string,
): SpecialPrice[] {
  const holding = windows.filter((window) => window.is_active && holdsAt(window, weekday, time));
  return products
    .filter(({ is_active }) => is_active)
    .flatMap((product): SpecialPrice[] => {
      const offers = holding.flatMap((window) =>
        window.prices
          .filter(({ product_id }) => product_id === product.id)
          .map(({ price }) => ({ product, price, window: window.name })),
      );
      const [best] = offers.sort((a, b) => a.price - b.price);
      return best && best.price !== product.price ? [best] : [];
    });
}

export interface BulkRule {
  readonly by: 'percent' | 'amount';
  /** Per cent or pesos, negative to lower. */
  readonly change: number;
  /** Rounded to the nearest multiple of this, pesos. */
  readonly round: number;
}

/** A price after a bulk change, never below zero. */
export function bulkPrice(price: number, { by, change, round }: BulkRule): number {
  const changed = by === 'percent' ? (price * (100 + change)) / 100 : price + change;
  return Math.max(0, Math.round(changed / round) * round);
}

/** The share of the net price (IVA 19 % inside) that is left after the cost; null for a free product. */
export function marginOf(price: number, cost: number): number | null {
  const net = Math.round(price / 1.19);
  return net > 0 ? (net - cost) / net : null;
}

/** What a quantity of an ingredient costs, pesos, from the cost of its package. */
export function costOf(quantity: number, ingredient: { package_size: number; package_cost: number }): number {
  return ingredient.package_size > 0 ? (quantity * ingredient.package_cost) / ingredient.package_size : 0;
}
