import { newId } from '@libs/kernel';
import { useTestPlatform } from '@libs/platform/testing';
import { WalletsAtWork } from '../testing/wallets-at-work';
import { SqlLedgerProof } from './prove-ledger';
import { SqlLedger } from './sql-ledger';
import { WalletQueries } from './wallet.queries';

describe('a wallet', () => {
  const platform = useTestPlatform();
  let wallets: WalletsAtWork;
  let queries: WalletQueries;
  let guest: string;

  beforeEach(async () => {
    wallets = await WalletsAtWork.open(platform, new SqlLedger());
    queries = new WalletQueries(platform.database);
    guest = newId();
  });

  afterEach(async () => {
    expect(await new SqlLedgerProof(platform.database).broken(wallets.venueId)).toEqual([]);
  });

  const refused = (act: Promise<unknown>): Promise<unknown> =>
    act.then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );
  const told = async (accountId: string): Promise<string[]> => {
    const { rows } = await platform.owner.query<{ type: string }>(
      'SELECT type FROM platform.outbox WHERE subject_id = $1 ORDER BY occurred_at, id',
      [accountId],
    );
    return rows.map(({ type }) => type).sort();
  };

  it('keeps nothing of a payment that it cannot cover, and opens none for it', async () => {
    expect(await refused(wallets.pay(guest, 1))).toBe('wallet.insufficient_funds');
    await wallets.topUp(guest, 1_000);
    expect(await refused(wallets.pay(guest, 1_001))).toBe('wallet.insufficient_funds');
    expect(await wallets.balance(guest)).toBe(1_000);
    const { rows } = await platform.owner.query('SELECT FROM wallet.transfers WHERE venue_id = $1', [wallets.venueId]);
    expect(rows).toHaveLength(1);
  });

  it('tells what happened to it, in the transaction in which it happened', async () => {
    const { accountId } = await wallets.topUp(guest, 1_000);
    await wallets.pay(guest, 400);
    await refused(wallets.pay(guest, 5_000));
    await wallets.freeze(accountId);
    await wallets.unfreeze(accountId);
    expect(await told(accountId)).toEqual([
      ...['wallet.credited', 'wallet.debited', 'wallet.frozen', 'wallet.opened', 'wallet.unfrozen'],
    ]);
  });

  it('refuses to take the same reference for something else', async () => {
    const [intent, sale] = [newId(), newId()];
    await wallets.topUp(guest, 1_000, intent);
    expect(await refused(wallets.topUp(guest, 2_000, intent))).toBe('wallet.reference_taken');
    expect(await refused(wallets.topUp(newId(), 1_000, intent))).toBe('wallet.reference_taken');
    await wallets.pay(guest, 400, sale);
    expect(await refused(wallets.pay(guest, 500, sale))).toBe('wallet.reference_taken');
    expect(await wallets.balance(guest)).toBe(600);
  });

  it('lets nothing out while it is frozen, takes what comes in, and lets the house put it right', async () => {
    const { accountId } = await wallets.topUp(guest, 1_000);
    const sale = newId();
    const { transferId } = await wallets.pay(guest, 300, sale);
    await wallets.freeze(accountId);
    expect(await refused(wallets.pay(guest, 100))).toBe('wallet.frozen');
    expect(await refused(wallets.payOut(guest, 100))).toBe('wallet.frozen');
    expect(await refused(wallets.freeze(accountId))).toBe('wallet.already_frozen');
    await wallets.topUp(guest, 500);
    await wallets.reverse(transferId);
    await wallets.adjust(accountId, -200);
    await wallets.unfreeze(accountId);
    expect(await refused(wallets.unfreeze(accountId))).toBe('wallet.not_frozen');
    expect((await wallets.payOut(guest, 1_300)).balance).toBe(0);
  });

  it('holds no more than the house lets it, and takes refunds beyond that', async () => {
    await wallets.limits(1_000, 5_000);
    const sale = newId();
    await wallets.topUp(guest, 1_000);
    expect(await refused(wallets.topUp(guest, 1))).toBe('wallet.limit_exceeded');
    await wallets.pay(guest, 600, sale);
    await wallets.topUp(guest, 600);
    expect((await wallets.refund(sale, 600)).balance).toBe(1_600);
  });

  it('may be topped up again once 24 hours have gone, and at once when a top-up was taken back', async () => {
    await wallets.limits(10_000, 1_000);
    const { transferId } = await wallets.topUp(guest, 1_000);
    expect(await refused(wallets.topUp(guest, 1))).toBe('wallet.limit_exceeded');
    await wallets.reverse(transferId);
    await wallets.topUp(guest, 1_000);
    wallets.clock.at = new Date(wallets.clock.at.getTime() + 24 * 3_600_000 - 1);
    expect(await refused(wallets.topUp(guest, 1))).toBe('wallet.limit_exceeded');
    wallets.clock.at = new Date(wallets.clock.at.getTime() + 1);
    expect((await wallets.topUp(guest, 1_000)).balance).toBe(2_000);
  });

  it('gets back of a cancelled sale what was not refunded before, once', async () => {
    const sale = newId();
    await wallets.topUp(guest, 1_000);
    const { transferId } = await wallets.pay(guest, 900, sale);
    await wallets.refund(sale, 200);
    const first = await wallets.reverse(transferId);
    expect(first?.balance).toBe(1_000);
    expect(await wallets.reverse(transferId)).toMatchObject({ transferId: first?.transferId, replayed: true });
    expect(await refused(wallets.refund(sale, 1))).toBe('wallet.refund_exceeds');
    expect(await refused(wallets.reverse(String(first?.transferId)))).toBe('wallet.not_reversible');
    expect(await refused(wallets.reverse(newId()))).toBe('wallet.transfer_not_found');
  });

  it('cannot have a top-up taken back that was spent', async () => {
    const { transferId } = await wallets.topUp(guest, 1_000);
    await wallets.pay(guest, 1);
    expect(await refused(wallets.reverse(transferId))).toBe('wallet.insufficient_funds');
  });

  it('earns points once a sale, spends them, and loses of a cancelled sale those that are left', async () => {
    await wallets.pointRule(100);
    const sale = newId();
    const earned = await wallets.earn(guest, 5_050, sale);
    expect(earned).toMatchObject({ balance: 50, replayed: false });
    expect(await wallets.earn(guest, 5_050, sale)).toMatchObject({ balance: 50, replayed: true });
    expect(await wallets.earn(guest, 99)).toBeUndefined();
    expect((await wallets.spend(guest, 30)).balance).toBe(20);
    expect(await refused(wallets.spend(guest, 21))).toBe('wallet.insufficient_funds');
    expect((await wallets.reverse(String(earned?.transferId)))?.balance).toBe(0);
  });

  it('loses points that nobody touched, and keeps those that moved since', async () => {
    await wallets.pointRule(100);
    const active = newId();
    await wallets.earn(guest, 5_000);
    await wallets.earn(active, 7_000);
    const since = new Date(wallets.clock.at.getTime() + 1);
    wallets.clock.at = new Date(since.getTime() + 1);
    await wallets.spend(active, 10);
    expect(await wallets.expire(since)).toBe(50);
    expect(await wallets.expire(since)).toBe(0);
    expect([await wallets.balance(guest, 'POINTS'), await wallets.balance(active, 'POINTS')]).toEqual([0, 60]);
  });

  it('is adjusted both ways with a reason and two people, and not below zero', async () => {
    const { accountId } = await wallets.topUp(guest, 1_000);
    expect((await wallets.adjust(accountId, 250)).balance).toBe(1_250);
    expect((await wallets.adjust(accountId, -1_250)).balance).toBe(0);
    expect(await refused(wallets.adjust(accountId, -1))).toBe('wallet.insufficient_funds');
    expect(await refused(wallets.adjust(newId(), 1))).toBe('wallet.account_not_found');
    const { items } = await queries.entries(wallets.venueId, accountId, { limit: 1 });
    expect(items).toMatchObject([{ reason: 'error de caja', employee_name: 'Andrea', authorized_by_name: 'Sofía' }]);
  });

  it('shows its history, the latest first, page by page, with the balance after each entry', async () => {
    const { accountId } = await wallets.topUp(guest, 1_000);
    await wallets.pay(guest, 400);
    await wallets.payOut(guest, 100);
    const first = await queries.entries(wallets.venueId, accountId, { limit: 2 });
    expect(first.items).toMatchObject([
      { kind: 'payout', sequence: 3, amount: -100, balance: 500 },
      { kind: 'payment', sequence: 2, amount: -400, balance: 600 },
    ]);
    const cursor = first.nextCursor ?? undefined;
    const second = await queries.entries(wallets.venueId, accountId, { limit: 2, cursor });
    expect(second).toMatchObject({ items: [{ kind: 'top_up', balance: 1_000 }], nextCursor: null });
  });

  it('is of one house: another one finds nothing of it', async () => {
    const { accountId, transferId } = await wallets.topUp(guest, 1_000);
    const other = await WalletsAtWork.open(platform, new SqlLedger());
    expect(await queries.accounts(other.venueId, guest)).toEqual([]);
    expect(await refused(queries.entries(other.venueId, accountId, { limit: 5 }))).toBe('wallet.account_not_found');
    expect(await refused(other.pay(guest, 1))).toBe('wallet.insufficient_funds');
    expect(await refused(other.reverse(transferId))).toBe('wallet.transfer_not_found');
    expect(await refused(other.adjust(accountId, 1))).toBe('wallet.account_not_found');
  });

  it('has its other side in the house, and together they come to nothing', async () => {
    const sale = newId();
    await wallets.topUp(guest, 1_000);
    await wallets.pay(guest, 700, sale);
    await wallets.refund(sale, 200);
    await wallets.payOut(guest, 100);
    expect(await wallets.house()).toEqual([
      { house_role: 'cash', asset: 'CLP', balance: -1_000 },
      { house_role: 'payouts', asset: 'CLP', balance: 100 },
      { house_role: 'sales', asset: 'CLP', balance: 500 },
    ]);
    expect(await wallets.balance(guest)).toBe(400);
  });
});
