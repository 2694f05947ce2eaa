import { sql } from '@libs/platform';

export const NEXT_REFERENCE = sql(
  'payments.next_reference',
  `SELECT nextval('payments.ticket_numbers')::int AS number`,
);

export const ADD = sql(
  'payments.add_intent',
  `INSERT INTO payments.intents (id, venue_id, night_id, register_id, register_session_id, employee_id, employee_name,
     device_id, sale_id, sale_draft, cart_hash, amount, provider, fallback_of, fallback_reason, reference, status, reason,
     charge, created_at, expires_at, final_at, order_kind, order_id, customer_id, taken_at, flag, flagged_at, guest_id)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, sha256(convert_to($11, 'UTF8')), $12, $13, $14, $15, $16, $17, $18, $19,
     $20, $21, $22, $23, $24, $25, $26, $27, $28, $29)`,
);

export const SAVE = sql(
  'payments.save_intent',
  `UPDATE payments.intents SET status = $2, reason = $3, cancel_requested_at = $4, charge = $5, external_id = $6,
     pay_url = $7, final_at = $8, taken_at = coalesce(taken_at, $11), flag = $9, flagged_at = CASE WHEN $9::text IS NULL THEN NULL ELSE coalesce(flagged_at, $10) END,
     next_query_at = CASE
       WHEN $6::text IS NOT NULL AND $8::timestamptz IS NULL THEN coalesce(next_query_at, $10)
       -- Klap takes a payment back when our answer to its confirmation got lost: it is asked once more.
       WHEN provider = 'klap' AND $2 = 'APPROVED' AND status <> 'APPROVED' THEN $10::timestamptz + interval '20 seconds'
     END
   WHERE id = $1`,
);

export const LOG = sql(
  'payments.log_intent',
  `INSERT INTO payments.intent_log (id, intent_id, at, act, from_status, to_status, source, employee_id, data)
   SELECT s.id, $2, s.at, s.act, s.from_status, s.to_status, s.source, s.employee_id, s.data
   FROM unnest($1::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::jsonb[])
     WITH ORDINALITY AS s (id, at, act, from_status, to_status, source, employee_id, data, n)
   ORDER BY s.n`,
);

export const FIND = sql('payments.find_intent', 'SELECT * FROM payments.intents WHERE id = $1');

export const LOCK = sql('payments.lock_intent', 'SELECT * FROM payments.intents WHERE id = $1 FOR UPDATE');

export const LOCK_BY_CHARGE = sql(
  'payments.lock_intent_by_charge',
  'SELECT * FROM payments.intents WHERE external_id = $1 AND reference = $2 FOR UPDATE',
);

/** Two tills cannot begin for one sale at once: the advisory lock also covers a sale without any attempt yet. */
export const HOLD_SALE = sql(
  'payments.hold_sale',
  `SELECT pg_advisory_xact_lock(hashtext('payments.sale'), hashtext($1))`,
);

export const ATTEMPTS = sql(
  'payments.attempts',
  `SELECT id, status, provider, reason FROM payments.intents WHERE sale_id = $1 AND venue_id = $2 ORDER BY id DESC`,
);

export const ORDER_ATTEMPTS = sql(
  'payments.order_attempts',
  `SELECT id, status, provider, reason FROM payments.intents WHERE order_kind = $1 AND order_id = $2 ORDER BY id DESC`,
);

/** A page that was never opened ends too: whoever was to open it is gone, and nobody was shown it. */
export const EXPIRED = sql(
  'payments.expired',
  `SELECT id FROM payments.intents
   WHERE status IN ('CREATED', 'READY') AND (provider = 'getnet_terminal' OR status = 'CREATED') AND taken_at IS NULL
     AND expires_at < $1 LIMIT 100`,
);

export const TO_QUERY = sql(
  'payments.to_query',
  `SELECT id FROM payments.intents
   WHERE external_id IS NOT NULL AND next_query_at <= $1 ORDER BY next_query_at LIMIT 50`,
);

export const QUERY_AGAIN_AT = sql(
  'payments.query_again_at',
  'UPDATE payments.intents SET next_query_at = $2 WHERE id = $1',
);

