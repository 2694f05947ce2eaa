import { PriceWindow } from './price-window';

/** A price window as the house keeps it. */
export interface WindowPlan extends PriceWindow {
  readonly venueId: string;
  readonly isActive: boolean;
  /** What products cost within it, in pesos; each product once. */
  readonly prices: readonly { readonly productId: string; readonly price: number }[];
}

export type WindowFields = Omit<WindowPlan, 'id' | 'venueId'>;
