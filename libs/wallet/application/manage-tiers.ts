import { Injectable } from '@nestjs/common';
import {
  Actor,
  actorRef,
  changesOf,
  Clock,
  domainEvent,
  DomainError,
  merged,
  newId,
  onWire,
  Transaction,
  Transactions,
} from '@libs/kernel';
import { KeptTier, PointTerms, Tier } from '../domain';

/** What the house decides of a tier. */
export type TierFields = Omit<Tier, 'id'>;
export type TierChanges = { readonly [K in keyof TierFields]?: TierFields[K] | undefined };

/** Adds a tier: it counts for sales from now on. */
@Injectable()
export class AddTier {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly terms: PointTerms,
  ) {}

  /** @throws DomainError `points.tier_taken` (conflict) */
  async execute(actor: Actor, fields: TierFields): Promise<KeptTier> {
    const createdAt = this.clock.now();
    const tier: KeptTier = { ...fields, id: newId(createdAt.getTime()), createdAt, endedAt: null, replaces: null };
    const event = told('tier_added', actor, tier.id, createdAt, { after: onWire(fieldsOf(tier)) });
    await this.transactions.run((tx) => this.terms.addTier(tx, actor.venueId, tier, [event]));
    return tier;
  }
}

/** Ends a tier and puts another one in its place: points that were earned stay as they are. */
@Injectable()
export class ChangeTier {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly terms: PointTerms,
  ) {}

  /**
   * @returns the new tier, or the old one when nothing differs
   * @throws DomainError `points.tier_not_found` (not_found), `points.tier_ended`, `points.tier_taken` (conflict)
   */
  execute(actor: Actor, tierId: string, changes: TierChanges): Promise<KeptTier> {
    return this.transactions.run(async (tx) => {
      const before = await takeStanding(this.terms, tx, actor.venueId, tierId);
      const fields = merged<TierFields>(fieldsOf(before), changes);
      const difference = changesOf(fieldsOf(before), fields);
      if (!difference) return before;
      const createdAt = this.clock.now();
      const replaced = { createdAt, endedAt: null, replaces: tierId };
      const after: KeptTier = { ...fields, id: newId(createdAt.getTime()), ...replaced };
      await this.terms.endTier(tx, tierId, createdAt, []);
      const event = told('tier_changed', actor, after.id, createdAt, { ...difference, replaces: tierId });
      await this.terms.addTier(tx, actor.venueId, after, [event]);
      return after;
    });
  }
}

/** Ends a tier: who had reached it earns as everybody does from now on. */
@Injectable()
export class EndTier {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly terms: PointTerms,
  ) {}

  /** @throws DomainError `points.tier_not_found` (not_found), `points.tier_ended` (conflict) */
  execute(actor: Actor, tierId: string): Promise<KeptTier> {
    return this.transactions.run(async (tx) => {
      const tier = await takeStanding(this.terms, tx, actor.venueId, tierId);
      const endedAt = this.clock.now();
      const event = told('tier_ended', actor, tierId, endedAt, { before: onWire(fieldsOf(tier)) });
      await this.terms.endTier(tx, tierId, endedAt, [event]);
      return { ...tier, endedAt };
    });
  }
}

function fieldsOf({ name, minPoints, withinDays, multiplierPercent }: TierFields): TierFields {
  return { name, minPoints, withinDays, multiplierPercent };
}

async function takeStanding(terms: PointTerms, tx: Transaction, venueId: string, id: string): Promise<KeptTier> {
  const tier = await terms.takeTier(tx, venueId, id);
  if (!tier) throw new DomainError('points.tier_not_found', 'not_found');
  if (tier.endedAt) throw new DomainError('points.tier_ended', 'conflict');
  return tier;
}

function told(what: string, actor: Actor, subjectId: string, occurredAt: Date, data: Record<string, unknown>) {
  const { venueId } = actor;
  return domainEvent({ type: `wallet.${what}`, venueId, subjectId, actor: actorRef(actor), data, occurredAt });
}
