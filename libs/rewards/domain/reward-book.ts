import { DomainEvent, Transaction } from '@libs/kernel';
import { Reward } from './reward';

/** Points that became a reward. */
export interface Redemption {
  readonly id: string;
  readonly venueId: string;
  readonly nightId: string;
  readonly rewardId: string;
  readonly customerId: string;
  /** As it was called then. */
  readonly rewardName: string;
  /** What it cost then. */
  readonly points: number;
  /** The transfer of the points. */
  readonly transferId: string;
  readonly redeemedAt: Date;
}

export interface StandingRedemption extends Redemption {
  readonly undoneAt: Date | null;
}

/** Rewards and what was redeemed, with the events of what is written. */
export abstract class RewardBook {
  /** @throws DomainError `reward.name_taken` (conflict), `reward.product_unknown`, `reward.location_unknown` (not_found) */
  abstract add(tx: Transaction, reward: Reward, events: readonly DomainEvent[]): Promise<void>;

  /** @throws DomainError as {@link add} */
  abstract change(tx: Transaction, reward: Reward, events: readonly DomainEvent[]): Promise<void>;

  /** Takes the reward's row: others who want it wait. @returns undefined when the venue has no such reward */
  abstract take(tx: Transaction, venueId: string, rewardId: string): Promise<Reward | undefined>;

  /** How many of a taken reward this guest has had and not given back. */
  abstract hadBy(tx: Transaction, rewardId: string, customerId: string): Promise<number>;

  /** Writes it down and counts it. @throws DomainError `reward.sold_out` (conflict) */
  abstract redeem(tx: Transaction, redemption: Redemption, events: readonly DomainEvent[]): Promise<void>;

  /** Takes a redemption's row and that of its reward. @returns undefined when the venue has no such redemption */
  abstract takeRedemption(tx: Transaction, venueId: string, id: string): Promise<StandingRedemption | undefined>;

  abstract undo(
    tx: Transaction,
    redemption: Redemption,
    undone: { readonly by: string; readonly reason: string; readonly at: Date },
    events: readonly DomainEvent[],
  ): Promise<void>;
}
