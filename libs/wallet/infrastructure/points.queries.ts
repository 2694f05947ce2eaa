import { Injectable } from '@nestjs/common';
import { DomainError } from '@libs/kernel';
import { Database, sql } from '@libs/platform';
import { KeptRule, KeptTier, nextTierOf, Tier, tierOf, TierStanding } from '../domain';
import { TIER_STANDINGS } from './ledger-statements';
import { RULE, TIER } from './sql-point-terms';

const RULES = sql(
  'wallet.list_point_rules',
  `SELECT ${RULE} FROM wallet.point_rules WHERE venue_id = $1 AND ($2::boolean OR ended_at IS NULL)
   ORDER BY ended_at DESC NULLS FIRST, created_at DESC, id DESC LIMIT 500`,
);
const TIERS = sql(
  'wallet.list_tiers',
  `SELECT ${TIER} FROM wallet.tiers WHERE venue_id = $1 AND ($2::boolean OR ended_at IS NULL)
   ORDER BY ended_at DESC NULLS FIRST, min_points, id LIMIT 500`,
);
const BALANCE = sql(
  'wallet.points_balance',
  `SELECT b.balance FROM wallet.balances b JOIN wallet.accounts a ON a.id = b.account_id
   WHERE a.venue_id = $1 AND a.customer_id = $2 AND a.asset = 'POINTS'`,
);

/** The ledger counts a sale some moments after it was placed: until then there is no row. */
const OF_SALE = sql(
  'wallet.points_of_sale',
  `SELECT p.points - coalesce(p.returned_points, 0) AS points FROM sales.sales s LEFT JOIN wallet.sale_points p ON p.sale_id = s.id
   WHERE s.venue_id = $1 AND s.id = $2`,
);

/** Where a guest stands. */
export interface PointsStanding {
  /** Points to spend. */
  readonly balance: number;
  readonly tier: (Tier & { readonly earned: number }) | null;
  readonly next: { readonly tier: Tier; readonly missing: number } | null;
}

/** Points as screens read them, always of one venue. */
@Injectable()
export class PointsQueries {
  constructor(private readonly database: Database) {}

  /** Those in force first, the newest of them first. */
  rules(venueId: string, withEnded: boolean): Promise<KeptRule[]> {
    return this.database.rows<KeptRule>(RULES, [venueId, withEnded]);
  }

  /** Those in force first, the lowest of them first. */
  tiers(venueId: string, withEnded: boolean): Promise<KeptTier[]> {
    return this.database.rows<KeptTier>(TIERS, [venueId, withEnded]);
  }

  /**
   * What a guest earned with a sale; null while that is not counted yet, or when nobody earns by it.
   * @throws DomainError `sale.not_found` (not_found)
   */
  async ofSale(venueId: string, saleId: string): Promise<number | null> {
    const [row] = await this.database.rows<{ points: number | null }>(OF_SALE, [venueId, saleId]);
    if (!row) throw new DomainError('sale.not_found', 'not_found');
    return row.points;
  }

  async standing(venueId: string, customerId: string, at: Date): Promise<PointsStanding> {
    const [[account], rows] = await Promise.all([
      this.database.rows<{ balance: number }>(BALANCE, [venueId, customerId]),
      this.database.rows<Tier & { earned: number }>(TIER_STANDINGS, [venueId, customerId, at]),
    ]);
    const standings: TierStanding[] = rows.map(({ earned, ...tier }) => ({ tier, earned }));
    const tier = tierOf(standings);
    const earned = standings.find((standing) => standing.tier.id === tier?.id)?.earned ?? 0;
    return { balance: account?.balance ?? 0, tier: tier && { ...tier, earned }, next: nextTierOf(standings) };
  }
}
