import { Injectable } from '@nestjs/common';
import { DomainEvent, Transaction } from '@libs/kernel';
import { sql, sqlOf, together, writeOutbox } from '@libs/platform';
import { MovedLevel, StockBook, StockMove } from '../domain';

const UNKNOWN = sql(
  'inventory.unknown',
  `SELECT
     (SELECT count(*)::int FROM unnest($2::uuid[]) AS asked (id) WHERE NOT EXISTS
       (SELECT 1 FROM inventory.stock_locations l WHERE l.id = asked.id AND l.venue_id = $1)) AS locations,
     (SELECT count(*)::int FROM unnest($3::uuid[]) AS asked (id) WHERE NOT EXISTS
       (SELECT 1 FROM inventory.ingredients i WHERE i.id = asked.id AND i.venue_id = $1)) AS ingredients`,
);

const CREATE_MISSING = sql(
  'inventory.create_levels',
  `INSERT INTO inventory.stock_levels (location_id, ingredient_id, on_hand)
   SELECT location_id, ingredient_id, 0 FROM unnest($1::uuid[], $2::uuid[]) AS asked (location_id, ingredient_id)
   ORDER BY ingredient_id, location_id
   ON CONFLICT DO NOTHING`,
);

/**
 * Locks the levels in the order in which sales lock them, and moves all of them or none. A count ($9) is a movement by
 * the difference to what is on hand once the row is locked.
 */
const MOVE = sql(
  'inventory.move',
  `WITH locked AS (
     SELECT level.location_id, level.ingredient_id, ingredient.name, level.on_hand,
            asked.quantity - CASE WHEN $9 THEN level.on_hand ELSE 0 END AS change,
            NOT $9 AND ingredient.is_strict AND asked.quantity < 0 AND level.on_hand + asked.quantity < 0 AS is_short
     FROM unnest($6::uuid[], $7::uuid[], $8::bigint[]) AS asked (location_id, ingredient_id, quantity)
     JOIN inventory.stock_levels level USING (location_id, ingredient_id)
     JOIN inventory.ingredients ingredient ON ingredient.id = level.ingredient_id
     ORDER BY level.ingredient_id, level.location_id
     FOR UPDATE OF level
   ), verdict AS (
     SELECT coalesce(bool_and(NOT is_short), true) AS ok FROM locked
   ), moved AS (
     INSERT INTO inventory.movements (venue_id, kind, employee_id, created_at, note, location_id, ingredient_id, quantity)
     SELECT $1, $2, $3, $4, $5, location_id, ingredient_id, change FROM locked
     WHERE change <> 0 AND (SELECT ok FROM verdict)
   ), shifted AS (
     UPDATE inventory.stock_levels level SET on_hand = level.on_hand + locked.change
     FROM locked
     WHERE level.location_id = locked.location_id AND level.ingredient_id = locked.ingredient_id
       AND locked.change <> 0 AND (SELECT ok FROM verdict)
   )
   SELECT location_id AS "locationId", ingredient_id AS "ingredientId", name AS "ingredientName", on_hand AS before,
          on_hand + change AS after, is_short AS "isShort"
   FROM locked`,
);

/** {@link StockBook} in one statement an act. */
@Injectable()
export class SqlStockBook extends StockBook {
  async unknown(
    tx: Transaction,
    venueId: string,
    { locations, ingredients }: { readonly locations: readonly string[]; readonly ingredients: readonly string[] },
  ): Promise<{ locations: number; ingredients: number }> {
    const [row] = await sqlOf(tx).rows<{ locations: number; ingredients: number }>(UNKNOWN, [
      venueId,
      locations,
      ingredients,
    ]);
    return row ?? { locations: locations.length, ingredients: ingredients.length };
  }

  async move(tx: Transaction, { venueId, kind, employeeId, at, note, items }: StockMove): Promise<MovedLevel[]> {
    const locations = items.map((item) => item.locationId);
    const ingredients = items.map((item) => item.ingredientId);
    const quantities = items.map((item) => item.quantity);
    const values = [venueId, kind, employeeId, at, note, locations, ingredients, quantities, kind === 'count'];
    const [, levels] = await together(
      sqlOf(tx).rows(CREATE_MISSING, [locations, ingredients]),
      sqlOf(tx).rows<MovedLevel>(MOVE, values),
    );
    return levels;
  }

  publish(tx: Transaction, events: readonly DomainEvent[]): Promise<void> {
    return writeOutbox(tx, events);
  }
}
