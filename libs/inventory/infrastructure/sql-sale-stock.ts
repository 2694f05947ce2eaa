import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { Database, Sql, sql, sqlOf } from '@libs/platform';
import { Portions, SaleStock, Shortage, StockCause, StockTaking } from '../domain';

interface Movement {
  readonly name: string;
  readonly column: string;
  readonly taken: string;
  readonly returned: string;
}
const SALE: Movement = { name: 'sale', column: 'sale_id', taken: 'sale', returned: 'sale_cancelled' };
const REDEMPTION: Movement = {
  ...{ name: 'redemption', column: 'redemption_id', taken: 'redemption', returned: 'redemption_undone' },
};

/**
 * Expands the recipes, locks the stock rows in the order of their ingredients, and moves all of them or none. The
 * totals over `locked` are taken before the first row moves, so a refusal leaves everything as it was.
 */
const take = ({ name, column, taken }: Movement): Sql =>
  sql(
    `inventory.take_for_${name}`,
    `WITH wanted AS (
     SELECT r.ingredient_id, sum(r.quantity::bigint * item.qty)::bigint AS quantity
     FROM unnest($6::uuid[], $7::int[]) AS item (product_id, qty)
     JOIN inventory.recipe_items r ON r.product_id = item.product_id
     GROUP BY r.ingredient_id
   ), locked AS (
     SELECT level.ingredient_id, wanted.quantity, ingredient.is_strict AND level.on_hand < wanted.quantity AS is_short
     FROM wanted
     JOIN inventory.ingredients ingredient ON ingredient.id = wanted.ingredient_id
     JOIN inventory.stock_levels level ON level.location_id = $3 AND level.ingredient_id = wanted.ingredient_id
     ORDER BY level.ingredient_id
     FOR UPDATE OF level
   ), verdict AS (
     SELECT count(*) AS found, count(*) FILTER (WHERE is_short) AS short,
            count(*) = (SELECT count(*) FROM wanted) AND coalesce(bool_and(NOT is_short), true) AS ok
     FROM locked
   ), moved AS (
     INSERT INTO inventory.movements (venue_id, location_id, ingredient_id, quantity, kind, ${column}, employee_id, created_at)
     SELECT $1, $3, ingredient_id, -quantity, '${taken}', $2, $4, $5 FROM locked WHERE (SELECT ok FROM verdict)
   ), lowered AS (
     UPDATE inventory.stock_levels level SET on_hand = level.on_hand - locked.quantity
     FROM locked
     WHERE level.location_id = $3 AND level.ingredient_id = locked.ingredient_id AND (SELECT ok FROM verdict)
   )
   SELECT ok, short > 0 AS is_short FROM verdict`,
  );

/** Runs only when a location meets an ingredient for the first time. */
const CREATE_MISSING = sql(
  'inventory.create_missing_levels',
  `INSERT INTO inventory.stock_levels (location_id, ingredient_id, on_hand)
   SELECT DISTINCT $1::uuid, r.ingredient_id, 0 FROM inventory.recipe_items r WHERE r.product_id = ANY ($2::uuid[])
   ORDER BY r.ingredient_id
   ON CONFLICT DO NOTHING`,
);

/**
 * The first of the products, in the order asked for, that the location cannot serve. What products before it want of
 * the same ingredient is no longer there for it.
 */
const SHORTAGE = sql(
  'inventory.shortage',
  `WITH item AS (
     SELECT product_id, sum(qty) AS qty, min(position) AS position
     FROM unnest($2::uuid[], $3::int[]) WITH ORDINALITY AS i (product_id, qty, position)
     GROUP BY product_id
   ), demand AS (
     SELECT item.position, item.product_id, r.quantity, coalesce(level.on_hand, 0) AS on_hand,
            r.quantity * item.qty AS own, sum(r.quantity * item.qty) OVER (PARTITION BY r.ingredient_id ORDER BY item.position) AS so_far
     FROM item
     JOIN inventory.recipe_items r ON r.product_id = item.product_id
     JOIN inventory.ingredients ingredient ON ingredient.id = r.ingredient_id AND ingredient.is_strict
     LEFT JOIN inventory.stock_levels level ON level.location_id = $1 AND level.ingredient_id = r.ingredient_id
   )
   SELECT demand.product_id, p.name AS product_name,
          greatest(0, min(floor((on_hand - so_far + own)::numeric / quantity)))::int AS "left"
   FROM demand JOIN catalog.products p ON p.id = demand.product_id
   GROUP BY demand.position, demand.product_id, p.name
   HAVING bool_or(on_hand < so_far)
   ORDER BY demand.position LIMIT 1`,
);

