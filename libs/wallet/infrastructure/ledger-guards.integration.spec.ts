import { newId } from '@libs/kernel';
import { useTestPlatform } from '@libs/platform/testing';
import { WalletsAtWork } from '../testing/wallets-at-work';
import { findBrokenWallets, SqlLedgerProof } from './prove-ledger';
import { SqlLedger } from './sql-ledger';

interface Rows {
  readonly guest: string;
  readonly account: string;
  readonly points: string;
  readonly house: string;
  readonly topUp: string;
  readonly payment: string;
  readonly earned: string;
  readonly venue: string;
}

describe('the ledger', () => {
  const platform = useTestPlatform();
  let wallets: WalletsAtWork;
  let rows: Rows;

  beforeEach(async () => {
    wallets = await WalletsAtWork.open(platform, new SqlLedger());
    await wallets.pointRule(100);
    const guest = newId();
    const { accountId: account, transferId: topUp } = await wallets.topUp(guest, 1_000);
    const { transferId: payment } = await wallets.pay(guest, 400);
    const earned = await wallets.earn(guest, 400);
    const { rows: house } = await platform.owner.query<{ id: string }>(
      `SELECT id FROM wallet.accounts WHERE venue_id = $1 AND house_role = 'sales'`,
      [wallets.venueId],
    );
    rows = {
      ...{ guest, account, topUp, payment, house: house[0]?.id ?? '', venue: wallets.venueId },
      ...{ points: earned?.accountId ?? '', earned: earned?.transferId ?? '' },
    };
  });

  const named = (text: string): string => text.replace(/:(\w+)\b/g, (_, name: keyof Rows) => `'${rows[name]}'`);

  describe('as the database guards it against the application', () => {
    const transfer = (id: string, kind = 'payment') =>
      `INSERT INTO wallet.transfers (id, venue_id, kind, reference_kind, reference_id, occurred_at)
       VALUES ('${id}', :venue, '${kind}', 'sale', gen_random_uuid(), now());`;
    /** @returns the constraint that refused */
    const attempt = async (text: string): Promise<unknown> => {
      const client = await platform.app.connect();
      try {
        await client.query(`BEGIN; ${named(text)} COMMIT`);
        return 'committed';
      } catch (error) {
        return (error as { constraint?: string }).constraint;
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    };

    it.each([
      [
        'a transfer whose entries do not sum to zero',
        (id: string) => `${transfer(id)}
          INSERT INTO wallet.entries (transfer_id, account_id, asset, amount) VALUES ('${id}', :house, 'CLP', 1000);`,
        'transfers_sum_to_zero',
      ],
      ['a transfer without entries', transfer, 'transfers_sum_to_zero'],
      [
        'one more entry on a transfer that stands',
        () => `INSERT INTO wallet.entries (transfer_id, account_id, asset, amount) VALUES (:topUp, :house, 'CLP', 5);`,
        'transfers_sum_to_zero',
      ],
      [
        'a balance below zero',
        () => `UPDATE wallet.balances SET balance = balance - 601 WHERE account_id = :account;`,
        'balances_never_below_zero',
      ],
      [
        'a balance without an entry',
        () => `UPDATE wallet.balances SET balance = balance + 1 WHERE account_id = :account;`,
        'balances_are_last_entries',
      ],
      [
        'an entry that does not follow the one before',
        (id: string) => `${transfer(id)}
          UPDATE wallet.balances SET balance = 1600, sequence = 3, hash = 'x' WHERE account_id = :account;
          INSERT INTO wallet.entries VALUES ('${id}', :account, 'CLP', 1000, 3, 1600, 'made up', 'x'),
            ('${id}', :house, 'CLP', -1000, NULL, NULL, NULL, NULL);`,
        'entries_continue_their_account',
      ],
      [
        'a customer’s entry outside of the chain',
        (id: string) => `${transfer(id)} INSERT INTO wallet.entries (transfer_id, account_id, asset, amount)
          VALUES ('${id}', :account, 'CLP', 1000), ('${id}', :house, 'CLP', -1000);`,
        'entries_continue_their_account',
      ],
      [
        'pesos on an account of points',
        () => `INSERT INTO wallet.entries (transfer_id, account_id, asset, amount) VALUES (:topUp, :points, 'CLP', 5);`,
        'entries_account_id_asset_fkey',
      ],
      [
        'a second payment of the same sale',
        () => `INSERT INTO wallet.transfers (id, venue_id, kind, reference_kind, reference_id, occurred_at)
          SELECT gen_random_uuid(), venue_id, kind, reference_kind, reference_id, now() FROM wallet.transfers
          WHERE id = :payment;`,
        'transfers_once_per_reference',
      ],
    ])('refuses %s', async (_what, text, constraint) => {
      expect(await attempt(text(newId()))).toBe(constraint);
    });

    it.each(['accounts', 'transfers', 'entries', 'earnings'])('lets nobody change or remove %s', async (table) => {
      const column = table === 'accounts' ? 'created_at' : table === 'transfers' ? 'reason' : 'transfer_id';
      for (const act of [`UPDATE wallet.${table} SET ${column} = NULL`, `DELETE FROM wallet.${table}`]) {
        await expect(platform.app.query(act)).rejects.toThrow('permission denied');
        await expect(platform.owner.query(act)).rejects.toThrow('append-only');
      }
      await expect(platform.owner.query(`TRUNCATE wallet.${table} CASCADE`)).rejects.toThrow('append-only');
    });

    it('lets nobody remove a balance', async () => {
      await expect(platform.app.query('DELETE FROM wallet.balances')).rejects.toThrow('append-only');
    });
  });

  describe('as it is proven', () => {
    const brokenBy = async (plant: string): Promise<{ invariant: string; id: string }[]> => {
      const client = await platform.owner.connect();
      try {
        await client.query('BEGIN');
        for (const table of ['accounts', 'transfers', 'entries', 'earnings', 'balances']) {
          await client.query(`ALTER TABLE wallet.${table} DISABLE TRIGGER USER`);
        }
        await client.query('ALTER TABLE wallet.balances DROP CONSTRAINT balances_never_below_zero');
        await client.query('ALTER TABLE wallet.earnings DROP CONSTRAINT earnings_by_rule');
        await client.query(named(plant));
        const found: { invariant: string; id: string }[] = [];
        const reads = {
          rows: async <T>({ text }: { text: string }, values: readonly unknown[] = []) =>
            (await client.query(text, [...values])).rows as T[],
        };
        for await (const { invariant, id } of findBrokenWallets(reads)) found.push({ invariant, id });
        return found;
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    };

    it('holds when everything was done by its acts', async () => {
      expect(await new SqlLedgerProof(platform.database).broken(wallets.venueId)).toEqual([]);
      expect(await brokenBy('SELECT 1')).toEqual([]);
    });

    it.each<[string, string, string, keyof Rows]>([
      [
        'an entry of the house that was changed',
        'UPDATE wallet.entries SET amount = 401 WHERE transfer_id = :payment AND account_id = :house',
        'wallet-transfer-sums-to-zero',
        'payment',
      ],
      [
        'a transfer that lost its entries',
        'DELETE FROM wallet.entries WHERE transfer_id = :payment',
        'wallet-transfer-sums-to-zero',
        'payment',
      ],
      [
        'a balance that was raised',
        'UPDATE wallet.balances SET balance = 9000 WHERE account_id = :account',
        'wallet-balance-is-the-sum-of-its-entries',
        'account',
      ],
      [
        'a balance that is gone',
        'DELETE FROM wallet.balances WHERE account_id = :account',
        'wallet-balance-is-the-sum-of-its-entries',
        'account',
      ],
      [
        'a balance below zero',
        'UPDATE wallet.balances SET balance = -1 WHERE account_id = :account',
        'wallet-balance-never-below-zero',
        'account',
      ],
      [
        'an amount that was changed on both sides, balance and all',
        `UPDATE wallet.entries SET amount = 2 * sign(amount), balance = balance + 398 WHERE transfer_id = :payment;
         UPDATE wallet.balances SET balance = 998 WHERE account_id = :account`,
        'wallet-chain-verifies',
        'account',
      ],
      [
        'a transfer that was moved in time',
        `UPDATE wallet.transfers SET occurred_at = occurred_at + interval '1 s' WHERE id = :topUp`,
        'wallet-chain-verifies',
        'account',
      ],
      [
        'a tail that was cut off, balance and all',
        `DELETE FROM wallet.entries WHERE transfer_id = :payment; DELETE FROM wallet.transfers WHERE id = :payment;
         UPDATE wallet.balances SET balance = 1000, sequence = 1 WHERE account_id = :account`,
        'wallet-chain-verifies',
        'account',
      ],
      [
        'points that no rule explains',
        'UPDATE wallet.earnings SET points = 5 WHERE transfer_id = :earned',
        'wallet-points-equal-the-rule',
        'earned',
      ],
      [
        'more given back than was paid',
        `INSERT INTO wallet.transfers (id, venue_id, kind, reference_kind, reference_id, returns_of, occurred_at)
         VALUES (:guest, :venue, 'refund', 'refund', :guest, :payment, now());
         INSERT INTO wallet.entries VALUES (:guest, :account, 'CLP', 500, 3, 1100, 'x', 'x'),
           (:guest, :house, 'CLP', -500, NULL, NULL, NULL, NULL)`,
        'wallet-returns-never-exceed-the-transfer',
        'payment',
      ],
    ])('shows %s', async (_what, plant, invariant, at) => {
      expect(await brokenBy(plant)).toContainEqual({ invariant, id: rows[at] });
    });
  });
});
