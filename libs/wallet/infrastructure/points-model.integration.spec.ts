import * as fc from 'fast-check';
import { DomainEvent, newId } from '@libs/kernel';
import { findBroken } from '@libs/audit/infrastructure';
import { useTestPlatform } from '@libs/platform/testing';
import { SpendPoints } from '../application';
import { PointsAtWork, rule } from '../testing/points-at-work';
import { SqlLedger } from './sql-ledger';

/** A sale as the model keeps it: what it will earn is settled when it is placed. */
interface ModelSale {
  readonly guest: number;
  readonly points: number;
  isCancelled: boolean;
  /** What was given for it, once its event was heard. */
  given: number | undefined;
  isReturned: boolean;
}

/** What points are, without a database: a rule in force, sales, and figures in a list. */
class Model {
  pesosPerPoint: number | undefined;
  readonly sales: ModelSale[] = [];
  readonly balances = [0, 0];

  hear(sale: ModelSale, type: string): void {
    const { guest } = sale;
    if (type === 'sales.sale_placed') {
      if (sale.given !== undefined || sale.isCancelled) return;
      sale.given = sale.points;
      this.balances[guest] = this.balance(guest) + sale.points;
    } else if (sale.given !== undefined && !sale.isReturned) {
      sale.isReturned = true;
      this.balances[guest] = this.balance(guest) - Math.min(sale.given, this.balance(guest));
    }
  }

  balance(guest: number): number {
    return this.balances[guest] ?? 0;
  }
}

interface Real {
  readonly house: PointsAtWork;
  readonly guests: readonly string[];
  readonly ids: string[];
  ruleId: string | undefined;
  /** Told, and not heard yet. */
  readonly waiting: { event: DomainEvent; sale: number }[];
}

type Act = fc.AsyncCommand<Model, Real>;

/** Every act takes a minute. */
function act(name: string, run: (model: Model, real: Real) => Promise<void>): Act {
  return {
    check: () => true,
    run: (model, real) => {
      real.house.clock.at = new Date(real.house.clock.at.getTime() + 60_000);
      return run(model, real);
    },
    toString: () => name,
  };
}

const guest = fc.nat(1);
const pick = fc.nat(20);

const sell = fc.tuple(guest, fc.integer({ min: 1, max: 9_999 })).map(([who, pesos]) =>
  act(`guest ${who} buys for ${pesos}`, async (model, real) => {
    const points = model.pesosPerPoint ? Math.floor(pesos / model.pesosPerPoint) : 0;
    const event = await real.house.sell(real.guests[who] as string, { Piscos: pesos });
    real.waiting.push({ event, sale: model.sales.length });
    real.ids.push(event.subjectId);
    model.sales.push({ guest: who, points, isCancelled: false, given: undefined, isReturned: false });
  }),
);

const cancel = pick.map((n) =>
  act(`sale ${n} is cancelled`, async (model, real) => {
    const sale = model.sales[n];
    if (!sale || sale.isCancelled) return;
    sale.isCancelled = true;
    real.waiting.push({ event: await real.house.cancel(real.ids[n] as string), sale: n });
  }),
);

const hear = fc.tuple(pick, fc.boolean()).map(([n, again]) =>
  act(`event ${n} is heard${again ? ' and will be once more' : ''}`, async (model, real) => {
    const at = n % (real.waiting.length || 1);
    const heard = real.waiting[at];
    if (!heard) return;
    if (!again) real.waiting.splice(at, 1);
    await real.house.hear(heard.event);
    model.hear(model.sales[heard.sale] as ModelSale, heard.event.type);
  }),
);

const setRule = fc.integer({ min: 1, max: 200 }).map((pesosPerPoint) =>
  act(`one point for ${pesosPerPoint}`, async (model, real) => {
    const { house, ruleId } = real;
    const kept = await (ruleId
      ? house.changeRule.execute(house.admin, ruleId, { pesosPerPoint })
      : house.addRule.execute(house.admin, rule({ pesosPerPoint })));
    real.ruleId = kept.id;
    model.pesosPerPoint = pesosPerPoint;
  }),
);

const endRule = fc.constant(
  act('no points any more', async (model, real) => {
    if (real.ruleId) await real.house.endRule.execute(real.house.admin, real.ruleId);
    real.ruleId = undefined;
    model.pesosPerPoint = undefined;
  }),
);

const spend = fc.tuple(guest, fc.integer({ min: 1, max: 100 })).map(([who, points]) =>
  act(`guest ${who} spends ${points}`, async (model, real) => {
    const { house } = real;
    const actor = { employeeId: null, employeeName: null, deviceId: null, ip: null };
    const occasion = { venueId: house.house.venueId, nightId: null, actor, at: house.clock.at };
    const input = { customerId: real.guests[who] as string, points, reference: { kind: 'reward', id: newId() } };
    const spent = await house
      .run((tx) => new SpendPoints(new SqlLedger()).execute(tx, occasion, input))
      .then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
    const isEnough = model.balance(who) >= points;
    expect(spent).toBe(isEnough ? 'done' : 'wallet.insufficient_funds');
    if (isEnough) model.balances[who] = model.balance(who) - points;
  }),
);

describe('any night of points', () => {
  const platform = useTestPlatform();

  it('ends with what a plain list of it gives, in whichever order and however often it was heard', async () => {
    const acts = fc.commands([setRule, sell, sell, sell, hear, hear, hear, cancel, spend, endRule], {
      ...{ maxCommands: 40, size: '+1' },
    });
    await fc.assert(
      fc.asyncProperty(acts, async (commands) => {
        const house = await PointsAtWork.open(platform);
        const guests = [await house.guest(), await house.guest()];
        const real: Real = { house, guests, ids: [], ruleId: undefined, waiting: [] };
        const model = new Model();
        await fc.asyncModelRun(() => ({ model, real }), commands);
        for (const { event, sale } of real.waiting) {
          await house.hear(event);
          model.hear(model.sales[sale] as ModelSale, event.type);
        }
        for (const [who, id] of guests.entries()) expect(await house.balance(id)).toBe(model.balance(who));
        const broken: unknown[] = [];
        for await (const row of findBroken(platform.database))
          if (/points|earned/.test(row.invariant)) broken.push(row);
        expect(broken).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
