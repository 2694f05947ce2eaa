import { Injectable, OnModuleInit } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { CustomerHolding, CustomerHoldings } from '@libs/customers/application';
import { Database, sql, sqlOf } from '@libs/platform';
import { DISPLAY_CODE, STATUS, SUMS } from './ticket-reads';

const ALL = sql(
  'tickets.all_of_customer',
  `SELECT t.id, ${DISPLAY_CODE} AS display_code, t.ticket_type, ${STATUS} AS status, t.created_at, n.date AS night_date,
     (SELECT json_agg(json_build_object('name', i.product_name, 'qty', i.qty, 'delivered_qty', i.delivered_qty)
        ORDER BY i.position) FROM tickets.ticket_items i WHERE i.ticket_id = t.id) AS items
   FROM tickets.tickets t JOIN nights.venues v ON v.id = t.venue_id JOIN nights.nights n ON n.id = t.night_id ${SUMS}
   WHERE t.customer_id = $1 ORDER BY t.created_at, t.id`,
);
const UNDELIVERED = sql(
  'tickets.undelivered_of_customer',
  `SELECT FROM tickets.tickets t JOIN nights.nights n ON n.id = t.night_id
   WHERE t.customer_id = $1 AND t.voided_at IS NULL AND n.status <> 'CLOSED'
     AND EXISTS (SELECT FROM tickets.ticket_items i WHERE i.ticket_id = t.id AND i.delivered_qty < i.qty)`,
);

/** Tickets in a customer's account, of sales and of rewards. With drinks left on them they are worth a question. */
@Injectable()
export class TicketHolding implements CustomerHolding, OnModuleInit {
  readonly name = 'tickets';

  constructor(
    private readonly holdings: CustomerHoldings,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.holdings.add(this);
  }

  isLeft(): Promise<boolean> {
    return Promise.resolve(false);
  }

  wouldLose(tx: Transaction, customerId: string): Promise<number> {
    return sqlOf(tx).count(UNDELIVERED, [customerId]);
  }

  records(customerId: string): Promise<unknown> {
    return this.database.rows<object>(ALL, [customerId]);
  }
}
