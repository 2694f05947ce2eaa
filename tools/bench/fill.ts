import { Client } from 'pg';
import { newId } from '@libs/kernel';
import { BenchClub } from './club';

const SALES_A_NIGHT = 5_000;

/** Whole past nights of sales, with every row that a sale has, set by set. Levels follow the movements. */
export async function fillWithSales(
  client: Client,
  club: BenchClub,
  sales: number,
  onProgress: (done: number) => void,
): Promise<void> {
  await client.query(`SET statement_timeout = 0; SET synchronous_commit = off; SET work_mem = '64MB'`);
  const nights = Math.ceil(sales / SALES_A_NIGHT);
  for (let night = 0; night < nights; night += 1) {
    await fillNight(client, club, nights - night);
    onProgress(Math.min(sales, (night + 1) * SALES_A_NIGHT));
  }
  await client.query(
    `UPDATE inventory.stock_levels s SET on_hand = m.total
     FROM (SELECT location_id, ingredient_id, sum(quantity) AS total FROM inventory.movements GROUP BY 1, 2) m
     WHERE (s.location_id, s.ingredient_id) = (m.location_id, m.ingredient_id)`,
  );
  // Each by itself: VACUUM may not share a message.
  for (const schema of ['sales', 'tickets', 'inventory']) {
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = $1`,
      [schema],
    );
    for (const { name } of rows) await client.query(`VACUUM ANALYZE ${name}`);
  }
}

async function fillNight(client: Client, club: BenchClub, daysAgo: number): Promise<void> {
  const [till] = club.tills;
  if (!till) return;
  const nightId = newId();
  const sessionId = newId();
  const values = [nightId, club.venueId, daysAgo];
  await client.query(
    `INSERT INTO nights.nights (id, venue_id, date, name, status, opened_at, closed_at)
     VALUES ($1, $2, current_date - $3::int, 'Past', 'CLOSED', now() - make_interval(days => $3),
       now() - make_interval(days => $3) + interval '8 hours')`,
    values,
  );
  await client.query(
    `INSERT INTO sales.register_sessions (id, venue_id, register_id, night_id, employee_id, opened_by, status, opened_at,
       float_amount, float_denominations, counted_amount, expected_cash, cash_difference, closed_at, closed_by)
     SELECT $1, $2, register_id, $3, employee_id, employee_id, 'CLOSED', now() - make_interval(days => $4), 0, '{}', 0, 0, 0,
       now() - make_interval(days => $4) + interval '8 hours', employee_id
     FROM sales.register_sessions WHERE id = $5`,
    [sessionId, club.venueId, nightId, daysAgo, till.sessionId],
  );
  await client.query(
    `WITH menu AS (
       SELECT row_number() OVER (ORDER BY id) - 1 AS n, id, name, price FROM catalog.products WHERE venue_id = $1
     ), wanted AS (
       SELECT i, uuidv7() AS sale_id, uuidv7() AS ticket_id,
         now() - make_interval(days => $4) + i * interval '5 seconds' AS at, i % 20 AS first, (i * 7 + 3) % 20 AS second
       FROM generate_series(1, $5::int) AS i
     ), parts AS (
       SELECT w.*, p.position, m.id AS product_id, m.name, m.price
       FROM wanted w CROSS JOIN LATERAL (VALUES (1, w.first), (2, w.second)) AS p (position, n) JOIN menu m ON m.n = p.n
     ), totals AS (
       SELECT sale_id, sum(price)::int AS total FROM parts GROUP BY sale_id
     ), sale AS (
       INSERT INTO sales.sales (id, venue_id, night_id, register_session_id, employee_id, fingerprint, total_amount, iva_amount,
         inventory_applied, placed_at)
       SELECT w.sale_id, $1, $2, $3, $6, 'filled', t.total, 100, true, w.at FROM wanted w JOIN totals t USING (sale_id)
     ), line AS (
       INSERT INTO sales.sale_lines (id, sale_id, position, product_id, product_name, unit_price, list_price, qty, total_amount)
       SELECT uuidv7(), sale_id, position, product_id, name, price, price, 1, price FROM parts
     ), payment AS (
       INSERT INTO sales.sale_payments (id, sale_id, position, method, amount, tendered_amount)
       SELECT uuidv7(), sale_id, 1, 'cash', total, total FROM totals
     ), ticket AS (
       INSERT INTO tickets.tickets (id, venue_id, night_id, ticket_type, sale_id, display_number, qr_hash, integrity_hash, created_at)
       SELECT ticket_id, $1, $2, 'delivery', sale_id, nextval('tickets.display_numbers'), sha256(ticket_id::text::bytea),
         '\\x00', at FROM wanted
     ), item AS (
       INSERT INTO tickets.ticket_items (id, ticket_id, position, product_id, product_name, qty, delivered_qty)
       SELECT uuidv7(), ticket_id, position, product_id, name, 1, 1 FROM parts
     )
     INSERT INTO inventory.movements (venue_id, location_id, ingredient_id, quantity, kind, sale_id, created_at)
     SELECT $1, $7, r.ingredient_id, -sum(r.quantity), 'sale', p.sale_id, min(p.at)
     FROM parts p JOIN inventory.recipe_items r USING (product_id) GROUP BY p.sale_id, r.ingredient_id`,
    [club.venueId, nightId, sessionId, daysAgo, SALES_A_NIGHT, till.employeeId, till.locationId],
  );
}
