import { newId, Transaction } from '@libs/kernel';
import { useTestPlatform } from '@libs/platform/testing';
import { AvailablePortions, GiveBackForSale, TakeForSale } from '../application';
import { SqlSaleStock } from './sql-sale-stock';

const AT = new Date('2026-07-05T03:00:00Z');
const EIGHT = Array.from({ length: 8 }, (_, index) => index);

describe('stock moved by sales', () => {
  const platform = useTestPlatform();
  const [venueId, category, bar, cellar] = [newId(), newId(), newId(), newId()] as const;
  const [can, pisco, ice] = [newId(), newId(), newId()] as const;
  const [beer, piscola, combo, entry] = [newId(), newId(), newId(), newId()] as const;
  const employeeId = newId();
  let takeForSale: TakeForSale;
  let giveBackForSale: GiveBackForSale;
  let availablePortions: AvailablePortions;

  beforeAll(async () => {
    const { owner } = platform;
    const stock = new SqlSaleStock(platform.database);
    takeForSale = new TakeForSale(stock);
    giveBackForSale = new GiveBackForSale(stock);
    availablePortions = new AvailablePortions(stock);
    await owner.query(`INSERT INTO nights.venues (id, name, ticket_prefix) VALUES ($1, 'Club', 'CLB')`, [venueId]);
    await owner.query(
      `INSERT INTO catalog.categories (id, venue_id, name, icon, hue) VALUES ($1, $2, 'Todo', 'beer', 'beer')`,
      [category, venueId],
    );
    await owner.query(
      `INSERT INTO catalog.products (id, venue_id, category_id, name, price)
       SELECT id, $1, $2, name, 4000 FROM unnest($3::uuid[], $4::text[]) AS p (id, name)`,
      [venueId, category, [beer, piscola, combo, entry], ['Cerveza', 'Piscola', 'Combo', 'Entrada']],
    );
    await owner.query(
      `INSERT INTO inventory.stock_locations (id, venue_id, name) VALUES ($2, $1, 'Barra'), ($3, $1, 'Bodega')`,
      [venueId, bar, cellar],
    );
    await owner.query(
      `INSERT INTO inventory.ingredients (id, venue_id, name, base_unit, package_size, package_cost, is_strict)
       VALUES ($2, $1, 'Lata', 'unit', 24, 12000, true), ($3, $1, 'Pisco', 'ml', 750, 6000, false), ($4, $1, 'Hielo', 'g', 1000, 500, false)`,
      [venueId, can, pisco, ice],
    );
    await owner.query(
      `INSERT INTO inventory.recipe_items (product_id, ingredient_id, quantity)
       VALUES ($1, $4, 1), ($2, $5, 60), ($2, $6, 150), ($3, $4, 2), ($3, $5, 120)`,
      [beer, piscola, combo, can, pisco, ice],
    );
  });

  beforeEach(async () => {
    await platform.owner.query('DELETE FROM inventory.movements');
    await platform.owner.query('DELETE FROM inventory.stock_levels');
  });

  const stock = (ingredientId: string, quantity: number, locationId: string = bar): Promise<unknown> =>
    platform.owner.query(
      `WITH level AS (INSERT INTO inventory.stock_levels (location_id, ingredient_id, on_hand) VALUES ($2, $3, $4))
       INSERT INTO inventory.movements (venue_id, location_id, ingredient_id, quantity, kind) VALUES ($1, $2, $3, $4, 'opening')`,
      [venueId, locationId, ingredientId, quantity],
    );

  const takeIn = (tx: Transaction, items: [productId: string, qty: number][], saleId = newId()): Promise<void> =>
    takeForSale.execute(tx, {
      venueId,
      saleId,
      locationId: bar,
      employeeId,
      at: AT,
      items: items.map(([productId, qty]) => ({ productId, qty })),
    });

  const take = (items: [productId: string, qty: number][], saleId = newId()): Promise<void> =>
    platform.transactions.run((tx) => takeIn(tx, items, saleId));

  /** Eight transactions that have all begun before the first of them acts. */
  const eightAtOnce = (act: (tx: Transaction, index: number) => Promise<void>) => {
    let begun = 0;
    let go = (): void => undefined;
    const all = new Promise<void>((resolve) => (go = resolve));
    return Promise.allSettled(
      EIGHT.map((index) =>
        platform.transactions.run(async (tx) => {
          begun += 1;
          if (begun === EIGHT.length) go();
          await all;
          await act(tx, index);
        }),
      ),
    ).then((outcomes) => ({ outcomes, attempts: begun }));
  };

  const giveBack = (saleId: string): Promise<void> =>
    platform.transactions.run((tx) => giveBackForSale.execute(tx, { saleId, employeeId, at: AT }));

  /** On hand by ingredient, after making sure that every level is the sum of its movements. */
  const onHand = async (locationId: string = bar): Promise<Record<string, number>> => {
    const { rows } = await platform.owner.query<{ ingredient_id: string; on_hand: number; moved: number }>(
      `SELECT ingredient_id, on_hand::int, (SELECT coalesce(sum(quantity), 0)::int FROM inventory.movements m
         WHERE m.location_id = l.location_id AND m.ingredient_id = l.ingredient_id) AS moved
       FROM inventory.stock_levels l WHERE location_id = $1`,
      [locationId],
    );
    for (const row of rows) expect(row.on_hand).toBe(row.moved);
    return Object.fromEntries(rows.map((row) => [row.ingredient_id, row.on_hand]));
  };

  const movements = async (): Promise<number> =>
    (await platform.owner.query(`SELECT 1 FROM inventory.movements WHERE sale_id IS NOT NULL`)).rowCount ?? -1;

  it('takes the recipes of all items together, from the location of the register only', async () => {
    await stock(can, 10);
    await stock(pisco, 1_000);
    await stock(ice, 5_000);
    await stock(can, 10, cellar);
    await take([
      [piscola, 2],
      [combo, 1],
      [beer, 3],
    ]);
    await expect(onHand()).resolves.toEqual({ [can]: 5, [pisco]: 760, [ice]: 4_700 });
    await expect(onHand(cellar)).resolves.toEqual({ [can]: 10 });
    await expect(movements()).resolves.toBe(3);
  });

  it('moves nothing for a product without a recipe', async () => {
    await take([[entry, 2]]);
    await expect(onHand()).resolves.toEqual({});
  });

  it('lets poured ingredients go below zero, also where there was never any', async () => {
    await take([[piscola, 1]]);
    await expect(onHand()).resolves.toEqual({ [pisco]: -60, [ice]: -150 });
  });

  it('refuses counted ingredients when they are short, names the product and what is left, and moves nothing', async () => {
    await stock(can, 3);
    await stock(pisco, 1_000);
    const short = take([
      [piscola, 1],
      [beer, 2],
      [combo, 1],
    ]);
    const facts = { productId: combo, productName: 'Combo', left: 0 };
    await expect(short).rejects.toMatchObject({ code: 'stock.short', kind: 'conflict', facts });
    await expect(onHand()).resolves.toEqual({ [can]: 3, [pisco]: 1_000 });
    await expect(movements()).resolves.toBe(0);
    await expect(take([[beer, 4]])).rejects.toMatchObject({ facts: { productId: beer, left: 3 } });
    await expect(
      take([
        [beer, 2],
        [beer, 2],
      ]),
    ).rejects.toMatchObject({ facts: { productId: beer, left: 3 } });
  });

  it('counts a location without a row for a counted ingredient as empty', async () => {
    await expect(take([[beer, 1]])).rejects.toMatchObject({ code: 'stock.short', facts: { left: 0 } });
    await expect(movements()).resolves.toBe(0);
  });

  it('takes once per sale', async () => {
    await stock(can, 5);
    const saleId = newId();
    await take([[beer, 1]], saleId);
    await expect(take([[beer, 1]], saleId)).rejects.toThrow('movements_once_per_sale');
    await expect(onHand()).resolves.toEqual({ [can]: 4 });
  });

  // Known to fail on naive code: with the rows read without FOR UPDATE, all eight see one can and all eight sell it.
  it('sells the last unit to one of eight who ask for it at once', async () => {
    await stock(can, 1);
    const { outcomes } = await eightAtOnce((tx) => takeIn(tx, [[beer, 1]]));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'stock.short' });
    }
    await expect(onHand()).resolves.toEqual({ [can]: 0 });
  });

  // Known to fail on naive code: with rows locked in the order of the items instead of a fixed one, sales deadlock and
  // have to be tried again; with a level that is read and then set, takings are lost.
  it('loses nothing and stalls nobody when eight sales take the same ingredients in different orders', async () => {
    await stock(can, 100);
    await stock(pisco, 10_000);
    await stock(ice, 5_000);
    const { attempts } = await eightAtOnce((tx, index) => {
      const items: [string, number][] = [
        [beer, 1],
        [piscola, 1],
      ];
      return takeIn(tx, index % 2 ? items : items.reverse());
    });
    expect(attempts).toBe(8);
    await expect(onHand()).resolves.toEqual({ [can]: 92, [pisco]: 10_000 - 8 * 60, [ice]: 5_000 - 8 * 150 });
  });

  it('lets eight sales be the first ever to take an ingredient from a location', async () => {
    await eightAtOnce((tx) => takeIn(tx, [[piscola, 1]]));
    await expect(onHand()).resolves.toEqual({ [pisco]: -8 * 60, [ice]: -8 * 150 });
  });

  it('gives back what a cancelled sale took, and nothing of a sale that took nothing', async () => {
    await stock(can, 5);
    const saleId = newId();
    await take(
      [
        [beer, 2],
        [piscola, 1],
      ],
      saleId,
    );
    await giveBack(saleId);
    await giveBack(newId());
    await expect(onHand()).resolves.toEqual({ [can]: 5, [pisco]: 0, [ice]: 0 });
  });

  // Known to fail on naive code: a look whether it was given back, followed by a plain insert, either gives back eight
  // times (without the unique index) or fails seven of the eight (with it).
  it('gives back once to eight who ask for it at once', async () => {
    await stock(can, 5);
    const saleId = newId();
    await take([[beer, 2]], saleId);
    const { outcomes } = await eightAtOnce((tx) => giveBackForSale.execute(tx, { saleId, employeeId, at: AT }));
    expect(outcomes.every((outcome) => outcome.status === 'fulfilled')).toBe(true);
    await expect(onHand()).resolves.toEqual({ [can]: 5 });
    await expect(movements()).resolves.toBe(2);
  });

  it('tells how many portions are left of what must not run out', async () => {
    await stock(can, 5);
    const byProduct = (ids?: string[]) => availablePortions.execute(venueId, bar, ids);
    expect(new Map((await byProduct()).map(({ productId, left }) => [productId, left]))).toEqual(
      new Map([
        [beer, 5],
        [combo, 2],
      ]),
    );
    await expect(byProduct([beer, piscola, entry])).resolves.toEqual([{ productId: beer, left: 5 }]);
    await expect(availablePortions.execute(venueId, cellar, [combo])).resolves.toEqual([{ productId: combo, left: 0 }]);
    await expect(availablePortions.execute(newId(), bar)).resolves.toEqual([]);
  });
});
