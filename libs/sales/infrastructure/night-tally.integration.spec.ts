import { newId } from '@libs/kernel';
import { useTestPlatform } from '@libs/platform/testing';
import { NightTally } from './night-tally';

const OPENED = new Date('2026-11-21T01:00:00Z');
const MINUTE_MS = 60_000;

describe('the sums of a night', () => {
  const platform = useTestPlatform();
  const [venueId, nightId, sessionId, employeeId, productId] = [newId(), newId(), newId(), newId(), newId()];

  beforeAll(async () => {
    const [locationId, registerId, categoryId] = [newId(), newId(), newId()];
    const run = (text: string, values: unknown[]) => platform.owner.query(text, values);
    await run(`INSERT INTO nights.venues (id, name, ticket_prefix) VALUES ($1, 'Club', 'BMB')`, [venueId]);
    await run(
      `INSERT INTO nights.nights (id, venue_id, date, name, status, opened_at) VALUES ($1, $2, '2026-11-20', 'N', 'OPEN', $3)`,
      [nightId, venueId, OPENED],
    );
    await run(`INSERT INTO staff.employees (id, venue_id, name, roles) VALUES ($1, $2, 'Carla', '{cashier}')`, [
      employeeId,
      venueId,
    ]);
    await run(`INSERT INTO inventory.stock_locations (id, venue_id, name) VALUES ($1, $2, 'Barra')`, [
      locationId,
      venueId,
    ]);
    await run(
      `INSERT INTO sales.registers (id, venue_id, name, type, location_id) VALUES ($1, $2, 'Caja', 'bar', $3)`,
      [registerId, venueId, locationId],
    );
    await run(
      `INSERT INTO sales.register_sessions (id, venue_id, register_id, night_id, employee_id, opened_by, status, opened_at,
         float_amount, float_denominations) VALUES ($1, $2, $3, $4, $5, $5, 'OPEN', $6, 0, '{}')`,
      [sessionId, venueId, registerId, nightId, employeeId, OPENED],
    );
    await run(`INSERT INTO catalog.categories (id, venue_id, name, icon, hue) VALUES ($1, $2, 'C', 'beer', 'beer')`, [
      categoryId,
      venueId,
    ]);
    await run(`INSERT INTO catalog.products (id, venue_id, category_id, name, price) VALUES ($1, $2, $3, 'P', 1)`, [
      productId,
      venueId,
      categoryId,
    ]);
  });

  /** A sale for cash of so many pesos, so many minutes after the opening. */
  async function sell(minute: number, amount: number, kind: 'paid' | 'courtesy' | 'test' = 'paid'): Promise<string> {
    const id = newId();
    const isCourtesy = kind === 'courtesy';
    await platform.owner.query(
      `WITH sale AS (
         INSERT INTO sales.sales (id, venue_id, night_id, register_session_id, employee_id, fingerprint, total_amount,
           iva_amount, tip_amount, is_courtesy, courtesy_value, courtesy_reason, courtesy_by, is_test, no_revenue, placed_at)
         VALUES ($1, $2, $3, $4, $5, 'f', CASE WHEN $6 THEN 0 ELSE $7::int END, 0, 10, $6, CASE WHEN $6 THEN $7::int ELSE 0 END,
           CASE WHEN $6 THEN 'x' END, CASE WHEN $6 THEN $5::uuid END, $8, $6 OR $8, $9)
       ), line AS (
         INSERT INTO sales.sale_lines (id, sale_id, position, product_id, product_name, unit_price, list_price, qty, total_amount)
         VALUES ($10, $1, 1, $11, 'P', $7, $7, 1, $7)
       )
       INSERT INTO sales.sale_payments (id, sale_id, position, method, amount, tendered_amount)
       SELECT $12, $1, 1, 'cash', $7::int, $7::int WHERE NOT $6`,
      [
        ...[id, venueId, nightId, sessionId, employeeId, isCourtesy, amount, kind === 'test'],
        ...[new Date(OPENED.getTime() + minute * MINUTE_MS), newId(), productId, newId()],
      ],
    );
    return id;
  }

  const cancel = (id: string) =>
    platform.owner.query(`UPDATE sales.sales SET is_cancelled = true, cancelled_at = now() WHERE id = $1`, [id]);
  const at = (minute: number): Date => new Date(OPENED.getTime() + minute * MINUTE_MS);

  async function sums(tally: NightTally, minute: number): Promise<object> {
    const found = await platform.database.snapshot((reader) => tally.of(reader, nightId, OPENED, at(minute)));
    const of = found.sessions.get(sessionId);
    return {
      minutes: Object.fromEntries(
        [...found.minutes].filter(([, { amount }]) => amount > 0).map(([m, s]) => [m, s.amount]),
      ),
      amount: of?.amount,
      count: of?.count,
      courtesies: [of?.courtesyCount, of?.courtesyValue],
      tips: of?.tips,
      last: of?.last,
      methods: Object.fromEntries(found.methods),
      cash: found.cash.get(sessionId),
      product: found.products.get(productId),
    };
  }

  it('are the same from memory as read anew, while sales come in, are taken back and corrected', async () => {
    const remembering = new NightTally();
    const check = async (minute: number, expected: object): Promise<void> => {
      const seen = await sums(remembering, minute);
      expect(seen).toMatchObject(expected);
      expect(seen).toEqual(await sums(new NightTally(), minute));
    };
    const first = await sell(5, 1_000);
    await sell(40, 2_000);
    await check(41, { minutes: { 5: 1_000, 40: 2_000 }, amount: 3_000, count: 2, cash: 3_000 });
    await sell(41.2, 4_000);
    await sell(41.4, 7_000, 'courtesy');
    await sell(41.4, 9_000, 'test');
    await check(41.5, {
      amount: 7_000,
      count: 3,
      courtesies: [1, 7_000],
      tips: 40,
      methods: { cash: 7_000 },
      cash: 16_000,
    });
    await check(55, { amount: 7_000, product: { qty: 4, amount: 7_000 }, last: at(41.4) });
    await cancel(first);
    await check(56, { minutes: { 40: 2_000, 41: 4_000 }, amount: 6_000, count: 2, cash: 15_000 });
    await sell(57, 500);
    await check(57.1, { amount: 6_500, count: 3 });
    await platform.owner.query(`UPDATE sales.sale_payments SET method = 'card', reference = '1', tendered_amount = NULL
      WHERE amount = 500`);
    await platform.owner.query(
      `INSERT INTO sales.payment_changes (id, sale_id, before, after, employee_id, changed_at)
       SELECT $1, sale_id, '[]', '[]', $2, $3 FROM sales.sale_payments WHERE amount = 500`,
      [newId(), employeeId, at(58)],
    );
    await check(120, { methods: { cash: 6_000, card: 500 }, cash: 15_000, amount: 6_500 });
  });

  it('read a settled sale once: a second look touches only what is new', async () => {
    const tally = new NightTally();
    await sums(tally, 300);
    await platform.owner.query(
      'UPDATE sales.sales SET total_amount = total_amount + 1 WHERE night_id = $1 AND NOT is_courtesy',
      [nightId],
    );
    const before = (await sums(tally, 301)) as { amount: number };
    const anew = (await sums(new NightTally(), 301)) as { amount: number };
    expect(anew.amount - before.amount).toBe(3);
  });
});
