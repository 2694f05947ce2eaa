import { Injectable } from '@nestjs/common';
import { Actor, Clock, Once, Transactions } from '@libs/kernel';
import { StockBook } from '../domain';
import { movedStock, OnHand } from './moved-stock';

/** Somebody counted: what there is replaces what should have been, and the difference is on record. */
@Injectable()
export class RecordCount {
  constructor(
    private readonly transactions: Transactions,
    private readonly stock: StockBook,
    private readonly clock: Clock,
  ) {}

  /**
   * Counted quantities in base units, zero or more.
   * @throws DomainError `stock.location_not_found`, `stock.ingredient_not_found`, `stock.not_enough`
   */
  execute(
    actor: Actor,
    once: Once,
    given: { locationId: string; note: string | null; items: readonly { ingredientId: string; counted: number }[] },
  ): Promise<OnHand[]> {
    const items = given.items.map((item) => ({
      locationId: given.locationId,
      ingredientId: item.ingredientId,
      quantity: item.counted,
    }));
    const { venueId, employeeId } = actor;
    return this.transactions.once(once, (tx) => {
      const move = { venueId, employeeId, kind: 'count' as const, at: this.clock.now(), note: given.note, items };
      return movedStock(this.stock, tx, actor, 'inventory.stock_counted', move);
    });
  }
}
