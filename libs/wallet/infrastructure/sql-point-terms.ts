import { Injectable } from '@nestjs/common';
import { DomainError, DomainEvent, Transaction } from '@libs/kernel';
import { sql, sqlOf, violates, writeOutbox } from '@libs/platform';
import { KeptRule, KeptTier, PointTerms } from '../domain';

export const RULE = `id, name, pesos_per_point AS "pesosPerPoint", multiplier_percent AS "multiplierPercent",
  category_ids AS "categoryIds", night_id AS "nightId", starts_at AS "startsAt", ends_at AS "endsAt",
  created_at AS "createdAt", ended_at AS "endedAt", replaces`;
export const TIER = `id, name, min_points AS "minPoints", within_days AS "withinDays",
  multiplier_percent AS "multiplierPercent", created_at AS "createdAt", ended_at AS "endedAt", replaces`;

const KNOWN = sql(
  'wallet.known_by_rule',
  `SELECT (SELECT count(*) FROM catalog.categories WHERE venue_id = $1 AND id = ANY ($2::uuid[]))
       = cardinality(coalesce($2::uuid[], '{}')) AS categories,
     $3::uuid IS NULL OR EXISTS (SELECT FROM nights.nights WHERE venue_id = $1 AND id = $3 AND deleted_at IS NULL) AS night`,
);
const ADD_RULE = sql(
  'wallet.add_point_rule',
  `INSERT INTO wallet.point_rules (id, venue_id, name, pesos_per_point, multiplier_percent, category_ids, night_id, starts_at,
     ends_at, created_at, replaces) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);
const TAKE_RULE = sql(
  'wallet.take_point_rule',
  `SELECT ${RULE} FROM wallet.point_rules WHERE venue_id = $1 AND id = $2 FOR NO KEY UPDATE`,
);
const END_RULE = sql('wallet.end_point_rule', 'UPDATE wallet.point_rules SET ended_at = $2 WHERE id = $1');
const ADD_TIER = sql(
  'wallet.add_tier',
  `INSERT INTO wallet.tiers (id, venue_id, name, min_points, within_days, multiplier_percent, created_at, replaces)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const TAKE_TIER = sql(
  'wallet.take_tier',
  `SELECT ${TIER} FROM wallet.tiers WHERE venue_id = $1 AND id = $2 FOR NO KEY UPDATE`,
);
const END_TIER = sql('wallet.end_tier', 'UPDATE wallet.tiers SET ended_at = $2 WHERE id = $1');

/** {@link PointTerms} on Postgres, which lets rules and tiers be added and ended, and nothing else. */
@Injectable()
export class SqlPointTerms extends PointTerms {
  async addRule(tx: Transaction, venueId: string, rule: KeptRule, events: readonly DomainEvent[]): Promise<void> {
    const { categoryIds, nightId } = rule;
    const [known] = await sqlOf(tx).rows<{ categories: boolean; night: boolean }>(KNOWN, [
      venueId,
      categoryIds,
      nightId,
    ]);
    if (!known?.categories) throw new DomainError('points.category_unknown', 'not_found');
    if (!known.night) throw new DomainError('points.night_unknown', 'not_found');
    await sqlOf(tx).rows(ADD_RULE, [
      ...[rule.id, venueId, rule.name, rule.pesosPerPoint, rule.multiplierPercent, categoryIds, nightId],
      ...[rule.startsAt, rule.endsAt, rule.createdAt, rule.replaces],
    ]);
    await writeOutbox(tx, events);
  }

  async takeRule(tx: Transaction, venueId: string, id: string): Promise<KeptRule | undefined> {
    return (await sqlOf(tx).rows<KeptRule>(TAKE_RULE, [venueId, id]))[0];
  }

  async endRule(tx: Transaction, id: string, at: Date, events: readonly DomainEvent[]): Promise<void> {
    await sqlOf(tx).rows(END_RULE, [id, at]);
    await writeOutbox(tx, events);
  }

  async addTier(tx: Transaction, venueId: string, tier: KeptTier, events: readonly DomainEvent[]): Promise<void> {
    try {
      await sqlOf(tx).rows(ADD_TIER, [
        ...[tier.id, venueId, tier.name, tier.minPoints, tier.withinDays, tier.multiplierPercent],
        ...[tier.createdAt, tier.replaces],
      ]);
    } catch (error) {
      if (!violates(error, 'tiers_named') && !violates(error, 'tiers_stepped')) throw error;
      throw new DomainError('points.tier_taken', 'conflict', { name: tier.name, minPoints: tier.minPoints });
    }
    await writeOutbox(tx, events);
  }

  async takeTier(tx: Transaction, venueId: string, id: string): Promise<KeptTier | undefined> {
    return (await sqlOf(tx).rows<KeptTier>(TAKE_TIER, [venueId, id]))[0];
  }

  async endTier(tx: Transaction, id: string, at: Date, events: readonly DomainEvent[]): Promise<void> {
    await sqlOf(tx).rows(END_TIER, [id, at]);
    await writeOutbox(tx, events);
  }
}
