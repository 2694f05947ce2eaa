import { Injectable } from '@nestjs/common';
import { Actor, Clock, Once, Transactions } from '@libs/kernel';
import { StockBook } from '../domain';
import { movedStock, OnHand } from './moved-stock';

/** Stock is carried from one place to another. */
@Injectable()
export class TransferStock {
  constructor(
    private readonly transactions: Transactions,
    private readonly stock: StockBook,
    private readonly clock: Clock,
  ) {}

  /**
   * Quantities in base units, above zero.
   * @throws DomainError `stock.location_not_found`, `stock.ingredient_not_found`, `stock.not_enough`
   */
  execute(
    actor: Actor,
    once: Once,
    given: {
      fromLocationId: string;
      toLocationId: string;
      note: string | null;
      items: readonly { ingredientId: string; quantity: number }[];
    },
  ): Promise<OnHand[]> {
    const items = given.items.flatMap(({ ingredientId, quantity }) => [
      { locationId: given.fromLocationId, ingredientId, quantity: -quantity },
      { locationId: given.toLocationId, ingredientId, quantity },
    ]);
    const { venueId, employeeId } = actor;
    return this.transactions.once(once, (tx) => {
      const move = { venueId, employeeId, kind: 'transfer' as const, at: this.clock.now(), note: given.note, items };
      return movedStock(this.stock, tx, actor, 'inventory.stock_transferred', move);
    });
  }
}
