import { DomainEvent, Transaction } from '@libs/kernel';
import { PointRule } from './point-rule';
import { Tier } from './tier';

/** Since when a rule or a tier is in force, and until when. It never changes meanwhile: a changed one is a new one. */
export interface InForce {
  readonly createdAt: Date;
  /** Null: still. */
  readonly endedAt: Date | null;
  /** The one in whose place it came. */
  readonly replaces: string | null;
}

export interface KeptRule extends PointRule, InForce {
  readonly name: string;
}

export interface KeptTier extends Tier, InForce {}

/** Rules and tiers as the house sets them, with the events of what is written. */
export abstract class PointTerms {
  /** @throws DomainError `points.category_unknown`, `points.night_unknown` (not_found) */
  abstract addRule(tx: Transaction, venueId: string, rule: KeptRule, events: readonly DomainEvent[]): Promise<void>;
  /** Takes its row. @returns undefined when the venue has no such rule */
  abstract takeRule(tx: Transaction, venueId: string, id: string): Promise<KeptRule | undefined>;
  abstract endRule(tx: Transaction, id: string, at: Date, events: readonly DomainEvent[]): Promise<void>;

  /** @throws DomainError `points.tier_taken` (conflict): another one has the name or the threshold */
  abstract addTier(tx: Transaction, venueId: string, tier: KeptTier, events: readonly DomainEvent[]): Promise<void>;
  /** Takes its row. @returns undefined when the venue has no such tier */
  abstract takeTier(tx: Transaction, venueId: string, id: string): Promise<KeptTier | undefined>;
  abstract endTier(tx: Transaction, id: string, at: Date, events: readonly DomainEvent[]): Promise<void>;
}
