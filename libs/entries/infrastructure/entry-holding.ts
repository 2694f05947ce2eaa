import { Injectable, OnModuleInit } from '@nestjs/common';
import { Clock, Transaction } from '@libs/kernel';
import { CustomerHolding, CustomerHoldings } from '@libs/customers/application';
import { Database, sql, sqlOf } from '@libs/platform';

/** Money that a page may be taking at this moment. */
const IS_LEFT = sql(
  'entries.is_left',
  `SELECT FROM entries.orders WHERE customer_id = $1 AND status = 'PENDING' AND expires_at > $2 LIMIT 1`,
);
const TO_COME = sql(
  'entries.to_come',
  `SELECT FROM entries.entries e JOIN nights.nights n ON n.id = e.night_id
   WHERE e.customer_id = $1 AND e.voided_at IS NULL AND e.checked_in_at IS NULL AND n.status <> 'CLOSED'
     AND n.deleted_at IS NULL`,
);
const ENTRIES = sql(
  'entries.all_of_customer',
  `SELECT e.number AS id, t.name, n.name AS night_name, n.date AS night_date, e.paid_amount, e.created_at,
     e.checked_in_at, e.voided_at, e.order_id, e.given_from IS NOT NULL AS was_given
   FROM entries.entries e JOIN entries.entry_types t ON t.id = e.entry_type_id JOIN nights.nights n ON n.id = e.night_id
   WHERE e.customer_id = $1 ORDER BY e.number`,
);
const ORDERS = sql(
  'entries.all_orders_of_customer',
  `SELECT o.number AS id, o.id AS uuid, n.name AS night_name, o.pay, o.total_amount, o.status, o.created_at, o.paid_at,
     (SELECT json_agg(json_build_object('name', l.name, 'qty', l.qty, 'unit_price', l.unit_price) ORDER BY l.name)
      FROM entries.order_lines l WHERE l.order_id = o.id) AS lines,
     (SELECT coalesce(json_agg(json_build_object('amount', r.amount, 'fee', r.fee, 'goes_to', r.goes_to,
        'created_at', r.created_at) ORDER BY r.created_at), '[]') FROM entries.refunds r WHERE r.order_id = o.id) AS refunds
   FROM entries.orders o JOIN nights.nights n ON n.id = o.night_id WHERE o.customer_id = $1 ORDER BY o.number`,
);

/** Entries and their orders in a customer's account. Those of nights to come are worth a question. */
@Injectable()
export class EntryHolding implements CustomerHolding, OnModuleInit {
  readonly name = 'entries';

  constructor(
    private readonly holdings: CustomerHoldings,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.holdings.add(this);
  }

  async isLeft(tx: Transaction, customerId: string): Promise<boolean> {
    return (await sqlOf(tx).count(IS_LEFT, [customerId, this.clock.now()])) > 0;
  }

  wouldLose(tx: Transaction, customerId: string): Promise<number> {
    return sqlOf(tx).count(TO_COME, [customerId]);
  }

  async records(customerId: string): Promise<unknown> {
    const [entries, orders] = await Promise.all([
      this.database.rows<object>(ENTRIES, [customerId]),
      this.database.rows<object>(ORDERS, [customerId]),
    ]);
    return { entries, orders };
  }
}
