import { actorRef, Actor, domainEvent, DomainEvent, newId, Transaction } from '@libs/kernel';
import { TestPlatform } from '@libs/platform/testing';
import { EventSubscribers } from '@libs/platform';
import { House, plantHouse } from '@libs/tickets/testing';
import {
  AddPointRule,
  AddTier,
  ChangePointRule,
  ChangeTier,
  EarnForSale,
  EarnPoints,
  EndPointRule,
  EndTier,
  PointRuleFields,
  ReturnForSale,
  ReverseTransfer,
} from '../application';
import { PointsSubscriber } from '../infrastructure/points-subscriber';
import { SqlLedger } from '../infrastructure/sql-ledger';
import { SqlPointTerms } from '../infrastructure/sql-point-terms';
import { SqlSalePoints } from '../infrastructure/sql-sale-points';
import { SetClock } from './wallets-at-work';

export type Lines = Readonly<Record<string, number>>;

/** A rule as tests write it: whatever is not said is as usual. */
export const rule = (given: Partial<PointRuleFields> = {}): PointRuleFields => ({
  ...{ name: 'Puntos', pesosPerPoint: 100, multiplierPercent: 100, categoryIds: null, nightId: null },
  ...{ startsAt: null, endsAt: null },
  ...given,
});

/** A house whose guests buy and earn: sales stand in the tables as tills would leave them, and tell of themselves. */
export class PointsAtWork {
  readonly clock = new SetClock();
  readonly subscriber: PointsSubscriber;
  readonly addRule: AddPointRule;
  readonly changeRule: ChangePointRule;
  readonly endRule: EndPointRule;
  readonly addTier: AddTier;
  readonly changeTier: ChangeTier;
  readonly endTier: EndTier;
  private readonly products = new Map<string, string>();
  private readonly categories = new Map<string, string>();

  private constructor(
    readonly platform: TestPlatform,
    readonly house: House,
  ) {
    const { transactions } = platform;
    const [ledger, sales, terms] = [new SqlLedger(), new SqlSalePoints(), new SqlPointTerms()];
    const reverse = new ReverseTransfer(ledger);
    const earn = new EarnForSale(sales, new EarnPoints(ledger));
    this.subscriber = new PointsSubscriber(new EventSubscribers(), earn, new ReturnForSale(sales, ledger, reverse));
    const acts = [this.clock, transactions, terms] as const;
    [this.addRule, this.changeRule, this.endRule] = [
      new AddPointRule(...acts),
      new ChangePointRule(...acts),
      new EndPointRule(...acts),
    ];
    [this.addTier, this.changeTier, this.endTier] = [
      new AddTier(...acts),
      new ChangeTier(...acts),
      new EndTier(...acts),
    ];
  }

  static async open(platform: TestPlatform, categories: readonly string[] = ['Piscos']): Promise<PointsAtWork> {
    const at = new PointsAtWork(platform, await plantHouse(platform.owner, 'BMB'));
    for (const name of categories) await at.category(name);
    return at;
  }

  get admin(): Actor {
    return this.house.supervisor;
  }

  categoryId(name: string): string {
    return this.categories.get(name) as string;
  }

  private async category(name: string): Promise<void> {
    const [id, productId] = [newId(), newId()];
    await this.platform.owner.query(
      `INSERT INTO catalog.categories (id, venue_id, name, icon, hue) VALUES ($1, $2, $3, 'bottle', 'mixed')`,
      [id, this.house.venueId, name],
    );
    await this.platform.owner.query(
      `INSERT INTO catalog.products (id, venue_id, category_id, name, price) VALUES ($1, $2, $3, $4, 1)`,
      [productId, this.house.venueId, id, name],
    );
    this.categories.set(name, id);
    this.products.set(name, productId);
  }

  async guest(): Promise<string> {
    const id = newId();
    await this.platform.owner.query(
      `INSERT INTO customers.customers (uuid, venue_id, name, email, password_hash, terms_accepted_at, created_at, updated_at)
       VALUES ($1, $2, 'Javiera', $3, 'x', now(), now(), now())`,
      [id, this.house.venueId, `${id}@example.com`],
    );
    return id;
  }

  /** A sale of so many pesos by category, paid in cash. @param given what is unusual about it */
  async sell(
    guest: string | null,
    lines: Lines,
    given: { isTest?: boolean; noRevenue?: boolean } = {},
  ): Promise<DomainEvent> {
    const { venueId, nightId, sessionId, cashier } = this.house;
    const [id, at] = [newId(), this.clock.at];
    const total = Object.values(lines).reduce((sum, pesos) => sum + pesos, 0);
    await this.platform.owner.query(
      `WITH sale AS (
         INSERT INTO sales.sales (id, venue_id, night_id, register_session_id, employee_id, customer_id, fingerprint,
           total_amount, iva_amount, placed_at, is_test, no_revenue) VALUES ($1, $2, $3, $4, $5, $6, '', $7, 0, $8, $9, $10)
       )
       INSERT INTO sales.sale_lines (id, sale_id, position, product_id, product_name, unit_price, list_price, qty, total_amount)
       SELECT gen_random_uuid(), $1, position, product_id, 'x', pesos, pesos, 1, pesos
       FROM unnest($11::uuid[], $12::int[]) WITH ORDINALITY AS line (product_id, pesos, position)`,
      [
        ...[id, venueId, nightId, sessionId, cashier.employeeId, guest, total, at],
        ...[given.isTest ?? false, given.noRevenue ?? false],
        Object.keys(lines).map((name) => this.products.get(name)),
        Object.values(lines),
      ],
    );
    return this.event('sales.sale_placed', id, {});
  }

  async cancel(saleId: string): Promise<DomainEvent> {
    await this.platform.owner.query('UPDATE sales.sales SET is_cancelled = true, cancelled_at = $2 WHERE id = $1', [
      ...[saleId, this.clock.at],
    ]);
    return this.event('sales.sale_cancelled', saleId, { reason: 'se equivocó' });
  }

  private event(type: string, subjectId: string, data: Record<string, unknown>): DomainEvent {
    const { venueId, nightId, sessionId, cashier } = this.house;
    const about = { venueId, nightId, registerSessionId: sessionId, subjectId, actor: actorRef(cashier) };
    return domainEvent({ type, ...about, data, occurredAt: this.clock.at });
  }

  hear(...events: readonly DomainEvent[]): Promise<void> {
    return this.run((tx) => this.subscriber.handle(events, tx));
  }

  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.platform.transactions.run(work);
  }

  /** Of points; 0 for who never had any. */
  async balance(guest: string): Promise<number> {
    const { rows } = await this.platform.owner.query<{ balance: string }>(
      `SELECT b.balance FROM wallet.balances b JOIN wallet.accounts a ON a.id = b.account_id
       WHERE a.customer_id = $1 AND a.asset = 'POINTS'`,
      [guest],
    );
    return Number(rows[0]?.balance ?? 0);
  }
}