export const UNFINISHED = sql(
  'payments.unfinished',
  `SELECT i.sale_id, i.venue_id, i.employee_id, i.employee_name, i.device_id,
     array_agg(i.id ORDER BY i.id) AS intent_ids, max(i.final_at) AS since,
     (SELECT newest.sale_draft FROM payments.intents newest WHERE newest.sale_id = i.sale_id ORDER BY newest.id DESC LIMIT 1)
       AS draft
   FROM payments.intents i
   WHERE i.status = 'APPROVED' AND i.sale_id IS NOT NULL AND i.taken_at IS NULL AND i.flag IS NULL
     AND i.refunded_amount < i.amount
   GROUP BY i.sale_id, i.venue_id, i.employee_id, i.employee_name, i.device_id
   HAVING max(i.final_at) < $1 LIMIT 50`,
);

export const RESERVE_REFUND = sql(
  'payments.reserve_refund',
  'UPDATE payments.intents SET refunded_amount = refunded_amount + $2 WHERE id = $1 AND refunded_amount + $2 <= amount',
);

export const RELEASE_REFUND = sql(
  'payments.release_refund',
  'UPDATE payments.intents SET refunded_amount = refunded_amount - $2 WHERE id = $1 AND refunded_amount >= $2',
);

/**
 * Keeps the prices of a cart, unless one of its cards is on its way, unknown, or has paid: then those stand that it was
 * asked for. Under {@link HOLD_SALE}.
 */
export const HOLD_PRICES = sql(
  'payments.hold_prices',
  `INSERT INTO payments.held_prices AS held (venue_id, sale_id, cart_hash, prices)
   VALUES ($1, $2, sha256(convert_to($3, 'UTF8')), $4)
   ON CONFLICT (venue_id, sale_id, cart_hash) DO UPDATE SET prices = CASE WHEN EXISTS (
       SELECT FROM payments.intents i
       WHERE i.sale_id = held.sale_id AND i.venue_id = held.venue_id AND i.cart_hash = held.cart_hash
         AND (i.final_at IS NULL OR (i.status = 'APPROVED' AND i.refunded_amount < i.amount))
     ) THEN held.prices ELSE excluded.prices END
   RETURNING prices`,
);

/** Takes approved payments for a sale, each once, if they are for this sale, this cart and this amount. */
export const TAKE = sql(
  'payments.take',
  `UPDATE payments.intents i SET taken_at = $6
   FROM unnest($1::uuid[], $2::int[]) AS asked (id, amount)
   WHERE i.id = asked.id AND i.amount = asked.amount AND i.sale_id = $3 AND i.register_session_id = $4
     AND i.cart_hash = sha256(convert_to($5, 'UTF8')) AND i.status = 'APPROVED' AND i.taken_at IS NULL
     AND i.refunded_amount = 0
   RETURNING i.id, i.reference, i.charge ->> 'authorizationCode' AS code,
     (SELECT c.uuid FROM customers.customers c WHERE c.uuid = i.guest_id AND c.deleted_at IS NULL) AS "guestId",
     (SELECT held.prices FROM payments.held_prices held
      WHERE held.venue_id = i.venue_id AND held.sale_id = i.sale_id AND held.cart_hash = i.cart_hash) AS prices`,
);

export const LOOK = sql(
  'payments.look',
  `SELECT id, status, amount, sale_id, taken_at, refunded_amount, cart_hash = sha256(convert_to($2, 'UTF8')) AS same_cart
   FROM payments.intents WHERE id = ANY ($1::uuid[]) AND venue_id = $3`,
);

/** What keeps a register from being counted or closed: asked for, unknown, or paid and not yet sold nor flagged. */
export const OPEN_OF_SESSION = sql(
  'payments.open_of_session',
  `SELECT status, count(*)::int AS n FROM payments.intents
   WHERE register_session_id = $1 AND taken_at IS NULL
     AND (status IN ('CREATED', 'READY', 'IN_PROGRESS', 'UNKNOWN')
       OR (status = 'APPROVED' AND flag IS NULL AND refunded_amount < amount))
   GROUP BY status`,
);

export const TAKEN_BY_SALE = sql(
  'payments.taken_by_sale',
  'SELECT id FROM payments.intents WHERE sale_id = $1 AND taken_at IS NOT NULL ORDER BY id',
);
