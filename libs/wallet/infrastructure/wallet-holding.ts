import { Injectable, OnModuleInit } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { CustomerHolding, CustomerHoldings } from '@libs/customers/application';
import { Database, sql, sqlOf } from '@libs/platform';
import { OwnWalletQueries } from './own-wallet.queries';

/** Money, and money that is on its way. Points are no money: they end with the account. */
const IS_LEFT = sql(
  'wallet.is_left',
  `SELECT EXISTS (SELECT FROM wallet.accounts a JOIN wallet.balances b ON b.account_id = a.id
       WHERE a.customer_id = $1 AND a.asset = 'CLP' AND b.balance > 0)
     OR EXISTS (SELECT FROM wallet.top_ups WHERE customer_id = $1 AND status = 'PENDING') AS left`,
);
const TRANSFERS = sql(
  'wallet.all_of_customer',
  `SELECT t.number AS id, e.asset, t.kind, e.amount, e.balance, t.reason, t.occurred_at
   FROM wallet.accounts a JOIN wallet.entries e ON e.account_id = a.id AND e.sequence IS NOT NULL
   JOIN wallet.transfers t ON t.id = e.transfer_id
   WHERE a.customer_id = $1 ORDER BY e.asset, e.sequence`,
);

/** What the wallet keeps of a customer: an account with money in it is not deleted. */
@Injectable()
export class WalletHolding implements CustomerHolding, OnModuleInit {
  readonly name = 'wallet';

  constructor(
    private readonly holdings: CustomerHoldings,
    private readonly database: Database,
    private readonly wallet: OwnWalletQueries,
  ) {}

  onModuleInit(): void {
    this.holdings.add(this);
  }

  async isLeft(tx: Transaction, customerId: string): Promise<boolean> {
    return (await sqlOf(tx).rows<{ left: boolean }>(IS_LEFT, [customerId]))[0]?.left ?? false;
  }

  async records(customerId: string): Promise<unknown> {
    const [{ balance, points, isFrozen }, transactions, topUps] = await Promise.all([
      this.wallet.balance(customerId),
      this.database.rows(TRANSFERS, [customerId]),
      this.wallet.topUps(customerId),
    ]);
    return {
      ...{ balance, points, is_frozen: isFrozen, transactions },
      top_ups: topUps.map(({ id, amount, means, status, outcome, createdAt, endedAt }) => ({
        ...{ id, amount, means, status, outcome, created_at: createdAt, ended_at: endedAt },
      })),
    };
  }
}
