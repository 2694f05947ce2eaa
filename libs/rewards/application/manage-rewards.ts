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
  Transactions,
} from '@libs/kernel';
import { refuseImpossible, Reward, RewardBook, RewardFields } from '../domain';

export type RewardChanges = { readonly [K in keyof RewardFields]?: RewardFields[K] | undefined };

/** Puts a reward into the catalogue. */
@Injectable()
export class AddReward {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly book: RewardBook,
  ) {}

  /**
   * @throws DomainError `reward.window_invalid` (invalid), `reward.name_taken` (conflict), `reward.product_unknown`,
   *   `reward.location_unknown` (not_found)
   */
  async execute(actor: Actor, fields: RewardFields): Promise<Reward> {
    refuseImpossible(fields, 0);
    const { venueId } = actor;
    const createdAt = this.clock.now();
    const reward: Reward = { ...fields, id: newId(createdAt.getTime()), venueId, taken: 0, createdAt };
    const event = domainEvent({
      ...{ type: 'rewards.reward_added', venueId, subjectId: reward.id, actor: actorRef(actor), occurredAt: createdAt },
      data: { after: onWire(fields) },
    });
    await this.transactions.run((tx) => this.book.add(tx, reward, [event]));
    return reward;
  }
}

/** Changes a reward from now on: what was redeemed stays as it was. */
@Injectable()
export class ChangeReward {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly book: RewardBook,
  ) {}

  /** @throws DomainError as {@link AddReward}, `reward.not_found` (not_found), `reward.limit_below_taken` (conflict) */
  execute(actor: Actor, rewardId: string, changes: RewardChanges): Promise<Reward> {
    return this.transactions.run(async (tx) => {
      const { venueId } = actor;
      const before = await this.book.take(tx, venueId, rewardId);
      if (!before) throw new DomainError('reward.not_found', 'not_found');
      const after = merged<Reward>(before, changes);
      const difference = changesOf(fieldsOf(before), fieldsOf(after));
      if (!difference) return before;
      refuseImpossible(after, before.taken);
      const about = { venueId, subjectId: rewardId, actor: actorRef(actor), occurredAt: this.clock.now() };
      await this.book.change(tx, after, [domainEvent({ type: 'rewards.reward_changed', ...about, data: difference })]);
      return after;
    });
  }
}

function fieldsOf(reward: RewardFields): RewardFields {
  const { name, description, cost, items, locationId, startsAt, endsAt, stockLimit, perPersonLimit, isActive } = reward;
  return { name, description, cost, items, locationId, startsAt, endsAt, stockLimit, perPersonLimit, isActive };
}
