import { Clock, newId } from '@libs/kernel';
import { useTestPlatform } from '@libs/platform/testing';
import { CATALOG_TABLES, MenuQueries } from '@libs/catalog/infrastructure';
import { PreparedMenus } from './prepared-menu';

class HeldClock extends Clock {
  moment = new Date(0);
  now(): Date {
    return this.moment;
  }
}

interface Shown {
  readonly products: { price: number; window: { name: string; until: string } | null }[];
  readonly next_change_at: string;
}

describe('the prepared menu', () => {
  const platform = useTestPlatform(CATALOG_TABLES);
  const venueId = newId();
  const clock = new HeldClock();
  let menus: PreparedMenus;

  beforeAll(async () => {
    const [category, product, window] = [newId(), newId(), newId()];
    const { owner } = platform;
    menus = new PreparedMenus(new MenuQueries(platform.database), clock);
    await owner.query(`INSERT INTO nights.venues (id, name, ticket_prefix) VALUES ($1, 'Club', 'CLB')`, [venueId]);
    await owner.query(
      `INSERT INTO catalog.categories (id, venue_id, name, icon, hue) VALUES ($1, $2, 'Tragos', 'cocktail', 'mixed')`,
      [category, venueId],
    );
    await owner.query(
      `INSERT INTO catalog.products (id, venue_id, category_id, name, price) VALUES ($1, $2, $3, 'Piscola', 4500)`,
      [product, venueId, category],
    );
    await owner.query(
      `INSERT INTO catalog.price_windows (id, venue_id, name, weekdays, from_minute, to_minute)
       VALUES ($1, $2, 'Happy hour', '{6}', 1320, 30)`,
      [window, venueId],
    );
    await owner.query(`INSERT INTO catalog.price_window_prices VALUES ($1, $2, 3500)`, [window, product]);
  });

  const shownAt = async (iso: string): Promise<Shown> => {
    clock.moment = new Date(iso);
    return JSON.parse((await menus.of(venueId)).json.toString()) as Shown;
  };

  it('is made anew at the minute in which a price window starts, and at the one in which it ends', async () => {
    // Saturday 4 July 2026, Santiago (UTC-4): the window is from 22:00 to 00:30.
    const before = await shownAt('2026-07-05T01:59:59Z');
    expect(before).toMatchObject({
      products: [{ price: 4_500, window: null }],
      next_change_at: '2026-07-05T02:00:00.000Z',
    });
    const during = await shownAt('2026-07-05T02:00:00Z');
    expect(during).toMatchObject({
      products: [{ price: 3_500, window: { name: 'Happy hour', until: '2026-07-05T04:30:00.000Z' } }],
      next_change_at: '2026-07-05T04:30:00.000Z',
    });
    expect(await shownAt('2026-07-05T04:29:59Z')).toEqual(during);
    expect(await shownAt('2026-07-05T04:30:00Z')).toMatchObject({ products: [{ price: 4_500, window: null }] });
  });

  it('is the same bytes and the same ETag on every instance, and is not made twice', async () => {
    clock.moment = new Date('2026-07-12T02:10:00Z');
    const here = await menus.of(venueId);
    const there = await new PreparedMenus(new MenuQueries(platform.database), clock).of(venueId);
    expect(there.json.equals(here.json)).toBe(true);
    expect(there.etag).toBe(here.etag);
    expect(await menus.of(venueId)).toBe(here);
  });
});
