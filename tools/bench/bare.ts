import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { newId } from '@libs/kernel';
import { BenchClub } from './club';

/** Marks the sales that the bare database made; as long as a real fingerprint. */
export const BARE_FINGERPRINT = 'made by the bare database, without the product';

/**
 * The rows of a sale of two products for cash, as the product writes them, in one round trip: what the database alone
 * can do. Contended stock rows come last.
 */
const SALE = { name: 'bare.sale', text: saleText(`'cash', $7, $7`) };

/**
 * @param payment method, amount and what was tendered @param before statements that go ahead of the stock's
 * @param customer whose sale it is
 */
export function saleText(payment: string, before = '', customer = 'NULL::uuid'): string {
  return `
    WITH sale AS (
      INSERT INTO sales.sales (id, venue_id, night_id, register_session_id, employee_id, fingerprint, total_amount,
        iva_amount, inventory_applied, placed_at, customer_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, 100, true, now(), ${customer})
    ), lines AS (
      INSERT INTO sales.sale_lines (id, sale_id, position, product_id, product_name, unit_price, list_price, qty, total_amount)
      SELECT id, $1, n, product, name, price, price, 1, price
      FROM unnest($8::uuid[], $9::uuid[], $10::text[], $11::int[]) WITH ORDINALITY AS l (id, product, name, price, n)
    ), payment AS (
      INSERT INTO sales.sale_payments (id, sale_id, position, method, amount, tendered_amount)
      VALUES ($12, $1, 1, ${payment})
    ), ticket AS (
      INSERT INTO tickets.tickets (id, venue_id, night_id, ticket_type, sale_id, display_number, qr_hash, integrity_hash, created_at)
      VALUES ($13, $2, $3, 'delivery', $1, nextval('tickets.display_numbers'), $14, $15, now())
    ), items AS (
      INSERT INTO tickets.ticket_items (id, ticket_id, position, product_id, product_name, qty)
      SELECT id, $13, n, product, name, 1
      FROM unnest($16::uuid[], $9::uuid[], $10::text[]) WITH ORDINALITY AS i (id, product, name, n)
    ), event AS (
      INSERT INTO platform.outbox (id, type, venue_id, night_id, subject_id, register_session_id, actor, data, occurred_at)
      VALUES ($17, 'sales.sale_placed', $2, $3, $1, $4, $18, $19, now())
    ), key AS (
      INSERT INTO platform.idempotency_keys (caller_id, key, fingerprint, answer) VALUES ($5::text, $20, $6, $21)
    ), ${before} moved AS (
      INSERT INTO inventory.movements (venue_id, location_id, ingredient_id, quantity, kind, sale_id, employee_id)
      SELECT $2, $22, ingredient, -quantity, 'sale', $1, $5
      FROM unnest($23::uuid[], $24::int[]) AS m (ingredient, quantity)
    )
    UPDATE inventory.stock_levels s SET on_hand = on_hand - m.quantity
    FROM unnest($23::uuid[], $24::int[]) AS m (ingredient, quantity)
    WHERE s.location_id = $22 AND s.ingredient_id = m.ingredient AND s.on_hand >= m.quantity`;
}

/** The rows of a delivery of one item, as the product writes them, in one conditional statement. */
const DELIVER = {
  name: 'bare.deliver',
  text: `
    WITH item AS (
      UPDATE tickets.ticket_items SET delivered_qty = delivered_qty + 1
      WHERE id = $1 AND delivered_qty + 1 <= qty RETURNING ticket_id
    ), delivery AS (
      INSERT INTO tickets.deliveries (id, ticket_id, item_id, press_id, qty, bar_id, employee_id, delivered_at)
      SELECT $2, ticket_id, $1, $3, 1, $4, $5, now() FROM item
    ), event AS (
      INSERT INTO platform.outbox (id, type, venue_id, night_id, subject_id, actor, data, occurred_at)
      SELECT $8, 'tickets.delivered', $7, $9, ticket_id, $10, $11, now() FROM item
    ), key AS (
      INSERT INTO platform.idempotency_keys (caller_id, key, fingerprint, answer)
      SELECT $5::text, $12, $13, $14 FROM item
    )
    INSERT INTO tickets.ticket_log (id, venue_id, ticket_id, action, bar_id, employee_id, at)
    SELECT $6, $7, ticket_id, 'deliver', $4, $5, now() FROM item`,
};

/** Sells once on this connection, as client number `n`. */
export async function bareSale(client: Client, club: BenchClub, n: number, turn: number): Promise<void> {
  const { values, portions } = saleValues(club, n, turn);
  const { rowCount } = await client.query({ ...SALE, values });
  if (rowCount !== portions) throw new Error('the bare sale did not move its stock');
}

/** The first 24 values of {@link saleText}, and how many portions of stock the sale moves. */
export function saleValues(club: BenchClub, n: number, turn: number): { values: unknown[]; portions: number } {
  const till = club.tills[n % club.tills.length] as BenchClub['tills'][number];
  const picked = pick(club, turn);
  const total = picked.reduce((sum, index) => sum + (club.products[index]?.price ?? 0), 0);
  const portions = picked
    .flatMap((index) => club.recipes[index] ?? [])
    .sort((a, b) => (a.ingredientId < b.ingredientId ? -1 : 1));
  const values = [
    newId(),
    club.venueId,
    club.nightId,
    till.sessionId,
    till.employeeId,
    BARE_FINGERPRINT,
    total,
    picked.map(() => newId()),
    picked.map((index) => club.products[index]?.id),
    picked.map((index) => club.products[index]?.name),
    picked.map((index) => club.products[index]?.price),
    newId(),
    newId(),
    randomBytes(32),
    randomBytes(32),
    picked.map(() => newId()),
    newId(),
    actorJson(till.employeeId, 'Till'),
    JSON.stringify({ total, lines: picked.map((index) => ({ product: club.products[index]?.name, qty: 1 })) }),
    newId(),
    // About the size of a stored answer.
    randomBytes(1_300),
    till.locationId,
    portions.map((portion) => portion.ingredientId),
    portions.map((portion) => portion.quantity),
  ];
  return { values, portions: portions.length };
}

/** Delivers one item on this connection. */
export async function bareDeliver(client: Client, club: BenchClub, n: number, itemId: string): Promise<void> {
  const bar = club.bars[n % club.bars.length] as BenchClub['bars'][number];
  const pressId = newId();
  const values = [
    ...[itemId, newId(), pressId, bar.barId, bar.employeeId, newId(), club.venueId, newId(), club.nightId],
    actorJson(bar.employeeId, 'Bar'),
    JSON.stringify({ press_id: pressId, bar_id: bar.barId, bar: 'Bar', items: [{ item_id: itemId, qty: 1 }] }),
    ...[newId(), BARE_FINGERPRINT],
    // About the size of a stored answer.
    randomBytes(700),
  ];
  const { rowCount } = await client.query({ ...DELIVER, values });
  if (rowCount !== 1) throw new Error('the bare delivery did not happen');
}

export function actorJson(employeeId: string, employeeName: string): string {
  return JSON.stringify({ employeeId, employeeName, deviceId: null, ip: '127.0.0.1' });
}

/** Which two products the sale of this turn takes: spread over the menu, the same for both sides. */
export function pick(club: BenchClub, turn: number): number[] {
  const count = club.products.length;
  return [turn % count, (turn * 7 + 3) % count === turn % count ? (turn + 1) % count : (turn * 7 + 3) % count];
}
