import { setTimeout as delay } from 'node:timers/promises';
import { newId, Transaction } from '@libs/kernel';
import { sql, sqlOf } from '@libs/platform';
import { useTestPlatform } from '@libs/platform/testing';
import { Asset, HeldAccount, Limits, Occasion } from '../domain';
import { eightAtOnce } from '../testing/at-once';
import { WalletsAtWork } from '../testing/wallets-at-work';
import { SqlLedgerProof } from './prove-ledger';
import { SqlLedger } from './sql-ledger';

const LOOK = sql(
  'test.look_at_account',
  `SELECT id AS "accountId" FROM wallet.accounts WHERE venue_id = $1 AND customer_id = $2 AND asset = $3`,
);

/** What one writes first: look at the day without holding the account, then write. */
class NaiveLedger extends SqlLedger {
  override async open(tx: Transaction, by: Occasion, customerId: string, asset: Asset): Promise<HeldAccount> {
    const [account] = await sqlOf(tx).rows<HeldAccount>(LOOK, [by.venueId, customerId, asset]);
    return account ?? super.open(tx, by, customerId, asset);
  }

  override async toppedUp(
    tx: Transaction,
    venueId: string,
    accountId: string,
    since: Date,
  ): Promise<{ limits: Limits; amount: number }> {
    const day = await super.toppedUp(tx, venueId, accountId, since);
    await delay(50);
    return day;
  }
}

describe('eight at once on one wallet', () => {
  const platform = useTestPlatform();
  let wallets: WalletsAtWork;
  let guest: string;

  beforeEach(async () => {
    wallets = await WalletsAtWork.open(platform, new SqlLedger());
    guest = newId();
  });

  afterEach(async () => {
    expect(await new SqlLedgerProof(platform.database).broken(wallets.venueId)).toEqual([]);
  });

  it('pay 400 twice out of 1,000, and the other six are told that it is not enough', async () => {
    await wallets.topUp(guest, 1_000);
    const { done, refused } = await eightAtOnce(() => wallets.pay(guest, 400));
    expect(done.map(({ balance }) => balance).sort()).toEqual([200, 600]);
    expect(refused).toEqual(Array(6).fill('wallet.insufficient_funds'));
    expect(await wallets.balance(guest)).toBe(200);
  });

  it('pay for the first time ever, without anything ever come in, and none succeeds', async () => {
    const { done, refused } = await eightAtOnce(() => wallets.pay(guest, 400));
    expect(done).toEqual([]);
    expect(refused).toEqual(Array(8).fill('wallet.insufficient_funds'));
    expect(await wallets.balance(guest)).toBeUndefined();
  });

  it('pay for the first time ever in the house while the first money comes in, and never spend more than that', async () => {
    const { done } = await eightAtOnce((n) => (n === 0 ? wallets.topUp(guest, 1_000) : wallets.pay(guest, 400)));
    const paid = done.length - 1;
    expect(paid).toBeLessThanOrEqual(2);
    expect(await wallets.balance(guest)).toBe(1_000 - 400 * paid);
  });

  it('bring the first money in, and it all adds up on one account', async () => {
    const { done } = await eightAtOnce(() => wallets.topUp(guest, 1_000));
    expect(new Set(done.map(({ accountId }) => accountId)).size).toBe(1);
    expect(await wallets.balance(guest)).toBe(8_000);
  });

  it('pay for the same sale, and it is paid once', async () => {
    await wallets.topUp(guest, 1_000);
    const sale = newId();
    const { done, refused } = await eightAtOnce(() => wallets.pay(guest, 400, sale));
    expect(refused).toEqual([]);
    expect(new Set(done.map(({ transferId }) => transferId)).size).toBe(1);
    expect(done.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await wallets.balance(guest)).toBe(600);
  });

  it('credit the same payment, and it counts once', async () => {
    const intent = newId();
    const { done } = await eightAtOnce(() => wallets.topUp(guest, 1_000, intent));
    expect(done).toHaveLength(8);
    expect(await wallets.balance(guest)).toBe(1_000);
  });

  it('top up to the limit of the day and not a peso more', async () => {
    await wallets.limits(100_000, 2_500);
    const { done, refused } = await eightAtOnce(() => wallets.topUp(guest, 1_000));
    expect(done).toHaveLength(2);
    expect(refused).toEqual(Array(6).fill('wallet.limit_exceeded'));
  });

  it('is a race that looking at the day first and writing after loses', async () => {
    await wallets.limits(100_000, 2_500);
    await wallets.topUp(guest, 500);
    const { done } = await eightAtOnce(() => wallets.restarted(new NaiveLedger()).topUp(guest, 1_000));
    expect(done.length).toBeGreaterThan(2);
  });

  it('reverse one payment, and the money comes back once', async () => {
    await wallets.topUp(guest, 1_000);
    const { transferId } = await wallets.pay(guest, 400);
    const { done } = await eightAtOnce(() => wallets.reverse(transferId));
    expect(new Set(done.map((posted) => posted?.transferId)).size).toBe(1);
    expect(await wallets.balance(guest)).toBe(1_000);
  });

  it('refund one payment, and together never more than was paid', async () => {
    await wallets.topUp(guest, 1_000);
    const sale = newId();
    await wallets.pay(guest, 1_000, sale);
    const { done, refused } = await eightAtOnce(() => wallets.refund(sale, 300));
    expect(done).toHaveLength(3);
    expect(refused).toEqual(Array(5).fill('wallet.refund_exceeds'));
    expect(await wallets.balance(guest)).toBe(900);
  });

  it('expire the same points, and they are gone once', async () => {
    await wallets.pointRule(100);
    await wallets.earn(guest, 5_000);
    const since = new Date(wallets.clock.at.getTime() + 1);
    wallets.clock.at = new Date(since.getTime() + 1);
    const { done } = await eightAtOnce(() => wallets.expire(since));
    expect(done.reduce((sum, points) => sum + points, 0)).toBe(50);
    expect(await wallets.balance(guest, 'POINTS')).toBe(0);
  });
});
