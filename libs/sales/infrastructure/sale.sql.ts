import { sql } from '@libs/platform';

const SESSION = `SELECT s.night_id, n.status AS night_status, s.status, s.employee_id, s.register_id, r.name, r.location_id,
     r.allowed_category_ids, r.allowed_methods, r.primary_provider, r.backup_provider, r.is_test`;
const OF_SESSION = `FROM sales.register_sessions s
   JOIN sales.registers r ON r.id = s.register_id
   JOIN nights.nights n ON n.id = s.night_id
   WHERE s.id = $1 AND s.venue_id = $2`;

export const LOOK = sql('sales.look_session', `${SESSION} ${OF_SESSION}`);

/**
 * A close takes the session FOR UPDATE, which excludes KEY SHARE: it waits for sales under way, and a sale that comes
 * later waits for it and then reads CLOSED. Sales do not exclude each other.
 */
export const LOOK_UP = sql(
  'sales.look_up_session',
  `${SESSION}, EXISTS (SELECT FROM sales.sales WHERE id = $3::uuid) AS known ${OF_SESSION} FOR KEY SHARE OF s`,
);

/** The sale's event goes along: one statement less on the way that has to be short. */
export const ADD = sql(
  'sales.add_sale',
  `WITH sale AS (
     INSERT INTO sales.sales (id, venue_id, night_id, register_session_id, employee_id, device_id, fingerprint,
       total_amount, iva_amount, tip_amount, cash_rounding, is_courtesy, courtesy_value, courtesy_reason, courtesy_by,
       is_test, no_revenue, inventory_applied, placed_at, sold_at, customer_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $40)
   ), line AS (
     INSERT INTO sales.sale_lines
       (id, sale_id, position, product_id, product_name, unit_price, list_price, qty, total_amount, note)
     SELECT l.id, $1, l.position, l.product_id, l.name, l.unit_price, l.list_price, l.qty, l.unit_price * l.qty, l.note
     FROM unnest($21::uuid[], $22::uuid[], $23::text[], $24::int[], $25::int[], $26::int[], $27::text[])
       WITH ORDINALITY AS l (id, product_id, name, unit_price, list_price, qty, note, position)
   ), event AS (
     INSERT INTO platform.outbox
       (id, type, venue_id, night_id, subject_id, register_session_id, actor, data, occurred_at)
     VALUES ($36, $37, $2, $3, $1, $4, $38, $39, $19)
   )
   INSERT INTO sales.sale_payments
     (id, sale_id, position, method, amount, tendered_amount, change_amount, rounding_amount, reference, payment_intent_id)
   SELECT p.id, $1, p.position, p.method, p.amount, p.tendered, p.change, p.rounding, p.reference, p.intent
   FROM unnest($28::uuid[], $29::text[], $30::int[], $31::int[], $32::int[], $33::int[], $34::text[], $35::uuid[])
     WITH ORDINALITY AS p (id, method, amount, tendered, change, rounding, reference, intent, position)`,
);

export const SAME = sql(
  'sales.same_sale',
  'SELECT id FROM sales.sales WHERE id = $1 AND venue_id = $2 AND employee_id = $3 AND fingerprint = $4',
);

/** The session is held as for a sale: a close counts either the sale or its cancellation, never half of it. */
export const LOCK = sql(
  'sales.lock_sale',
  `SELECT sale.*, s.status, r.allowed_methods, r.primary_provider
   FROM sales.sales sale
   JOIN sales.register_sessions s ON s.id = sale.register_session_id
   JOIN sales.registers r ON r.id = s.register_id
   WHERE sale.id = $1 AND sale.venue_id = $2
   FOR NO KEY UPDATE OF sale FOR KEY SHARE OF s`,
);
export const LINES = sql('sales.lines_of_sale', 'SELECT * FROM sales.sale_lines WHERE sale_id = $1 ORDER BY position');
export const PAYMENTS = sql(
  'sales.payments_of_sale',
  'SELECT * FROM sales.sale_payments WHERE sale_id = $1 ORDER BY position',
);

export const CANCEL = sql(
  'sales.cancel_sale',
  `UPDATE sales.sales SET is_cancelled = true, cancelled_at = $2, cancelled_by = $3, cancel_authorized_by = $4,
     cancel_reason = $5, cancelled_after_delivery = $6
   WHERE id = $1`,
);

export const DROP_PAYMENTS = sql('sales.drop_payments', 'DELETE FROM sales.sale_payments WHERE sale_id = $1');
export const REPLACE_PAYMENTS = sql(
  'sales.replace_payments',
  `WITH sale AS (UPDATE sales.sales SET cash_rounding = $2 WHERE id = $1)
   INSERT INTO sales.sale_payments
     (id, sale_id, position, method, amount, tendered_amount, change_amount, rounding_amount, reference, payment_intent_id)
   SELECT p.id, $1, p.position, p.method, p.amount, p.tendered, p.change, p.rounding, p.reference, p.intent
   FROM unnest($3::uuid[], $4::text[], $5::int[], $6::int[], $7::int[], $8::int[], $9::text[], $10::uuid[])
     WITH ORDINALITY AS p (id, method, amount, tendered, change, rounding, reference, intent, position)`,
);
export const NOTE_CHANGE = sql(
  'sales.note_payment_change',
  `INSERT INTO sales.payment_changes (id, sale_id, before, after, employee_id, changed_at)
   VALUES ($1, $2, $3, $4, $5, $6)`,
);

/** Held until the transaction ends. A collision of hashes makes two people wait for each other, nothing worse. */
export const LOCK_BUDGET = sql(
  'sales.lock_courtesy_budget',
  `SELECT pg_advisory_xact_lock(hashtext('sales.courtesy'), hashtext($1::text || $2::text))`,
);
export const COURTESY_SPENT = sql(
  'sales.courtesy_spent',
  `SELECT coalesce(sum(courtesy_value), 0)::int AS spent FROM sales.sales
   WHERE night_id = $1 AND courtesy_by = $2 AND employee_id = $2 AND is_courtesy AND NOT is_cancelled`,
);
