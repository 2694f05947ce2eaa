import { Injectable, OnModuleInit } from '@nestjs/common';
import { CustomerHolding, CustomerHoldings } from '@libs/customers/application';
import { Database, sql } from '@libs/platform';

const REDEMPTIONS = sql(
  'rewards.all_of_customer',
  `SELECT r.id, r.reward_name AS name, r.points, r.redeemed_at, r.undone_at,
     v.ticket_prefix || ' ' || t.display_number AS display_code
   FROM rewards.redemptions r
   JOIN tickets.tickets t ON t.redemption_id = r.id
   JOIN nights.venues v ON v.id = r.venue_id
   WHERE r.customer_id = $1 ORDER BY r.redeemed_at, r.id`,
);

/** What rewards keep of a customer. Points that became a ticket are no money: they hold no account back. */
@Injectable()
export class RewardHolding implements CustomerHolding, OnModuleInit {
  readonly name = 'rewards';

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

  records(customerId: string): Promise<unknown> {
    return this.database.rows<object>(REDEMPTIONS, [customerId]);
  }
}
