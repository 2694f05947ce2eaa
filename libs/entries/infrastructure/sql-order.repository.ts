import { Injectable } from '@nestjs/common';
import { DomainError, together, Transaction } from '@libs/kernel';
import { Database, sql, sqlOf, writeOutbox } from '@libs/platform';
import { EntryTypeState, Order, OrderRepository, OrderState } from '../domain';
import { ENTRY_TYPE_COLUMNS } from './entry-type-rows';

const HOLD_CUSTOMER = sql(
  'entries.hold_customer',
  'SELECT FROM customers.customers WHERE uuid = $1 AND venue_id = $2 AND deleted_at IS NULL FOR NO KEY UPDATE',
);
/** What somebody has: good entries that they hold, and what they are about to pay for. */
const TYPES = sql(
  'entries.types_to_order',
  `SELECT ${ENTRY_TYPE_COLUMNS}, t.number, n.status AS "nightStatus",
     (SELECT count(*)::int FROM entries.entries e
      WHERE e.entry_type_id = t.id AND e.customer_id = $4 AND e.voided_at IS NULL)
     + (SELECT coalesce(sum(l.qty), 0)::int FROM entries.order_lines l JOIN entries.orders o ON o.id = l.order_id
        WHERE l.entry_type_id = t.id AND o.customer_id = $4 AND o.status = 'PENDING' AND o.expires_at > $5) AS had
   FROM entries.entry_types t JOIN nights.nights n ON n.id = t.night_id
   WHERE t.venue_id = $1 AND n.deleted_at IS NULL AND (t.id = ANY ($2::uuid[]) OR t.number = ANY ($3::bigint[]))`,
);
const ADD = sql(
  'entries.add_order',
  `WITH added AS (
     INSERT INTO entries.orders (id, venue_id, night_id, customer_id, pay, total_amount, status, created_at, expires_at,
       payment_id, paid_at, ended_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   )
   INSERT INTO entries.order_lines (order_id, entry_type_id, name, qty, unit_price)
   SELECT $1, * FROM unnest($13::uuid[], $14::text[], $15::int[], $16::int[])`,
);
const COLUMNS = `o.id, o.venue_id AS "venueId", o.night_id AS "nightId", o.customer_id AS "customerId", o.pay,
  o.total_amount AS total, o.status, o.created_at AS "createdAt", o.expires_at AS "expiresAt", o.payment_id AS "paymentId",
  o.paid_at AS "paidAt", o.ended_at AS "endedAt",
  (SELECT json_agg(json_build_object('entryTypeId', l.entry_type_id, 'name', l.name, 'qty', l.qty,
     'unitPrice', l.unit_price) ORDER BY l.entry_type_id) FROM entries.order_lines l WHERE l.order_id = o.id) AS lines`;
const LOOK_TEXT = `SELECT ${COLUMNS} FROM entries.orders o
   WHERE o.venue_id = $1 AND (o.id = $2::uuid OR o.number = $3::bigint) AND ($4::uuid IS NULL OR o.customer_id = $4)`;
const LOOK = sql('entries.look_at_order', LOOK_TEXT);
const FIND = sql('entries.find_order', `SELECT ${COLUMNS} FROM entries.orders o WHERE o.id = $1`);
const LOCK = sql('entries.lock_order', `${LOOK_TEXT} FOR NO KEY UPDATE OF o`);
const SAVE = sql(
  'entries.save_order',
  `UPDATE entries.orders SET status = $2, payment_id = $3, paid_at = $4, ended_at = $5 WHERE id = $1`,
);
const DUE = sql(
  'entries.due_orders',
  `SELECT id, venue_id AS "venueId" FROM entries.orders WHERE status = 'PENDING' AND expires_at <= $1
   ORDER BY expires_at LIMIT $2`,
);

type TypeRow = EntryTypeState & { readonly number: number; readonly nightStatus: string; readonly had: number };

/** {@link OrderRepository} on Postgres. */
@Injectable()
export class SqlOrderRepository extends OrderRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async holdCustomer(tx: Transaction, venueId: string, customerId: string): Promise<void> {
    const held = await sqlOf(tx).count(HOLD_CUSTOMER, [customerId, venueId]);
    if (held === 0) throw new DomainError('customer.unknown', 'not_found');
  }

  async types(tx: Transaction, venueId: string, names: readonly (string | number)[], customerId: string, at: Date) {
    const ids = names.filter((name) => typeof name === 'string');
    const numbers = names.filter((name) => typeof name === 'number');
    const rows = await sqlOf(tx).rows<TypeRow>(TYPES, [venueId, ids, numbers, customerId, at]);
    return rows.map(({ number, nightStatus, had, ...type }) => ({ type, number, nightStatus, had }));
  }

  async add(tx: Transaction, order: Order): Promise<void> {
    const { state } = order;
    await together(
      sqlOf(tx).rows(ADD, [
        ...[state.id, state.venueId, state.nightId, state.customerId, state.pay, state.total, state.status],
        ...[state.createdAt, state.expiresAt, state.paymentId, state.paidAt, state.endedAt],
        state.lines.map((line) => line.entryTypeId),
        state.lines.map((line) => line.name),
        state.lines.map((line) => line.qty),
        state.lines.map((line) => line.unitPrice),
      ]),
      writeOutbox(tx, order.pullEvents()),
    );
  }

  async lock(tx: Transaction, venueId: string, id: string | number, customerId?: string): Promise<Order | undefined> {
    const [state] = await sqlOf(tx).rows<OrderState>(LOCK, [venueId, ...uuidOrNumber(id), customerId ?? null]);
    return state && Order.restore(state);
  }

  async look(
    tx: Transaction,
    venueId: string,
    id: string | number,
    customerId: string,
  ): Promise<OrderState | undefined> {
    const [state] = await sqlOf(tx).rows<OrderState>(LOOK, [venueId, ...uuidOrNumber(id), customerId]);
    return state;
  }

  async find(tx: Transaction, id: string): Promise<OrderState | undefined> {
    const [state] = await sqlOf(tx).rows<OrderState>(FIND, [id]);
    return state;
  }

  async save(tx: Transaction, order: Order): Promise<void> {
    const { id, status, paymentId, paidAt, endedAt } = order.state;
    await together(sqlOf(tx).rows(SAVE, [id, status, paymentId, paidAt, endedAt]), writeOutbox(tx, order.pullEvents()));
  }

  due(at: Date, limit: number): Promise<{ readonly id: string; readonly venueId: string }[]> {
    return this.database.rows(DUE, [at, limit]);
  }
}

function uuidOrNumber(id: string | number): [string | null, number | null] {
  return typeof id === 'string' ? [id, null] : [null, id];
}
