import { DomainError } from '@libs/kernel';

/** A product of a reward, and how many portions of it. */
export interface RewardItem {
  readonly productId: string;
  readonly qty: number;
}

/** What the house decides of a reward. */
export interface RewardFields {
  readonly name: string;
  readonly description: string;
  /** In points. */
  readonly cost: number;
  /** Each product once. */
  readonly items: readonly RewardItem[];
  /** Where its ingredients lie. */
  readonly locationId: string;
  /** From then on; null: always. */
  readonly startsAt: Date | null;
  /** Up to, not including. */
  readonly endsAt: Date | null;
  /** How many there are, ever; null: as many as there are points. */
  readonly stockLimit: number | null;
  /** How many a guest may have, ever. */
  readonly perPersonLimit: number | null;
  readonly isActive: boolean;
}

/** What guests get for points. */
export interface Reward extends RewardFields {
  readonly id: string;
  readonly venueId: string;
  /** Redeemed and not undone. */
  readonly taken: number;
  readonly createdAt: Date;
}

/** How many are left: of all, or for a guest who had so many. Null: no limit. */
export function leftOf(limit: number | null, taken: number): number | null {
  return limit === null ? null : Math.max(0, limit - taken);
}

/** Whether it is offered at that moment. */
export function isOffered({ isActive, startsAt, endsAt }: RewardFields, at: Date): boolean {
  return isActive && (startsAt === null || startsAt <= at) && (endsAt === null || at < endsAt);
}

/**
 * @param mine how many of it this guest has had
 * @throws DomainError `reward.not_offered`, `reward.sold_out`, `reward.limit_reached` (conflict; facts limit)
 */
export function refuseToRedeem(reward: Reward, mine: number, at: Date): void {
  if (!isOffered(reward, at)) throw new DomainError('reward.not_offered', 'conflict');
  if (leftOf(reward.stockLimit, reward.taken) === 0) throw new DomainError('reward.sold_out', 'conflict');
  if (leftOf(reward.perPersonLimit, mine) === 0) {
    throw new DomainError('reward.limit_reached', 'conflict', { limit: reward.perPersonLimit });
  }
}

/**
 * @param taken how many were redeemed already
 * @throws DomainError `reward.window_invalid` (invalid), `reward.limit_below_taken` (conflict; facts taken)
 */
export function refuseImpossible({ startsAt, endsAt, stockLimit }: RewardFields, taken: number): void {
  if (startsAt && endsAt && endsAt <= startsAt) throw new DomainError('reward.window_invalid', 'invalid');
  if (stockLimit !== null && stockLimit < taken) {
    throw new DomainError('reward.limit_below_taken', 'conflict', { taken });
  }
}
