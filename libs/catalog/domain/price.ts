import { isOpen, PriceWindow } from './price-window';
import { WallClock } from './wall-clock';

/** A product's price within one window, in pesos. */
export interface WindowPrice {
  readonly window: PriceWindow;
  readonly price: number;
}

/** What a unit costs at a moment, in pesos. */
export interface CurrentPrice {
  readonly unitPrice: number;
  readonly listPrice: number;
  /** The window that gives the price, undefined when it is the list price. */
  readonly window: PriceWindow | undefined;
}

/** The price that holds at a moment: of the open windows that name the product the cheapest, else the list price. */
export function priceAt(listPrice: number, windowPrices: readonly WindowPrice[], clock: WallClock): CurrentPrice {
  let best: WindowPrice | undefined;
  for (const candidate of windowPrices) {
    if (isOpen(candidate.window, clock) && (!best || candidate.price < best.price)) best = candidate;
  }
  return { unitPrice: best?.price ?? listPrice, listPrice, window: best?.window };
}
