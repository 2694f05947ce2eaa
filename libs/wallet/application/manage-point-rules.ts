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
import { InForce, KeptRule, PointRule, PointTerms } from '../domain';

/** What the house decides of a rule. */
export type PointRuleFields = Omit<PointRule, 'id'> & { readonly name: string };
export type PointRuleChanges = { readonly [K in keyof PointRuleFields]?: PointRuleFields[K] | undefined };

/** Adds a rule: it counts for sales from now on. */
@Injectable()
export class AddPointRule {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly terms: PointTerms,
  ) {}

  /** @throws DomainError `points.window_invalid` (invalid), `points.category_unknown`, `points.night_unknown` (not_found) */
  async execute(actor: Actor, fields: PointRuleFields): Promise<KeptRule> {
    refuseEmptyWindow(fields);
    const createdAt = this.clock.now();
    const rule: KeptRule = { ...fields, id: newId(createdAt.getTime()), createdAt, endedAt: null, replaces: null };
    const event = told('rule_added', actor, rule.id, createdAt, { after: onWire(fieldsOf(rule)) });
    await this.transactions.run((tx) => this.terms.addRule(tx, actor.venueId, rule, [event]));
    return rule;
  }
}

/** Ends a rule and puts another one in its place: what was sold before keeps the points of the old one. */
@Injectable()
export class ChangePointRule {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly terms: PointTerms,
  ) {}

  /**
   * @returns the new rule, or the old one when nothing differs
   * @throws DomainError `points.rule_not_found`, `points.category_unknown`, `points.night_unknown` (not_found),
   *   `points.rule_ended` (conflict), `points.window_invalid` (invalid)
   */
  execute(actor: Actor, ruleId: string, changes: PointRuleChanges): Promise<KeptRule> {
    return this.transactions.run(async (tx) => {
      const before = await takeStanding(this.terms, tx, actor.venueId, ruleId);
      const fields = merged<PointRuleFields>(fieldsOf(before), changes);
      const difference = changesOf(fieldsOf(before), fields);
      if (!difference) return before;
      refuseEmptyWindow(fields);
      const createdAt = this.clock.now();
      const replaced = { createdAt, endedAt: null, replaces: ruleId };
      const after: KeptRule = { ...fields, id: newId(createdAt.getTime()), ...replaced };
      await this.terms.endRule(tx, ruleId, createdAt, []);
      const event = told('rule_changed', actor, after.id, createdAt, { ...difference, replaces: ruleId });
      await this.terms.addRule(tx, actor.venueId, after, [event]);
      return after;
    });
  }
}

/** Ends a rule: it counts for no sale from now on. */
@Injectable()
export class EndPointRule {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly terms: PointTerms,
  ) {}

  /** @throws DomainError `points.rule_not_found` (not_found), `points.rule_ended` (conflict) */
  execute(actor: Actor, ruleId: string): Promise<KeptRule> {
    return this.transactions.run(async (tx) => {
      const rule = await takeStanding(this.terms, tx, actor.venueId, ruleId);
      const endedAt = this.clock.now();
      const event = told('rule_ended', actor, ruleId, endedAt, { before: onWire(fieldsOf(rule)) });
      await this.terms.endRule(tx, ruleId, endedAt, [event]);
      return { ...rule, endedAt };
    });
  }
}

function fieldsOf(rule: PointRuleFields & Partial<InForce>): PointRuleFields {
  const { name, pesosPerPoint, multiplierPercent, categoryIds, nightId, startsAt, endsAt } = rule;
  return { name, pesosPerPoint, multiplierPercent, categoryIds, nightId, startsAt, endsAt };
}

function refuseEmptyWindow({ startsAt, endsAt }: PointRuleFields): void {
  if (startsAt && endsAt && endsAt <= startsAt) throw new DomainError('points.window_invalid', 'invalid');
}

async function takeStanding(terms: PointTerms, tx: Transaction, venueId: string, id: string): Promise<KeptRule> {
  const rule = await terms.takeRule(tx, venueId, id);
  if (!rule) throw new DomainError('points.rule_not_found', 'not_found');
  if (rule.endedAt) throw new DomainError('points.rule_ended', 'conflict');
  return rule;
}

function told(what: string, actor: Actor, subjectId: string, occurredAt: Date, data: Record<string, unknown>) {
  const { venueId } = actor;
  return domainEvent({ type: `wallet.${what}`, venueId, subjectId, actor: actorRef(actor), data, occurredAt });
}