/** The unique index over cause, ingredient and kind decides who gives back; only what was written is added. */
const giveBack = ({ name, column, taken, returned }: Movement): Sql =>
  sql(
    `inventory.give_back_for_${name}`,
    `WITH locked AS (
     SELECT taken.venue_id, taken.location_id, taken.ingredient_id, -taken.quantity AS quantity
     FROM inventory.movements taken
     JOIN inventory.stock_levels level USING (location_id, ingredient_id)
     WHERE taken.${column} = $1 AND taken.kind = '${taken}'
     ORDER BY level.ingredient_id
     FOR UPDATE OF level
   ), given AS (
     INSERT INTO inventory.movements (venue_id, location_id, ingredient_id, quantity, kind, ${column}, employee_id, created_at)
     SELECT venue_id, location_id, ingredient_id, quantity, '${returned}', $1, $2, $3 FROM locked
     ON CONFLICT (${column}, ingredient_id, kind) WHERE ${column} IS NOT NULL DO NOTHING
     RETURNING location_id, ingredient_id, quantity
   )
   UPDATE inventory.stock_levels level SET on_hand = level.on_hand + given.quantity
   FROM given
   WHERE level.location_id = given.location_id AND level.ingredient_id = given.ingredient_id`,
  );

const TAKE: Readonly<Record<StockCause['kind'], Sql>> = { sale: take(SALE), redemption: take(REDEMPTION) };
const GIVE_BACK: Readonly<Record<StockCause['kind'], Sql>> = {
  ...{ sale: giveBack(SALE), redemption: giveBack(REDEMPTION) },
};

const PORTIONS = sql(
  'inventory.available_portions',
  `SELECT r.product_id, greatest(0, min(floor(coalesce(level.on_hand, 0)::numeric / r.quantity)))::int AS "left"
   FROM inventory.recipe_items r
   JOIN inventory.ingredients ingredient ON ingredient.id = r.ingredient_id AND ingredient.is_strict
   LEFT JOIN inventory.stock_levels level ON level.location_id = $2 AND level.ingredient_id = r.ingredient_id
   WHERE ingredient.venue_id = $1 AND ($3::uuid[] IS NULL OR r.product_id = ANY ($3))
   GROUP BY r.product_id`,
);

interface PortionsRow {
  product_id: string;
  left: number;
}

/** {@link SaleStock} in one statement a cause. */
@Injectable()
export class SqlSaleStock extends SaleStock {
  constructor(private readonly database: Database) {
    super();
  }

  async take(tx: Transaction, taking: StockTaking): Promise<Shortage | undefined> {
    const productIds = taking.items.map((item) => item.productId);
    const quantities = taking.items.map((item) => item.qty);
    const { venueId, cause, locationId, employeeId, at } = taking;
    const values = [venueId, cause.id, locationId, employeeId, at, productIds, quantities];
    const attempt = async (): Promise<{ ok: boolean; is_short: boolean }> =>
      (await sqlOf(tx).rows<{ ok: boolean; is_short: boolean }>(TAKE[cause.kind], values))[0] ?? {
        ok: false,
        is_short: false,
      };
    let verdict = await attempt();
    if (!verdict.ok && !verdict.is_short) {
      await sqlOf(tx).rows(CREATE_MISSING, [locationId, productIds]);
      verdict = await attempt();
    }
    if (verdict.ok) return undefined;
    const [row] = await sqlOf(tx).rows<PortionsRow & { product_name: string }>(SHORTAGE, [
      locationId,
      productIds,
      quantities,
    ]);
    if (!row) throw new Error('stock was short of something that no item wants');
    return { productId: row.product_id, productName: row.product_name, left: row.left };
  }

  async giveBack(tx: Transaction, cause: StockCause, employeeId: string, at: Date): Promise<void> {
    await sqlOf(tx).count(GIVE_BACK[cause.kind], [cause.id, employeeId, at]);
  }

  async portions(venueId: string, locationId: string, productIds?: readonly string[]): Promise<Portions[]> {
    const rows = await this.database.rows<PortionsRow>(PORTIONS, [venueId, locationId, productIds ?? null]);
    return rows.map((row) => ({ productId: row.product_id, left: row.left }));
  }
}
