import { DomainEvent, Transaction } from '@libs/kernel';
import { Category } from './category';
import { PriceChange, Product } from './product';
import { WindowPlan } from './window-plan';

type Events = readonly DomainEvent[];

/**
 * Where the menu is kept. What is found is locked until the transaction ends; of another house nothing is found.
 * Writes throw DomainError `catalog.name_taken` when the house has another of that name.
 */
export abstract class MenuRepository {
  abstract category(tx: Transaction, venueId: string, id: string): Promise<Category | undefined>;
  abstract addCategory(tx: Transaction, category: Category, events: Events): Promise<void>;
  abstract updateCategory(tx: Transaction, category: Category, events: Events): Promise<void>;

  abstract product(tx: Transaction, venueId: string, id: string): Promise<Product | undefined>;
  /** Whether all of them are products of the house. */
  abstract hasProducts(tx: Transaction, venueId: string, ids: readonly string[]): Promise<boolean>;
  abstract addProduct(tx: Transaction, product: Product, events: Events): Promise<void>;
  abstract updateProduct(tx: Transaction, product: Product, events: Events): Promise<void>;
  /** Sets many list prices at once; answers those that were other ones before. */
  abstract setPrices(
    tx: Transaction,
    venueId: string,
    prices: readonly { readonly id: string; readonly price: number }[],
    at: Date,
  ): Promise<PriceChange[]>;

  abstract window(tx: Transaction, venueId: string, id: string): Promise<WindowPlan | undefined>;
  abstract addWindow(tx: Transaction, window: WindowPlan, events: Events): Promise<void>;
  abstract updateWindow(tx: Transaction, window: WindowPlan, events: Events): Promise<void>;
  abstract deleteWindow(tx: Transaction, windowId: string, events: Events): Promise<void>;

  abstract publish(tx: Transaction, events: Events): Promise<void>;
}
