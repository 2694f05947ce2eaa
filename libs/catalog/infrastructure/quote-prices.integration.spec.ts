import { newId } from '@libs/kernel';
import { useTestPlatform } from '@libs/platform/testing';
import { QuotedProduct, QuotePrices } from '../application';
import { SqlPriceBook } from './sql-price-book';

describe('quoting prices', () => {
  const platform = useTestPlatform();
  const quotePrices = new QuotePrices(new SqlPriceBook());
  const [venue, otherVenue, category, piscola, water] = [newId(), newId(), newId(), newId(), newId()] as const;
  const [saturdays, switchedOff] = [newId(), newId()] as const;

  const quote = (at: string, ...ids: string[]): Promise<QuotedProduct[]> =>
    platform.transactions.run((tx) => quotePrices.execute(tx, venue, ids, new Date(at)));

  beforeAll(async () => {
    const { owner } = platform;
    for (const id of [venue, otherVenue]) {
      await owner.query(`INSERT INTO nights.venues (id, name, ticket_prefix) VALUES ($1, 'Club', 'CLB')`, [id]);
    }
    await owner.query(
      `INSERT INTO catalog.categories (id, venue_id, name, icon, hue) VALUES ($1, $2, 'Tragos', 'cocktail', 'mixed')`,
      [category, venue],
    );
    await owner.query(
      `INSERT INTO catalog.products (id, venue_id, category_id, name, price) VALUES ($1, $3, $4, 'Piscola', 4500), ($2, $3, $4, 'Agua', 2000)`,
      [piscola, water, venue, category],
    );
    await owner.query(
      `INSERT INTO catalog.price_windows (id, venue_id, name, weekdays, from_minute, to_minute, is_active)
       VALUES ($1, $3, 'Happy hour', '{6}', 1320, 30, true), ($2, $3, 'Apagada', '{1,2,3,4,5,6,7}', 0, 0, false)`,
      [saturdays, switchedOff, venue],
    );
    await owner.query(`INSERT INTO catalog.price_window_prices VALUES ($1, $3, 3500), ($2, $3, 1)`, [
      saturdays,
      switchedOff,
      piscola,
    ]);
  });

  it('takes the price of the open window in the time of the house, and the list price otherwise', async () => {
    // Sunday 00:29 in Santiago (UTC-4), within the window that started on Saturday.
    const happy = await quote('2026-07-05T04:29:00Z', water, piscola);
    expect(happy).toEqual(
      expect.arrayContaining([
        {
          productId: piscola,
          name: 'Piscola',
          categoryId: category,
          unitPrice: 3_500,
          listPrice: 4_500,
          isActive: true,
        },
        { productId: water, name: 'Agua', categoryId: category, unitPrice: 2_000, listPrice: 2_000, isActive: true },
      ]),
    );
    const [after] = await quote('2026-07-05T04:30:00Z', piscola);
    expect(after?.unitPrice).toBe(4_500);
  });

  it('leaves out what the house does not have, and names each product once', async () => {
    await expect(quote('2026-07-05T12:00:00Z', newId(), water, water)).resolves.toHaveLength(1);
    const foreign = platform.transactions.run((tx) => quotePrices.execute(tx, otherVenue, [water], new Date()));
    await expect(foreign).resolves.toEqual([]);
  });

  it('says of a product that it is off when its category is', async () => {
    await platform.owner.query('UPDATE catalog.categories SET is_active = false WHERE id = $1', [category]);
    const [quoted] = await quote('2026-07-05T12:00:00Z', water);
    expect(quoted?.isActive).toBe(false);
    await platform.owner.query('UPDATE catalog.categories SET is_active = true WHERE id = $1', [category]);
  });
});
