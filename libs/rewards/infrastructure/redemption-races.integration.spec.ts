import { setTimeout as delay } from 'node:timers/promises';
import { newId, Transaction } from '@libs/kernel';
import { BrokenRow, findBroken } from '@libs/audit/infrastructure';
import { sqlOf } from '@libs/platform';
import { useTestPlatform } from '@libs/platform/testing';
import { eightAtOnce } from '@libs/wallet/testing/at-once';
import { Reward } from '../domain';
import { CANS, RewardsAtWork } from '../testing/rewards-at-work';
import { READ } from './reward-statements';
import { SqlRewardBook } from './sql-reward-book';

/** What one writes first: look at the reward without holding it, then write. */
class NaiveBook extends SqlRewardBook {
  override async take(tx: Transaction, venueId: string, rewardId: string): Promise<Reward | undefined> {
    return (await sqlOf(tx).rows<Reward>(READ, [venueId, rewardId]))[0];
  }

  override async hadBy(tx: Transaction, rewardId: string, customerId: string): Promise<number> {
    const had = await super.hadBy(tx, rewardId, customerId);
    await delay(50);
    return had;
  }
}

describe('eight at once', () => {
  const platform = useTestPlatform();
  let house: RewardsAtWork;

  beforeEach(async () => {
    house = await RewardsAtWork.open(platform);
  });

  const OF_TILLS = /^(payments-sum|tax-inside)/;
  afterEach(async () => {
    const broken: BrokenRow[] = [];
    for await (const row of findBroken(platform.database)) if (!OF_TILLS.test(row.invariant)) broken.push(row);
    expect(broken).toEqual([]);
  });

  const guests = (points: number): Promise<string[]> =>
    Promise.all(Array.from({ length: 8 }, () => house.guest(points)));

  it('want the last of a reward, and one gets it; the others keep their points', async () => {
    const { id } = await house.reward({ stockLimit: 1 });
    const all = await guests(1_000);
    const { done, refused } = await eightAtOnce((n) => house.redeem(all[n] as string, id));
    expect(done).toHaveLength(1);
    expect(refused).toEqual(Array(7).fill('reward.sold_out'));
    const balances = await Promise.all(all.map((guest) => house.points.balance(guest)));
    expect(balances.sort()).toEqual([...Array<number>(7).fill(1_000), 600]);
    expect(await house.cans()).toBe(CANS - 1);
  });

  it('spend 400 points of 1,000, and two of them can', async () => {
    const guest = await house.guest(1_000);
    const { id } = await house.reward();
    const { done, refused } = await eightAtOnce(() => house.redeem(guest, id));
    expect(done).toHaveLength(2);
    expect(refused).toEqual(Array(6).fill('wallet.insufficient_funds'));
    expect([await house.points.balance(guest), await house.cans()]).toEqual([200, CANS - 2]);
  });

  it('spend on different rewards, and together never more than there is', async () => {
    const guest = await house.guest(1_000);
    const rewards = await Promise.all(Array.from({ length: 8 }, () => house.reward()));
    const { done } = await eightAtOnce((n) => house.redeem(guest, (rewards[n] as Reward).id));
    expect([done.length, await house.points.balance(guest)]).toEqual([2, 200]);
  });

  it('want what a guest may have once, and have it once', async () => {
    const guest = await house.guest(10_000);
    const { id } = await house.reward({ perPersonLimit: 1 });
    const { done, refused } = await eightAtOnce(() => house.redeem(guest, id));
    expect([done.length, refused]).toEqual([1, Array(7).fill('reward.limit_reached')]);
  });

  it('is a race that looking first and writing after loses, except where the database refuses it', async () => {
    const naive = house.keepingBook(new NaiveBook());
    const guest = await house.guest(10_000);
    const once = await house.reward({ perPersonLimit: 1 });
    const { done } = await eightAtOnce(() => naive.redeem(guest, once.id));
    expect(done.length).toBeGreaterThan(1);
    const last = await house.reward({ stockLimit: 1 });
    const all = await guests(1_000);
    const oversold = await eightAtOnce((n) => naive.redeem(all[n] as string, last.id));
    expect([oversold.done.length, oversold.refused]).toEqual([1, Array(7).fill('reward.sold_out')]);
  });

  it('press once with one key, and it is redeemed once', async () => {
    const guest = await house.guest(10_000);
    const { id } = await house.reward();
    const key = newId();
    const { done, refused } = await eightAtOnce(() => house.redeem(guest, id, key));
    expect(new Set(done.map((redeemed) => redeemed.id)).size).toBe(1);
    expect(refused.every((code) => code === 'idempotency.in_progress')).toBe(true);
    expect(await house.points.balance(guest)).toBe(9_600);
  });

  it('undo and deliver the same redemption, and it is either the one or the other', async () => {
    const guest = await house.guest(1_000);
    const { id } = await house.reward();
    const redeemed = await house.redeem(guest, id);
    const { done } = await eightAtOnce<unknown>((n) =>
      n % 2 === 0 ? house.undo(redeemed.id) : house.deliver(redeemed),
    );
    expect(done).toHaveLength(1);
    const undone = (await house.points.balance(guest)) === 1_000;
    expect(await house.cans()).toBe(undone ? CANS : CANS - 1);
    const { rows } = await platform.owner.query<{ delivered: number }>(
      'SELECT sum(delivered_qty)::int AS delivered FROM tickets.ticket_items WHERE ticket_id = $1',
      [redeemed.ticket.id],
    );
    expect(rows[0]?.delivered).toBe(undone ? 0 : 1);
  });

  it('redeem while the sale that gave the points is cancelled, and points never fall below zero', async () => {
    const guest = await house.points.guest();
    const sale = await house.points.sell(guest, { Piscos: 1_000 });
    await house.points.hear(sale);
    const { id } = await house.reward();
    const cancelled = await house.points.cancel(sale.subjectId);
    const { done } = await eightAtOnce<unknown>((n) =>
      n < 4 ? house.points.hear(cancelled) : house.redeem(guest, id),
    );
    const redeemed = done.length - 4;
    expect(redeemed).toBeLessThanOrEqual(2);
    expect(await house.points.balance(guest)).toBe(0);
    expect(await house.cans()).toBe(CANS - redeemed);
  });
});
