import { Actor, DomainError, Transaction } from '@libs/kernel';
import { MovedLevel, StockBook, StockMove } from '../domain';
import { stockEvent } from './stock-event';

/** What is on hand after a movement, in base units; plain data, it is stored with the key of the request. */
export interface OnHand {
  readonly locationId: string;
  readonly ingredientId: string;
  readonly onHand: number;
}

/**
 * Moves stock and tells of it; the act's transaction is its caller's.
 * @throws DomainError `stock.location_not_found`, `stock.ingredient_not_found`, `stock.not_enough` (conflict, facts
 *   ingredientName and onHand) when something counted would go below zero; nothing was moved then
 */
export async function movedStock(
  stock: StockBook,
  tx: Transaction,
  actor: Actor,
  type: string,
  move: StockMove,
): Promise<OnHand[]> {
  const locations = [...new Set(move.items.map((item) => item.locationId))];
  const ingredients = [...new Set(move.items.map((item) => item.ingredientId))];
  const unknown = await stock.unknown(tx, actor.venueId, { locations, ingredients });
  if (unknown.locations > 0) throw new DomainError('stock.location_not_found', 'not_found');
  if (unknown.ingredients > 0) throw new DomainError('stock.ingredient_not_found', 'not_found');
  const levels = await stock.move(tx, move);
  const short = levels.find((level) => level.isShort);
  if (short) {
    const { ingredientName, before: onHand } = short;
    throw new DomainError('stock.not_enough', 'conflict', { ingredientName, onHand });
  }
  const data = { note: move.note, items: levels.map(shown) };
  await stock.publish(tx, [stockEvent(type, locations[0] as string, data, actor, move.at)]);
  return levels.map(({ locationId, ingredientId, after }) => ({ locationId, ingredientId, onHand: after }));
}

function shown(level: MovedLevel): Record<string, unknown> {
  return {
    location_id: level.locationId,
    ingredient_id: level.ingredientId,
    name: level.ingredientName,
    before: level.before,
    after: level.after,
  };
}
