import * as fc from 'fast-check';
import { newId } from '@libs/kernel';
import { useTestPlatform } from '@libs/platform/testing';
import { WalletsAtWork } from '../testing/wallets-at-work';
import { SqlLedgerProof } from './prove-ledger';
import { SqlLedger } from './sql-ledger';

/** What a wallet is, without a database: figures in a map, and what each reference did. */
class Model {
  readonly balances = new Map<number, number>();
  readonly frozen = new Set<number>();
  readonly payments: { guest: number; sale: string; amount: number; returned: number; reversed: boolean }[] = [];

  has(guest: number): boolean {
    return this.balances.has(guest);
  }

  balance(guest: number): number {
    return this.balances.get(guest) ?? 0;
  }

  move(guest: number, amount: number): void {
    this.balances.set(guest, this.balance(guest) + amount);
  }
}

/** The ledger under test, as of its latest start. */
interface Real {
  wallets: WalletsAtWork;
  readonly guests: readonly string[];
  /** The transfer of each payment, and the account of each guest. */
  readonly transfers: Map<string, string>;
  readonly accounts: Map<number, string>;
}

type Act = fc.AsyncCommand<Model, Real>;

const MAX_BALANCE = 2_000;

const codeOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'failed',
  );

/** An act that is tried on both; what the ledger answers must be what the model says. */
function act(name: string, run: (model: Model, real: Real) => Promise<void>): Act {
  return { check: () => true, run, toString: () => name };
}

const guest = fc.nat(2);
const amount = fc.integer({ min: 1, max: 1_200 });
const pick = fc.nat(20);

const topUp = fc.tuple(guest, amount).map(([who, pesos]) =>
  act(`guest ${who} brings ${pesos}`, async (model, real) => {
    const fits = model.balance(who) + pesos <= MAX_BALANCE;
    let account: string | undefined;
    const code = await codeOf(
      real.wallets.topUp(String(real.guests[who]), pesos).then((posted) => (account = posted.accountId)),
    );
    expect(code).toBe(fits ? 'done' : 'wallet.limit_exceeded');
    if (!fits) return;
    model.move(who, pesos);
    real.accounts.set(who, String(account));
  }),
);

const pay = fc.tuple(guest, amount).map(([who, pesos]) =>
  act(`guest ${who} pays ${pesos}`, async (model, real) => {
    const sale = newId();
    const code = await codeOf(
      real.wallets.pay(String(real.guests[who]), pesos, sale).then(({ transferId }) => {
        real.transfers.set(sale, transferId);
      }),
    );
    if (model.frozen.has(who)) return expect(code).toBe('wallet.frozen');
    if (model.balance(who) < pesos) return expect(code).toBe('wallet.insufficient_funds');
    expect(code).toBe('done');
    model.move(who, -pesos);
    model.payments.push({ guest: who, sale, amount: pesos, returned: 0, reversed: false });
  }),
);

const payAgain = pick.map((n) =>
  act(`payment ${n} is sent once more`, async (model, real) => {
    const payment = model.payments[n % (model.payments.length || 1)];
    if (!payment) return;
    const again = await real.wallets.pay(String(real.guests[payment.guest]), payment.amount, payment.sale);
    expect(again).toMatchObject({ transferId: real.transfers.get(payment.sale), replayed: true });
  }),
);

const refund = fc.tuple(pick, amount).map(([n, pesos]) =>
  act(`${pesos} of payment ${n} are refunded`, async (model, real) => {
    const payment = model.payments[n % (model.payments.length || 1)];
    if (!payment) return;
    const fits = payment.returned + pesos <= payment.amount;
    expect(await codeOf(real.wallets.refund(payment.sale, pesos))).toBe(fits ? 'done' : 'wallet.refund_exceeds');
    if (!fits) return;
    payment.returned += pesos;
    model.move(payment.guest, pesos);
  }),
);

const reverse = pick.map((n) =>
  act(`payment ${n} is reversed`, async (model, real) => {
    const payment = model.payments[n % (model.payments.length || 1)];
    if (!payment) return;
    const left = payment.amount - payment.returned;
    const reversed = await real.wallets.reverse(String(real.transfers.get(payment.sale)));
    expect(reversed?.replayed).toBe(payment.reversed ? true : left > 0 ? false : undefined);
    if (left === 0) return;
    payment.reversed = true;
    payment.returned = payment.amount;
    model.move(payment.guest, left);
  }),
);

const freeze = fc.tuple(guest, fc.boolean()).map(([who, frozen]) =>
  act(`guest ${who} is ${frozen ? 'frozen' : 'let go'}`, async (model, real) => {
    const account = real.accounts.get(who);
    if (!account) return;
    const code = await codeOf(frozen ? real.wallets.freeze(account) : real.wallets.unfreeze(account));
    if (model.frozen.has(who) === frozen) {
      return expect(code).toBe(frozen ? 'wallet.already_frozen' : 'wallet.not_frozen');
    }
    expect(code).toBe('done');
    if (frozen) model.frozen.add(who);
    else model.frozen.delete(who);
  }),
);

const adjust = fc.tuple(guest, fc.integer({ min: -1_200, max: 1_200 })).map(([who, pesos]) =>
  act(`guest ${who} is adjusted by ${pesos}`, async (model, real) => {
    const account = real.accounts.get(who);
    if (!account) return;
    const code = await codeOf(real.wallets.adjust(account, pesos));
    if (pesos === 0) return expect(code).toBe('wallet.amount_invalid');
    if (model.balance(who) + pesos < 0) return expect(code).toBe('wallet.insufficient_funds');
    expect(code).toBe('done');
    model.move(who, pesos);
  }),
);

const restart = fc.constant(
  act('the house starts anew', (_model, real) => {
    real.wallets = real.wallets.restarted(new SqlLedger());
    return Promise.resolve();
  }),
);

describe('any night of a ledger', () => {
  const platform = useTestPlatform();

  it('ends with the balances of a plain list of what was done, however often the house started anew', async () => {
    const acts = fc.commands([topUp, topUp, pay, pay, payAgain, refund, reverse, freeze, adjust, restart], {
      ...{ maxCommands: 40, size: '+1' },
    });
    await fc.assert(
      fc.asyncProperty(acts, async (commands) => {
        const wallets = await WalletsAtWork.open(platform, new SqlLedger());
        await wallets.limits(MAX_BALANCE, 1_000_000);
        const real: Real = { wallets, guests: [newId(), newId(), newId()], transfers: new Map(), accounts: new Map() };
        const model = new Model();
        await fc.asyncModelRun(() => ({ model, real }), commands);
        for (const [who, id] of real.guests.entries()) {
          expect(await wallets.balance(id)).toBe(model.has(who) ? model.balance(who) : undefined);
        }
        expect(await new SqlLedgerProof(platform.database).broken(wallets.venueId)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
