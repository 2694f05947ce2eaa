import { Injectable } from '@nestjs/common';
import { DomainError, DomainEvent, Transaction } from '@libs/kernel';
import { sqlOf, together, violates, writeOutbox } from '@libs/platform';
import { Redemption, Reward, RewardBook, StandingRedemption } from '../domain';
import * as statement from './reward-statements';

/** {@link RewardBook} on Postgres; the reward's row is where those who want it stand in line. */
@Injectable()
export class SqlRewardBook extends RewardBook {
  async add(tx: Transaction, reward: Reward, events: readonly DomainEvent[]): Promise<void> {
    await this.refuseUnknown(tx, reward);
    await named(reward, sqlOf(tx).rows(statement.ADD, [...valuesOf(reward), reward.createdAt]));
    await together(this.putItems(tx, reward), writeOutbox(tx, events));
  }

  async change(tx: Transaction, reward: Reward, events: readonly DomainEvent[]): Promise<void> {
    await this.refuseUnknown(tx, reward);
    await named(reward, sqlOf(tx).rows(statement.CHANGE, valuesOf(reward)));
    await together(
      sqlOf(tx).rows(statement.DROP_ITEMS, [reward.id]),
      this.putItems(tx, reward),
      writeOutbox(tx, events),
    );
  }

  private async refuseUnknown(tx: Transaction, { venueId, items, locationId }: Reward): Promise<void> {
    const ids = items.map((item) => item.productId);
    const [known] = await sqlOf(tx).rows<{ products: boolean; location: boolean }>(statement.KNOWN, [
      ...[venueId, ids, locationId],
    ]);
    if (!known?.products) throw new DomainError('reward.product_unknown', 'not_found');
    if (!known.location) throw new DomainError('reward.location_unknown', 'not_found');
  }

  private putItems(tx: Transaction, { id, items }: Reward): Promise<unknown> {
    return sqlOf(tx).rows(statement.PUT_ITEMS, [
      id,
      items.map((item) => item.productId),
      items.map((item) => item.qty),
    ]);
  }

  async take(tx: Transaction, venueId: string, rewardId: string): Promise<Reward | undefined> {
    // The items are read once the row is ours: a change under way is waited for.
    const [, [reward]] = await together(
      sqlOf(tx).rows(statement.LOCK, [venueId, rewardId]),
      sqlOf(tx).rows<Reward>(statement.READ, [venueId, rewardId]),
    );
    return reward;
  }

  async hadBy(tx: Transaction, rewardId: string, customerId: string): Promise<number> {
    return (await sqlOf(tx).rows<{ count: number }>(statement.HAD_BY, [rewardId, customerId]))[0]?.count ?? 0;
  }

  async redeem(tx: Transaction, redemption: Redemption, events: readonly DomainEvent[]): Promise<void> {
    const { id, venueId, nightId, rewardId, customerId, rewardName, points, transferId, redeemedAt } = redemption;
    try {
      await sqlOf(tx).rows(statement.REDEEM, [
        ...[id, venueId, nightId, rewardId, customerId, rewardName, points, transferId, redeemedAt],
      ]);
    } catch (error) {
      if (violates(error, 'rewards_never_oversold')) throw new DomainError('reward.sold_out', 'conflict');
      throw error;
    }
    await writeOutbox(tx, events);
  }

  async takeRedemption(tx: Transaction, venueId: string, id: string): Promise<StandingRedemption | undefined> {
    return (await sqlOf(tx).rows<StandingRedemption>(statement.TAKE_REDEMPTION, [venueId, id]))[0];
  }

  async undo(
    tx: Transaction,
    { id, rewardId }: Redemption,
    { by, reason, at }: { readonly by: string; readonly reason: string; readonly at: Date },
    events: readonly DomainEvent[],
  ): Promise<void> {
    await together(sqlOf(tx).rows(statement.UNDO, [id, rewardId, at, by, reason]), writeOutbox(tx, events));
  }
}

/** In the order in which both statements take them. */
function valuesOf(reward: Reward): unknown[] {
  const { id, venueId, name, description, cost, locationId, startsAt, endsAt, stockLimit, perPersonLimit, isActive } =
    reward;
  return [id, venueId, name, description, cost, locationId, startsAt, endsAt, stockLimit, perPersonLimit, isActive];
}

async function named(reward: Reward, written: Promise<unknown>): Promise<void> {
  try {
    await written;
  } catch (error) {
    if (violates(error, 'rewards_named')) {
      throw new DomainError('reward.name_taken', 'conflict', { name: reward.name });
    }
    throw error;
  }
}
