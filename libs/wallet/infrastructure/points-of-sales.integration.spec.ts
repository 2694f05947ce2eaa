import { newId } from '@libs/kernel';
import { findBroken } from '@libs/audit/infrastructure';
import { useTestPlatform } from '@libs/platform/testing';
import { SpendPoints } from '../application';
import { eightAtOnce } from '../testing/at-once';
import { PointsAtWork, rule } from '../testing/points-at-work';
import { SqlLedger } from './sql-ledger';

const HOUR = 3_600_000;

describe('points of sales', () => {
  const platform = useTestPlatform();
  let house: PointsAtWork;
  let guest: string;

  beforeEach(async () => {
    house = await PointsAtWork.open(platform, ['Piscos', 'Cervezas']);
    guest = await house.guest();
  });

  /** What of the books does not hold; tills' own invariants are not what these sales are about. */
  const brokenPoints = async (): Promise<unknown[]> => {
    const found: unknown[] = [];
    for await (const row of findBroken(platform.database))
      if (/points|wallet|earned/.test(row.invariant)) found.push(row);
    return found;
  };
  afterEach(async () => {
    expect(await brokenPoints()).toEqual([]);
  });

  const later = (ms: number): void => {
    house.clock.at = new Date(house.clock.at.getTime() + ms);
  };
  const spend = (points: number) =>
    house.run((tx) => {
      const occasion = { venueId: house.house.venueId, nightId: null, at: house.clock.at };
      const actor = { employeeId: null, employeeName: null, deviceId: null, ip: null };
      const input = { customerId: guest, points, reference: { kind: 'reward', id: newId() } };
      return new SpendPoints(new SqlLedger()).execute(tx, { ...occasion, actor }, input);
    });
  const told = async (saleId: string): Promise<unknown[]> =>
    (await platform.owner.query<object>(`SELECT type, data FROM platform.outbox WHERE subject_id = $1`, [saleId])).rows;

  it('are earned by what the guest paid, once, however often the sale is told of', async () => {
    await house.addRule.execute(house.admin, rule());
    const sale = await house.sell(guest, { Piscos: 4_550, Cervezas: 4_550 });
    await house.hear(sale, sale);
    await house.hear(sale);
    expect(await house.balance(guest)).toBe(91);
  });

  it('are earned once though eight relays hear of the sale at the same time', async () => {
    await house.addRule.execute(house.admin, rule());
    const sale = await house.sell(guest, { Piscos: 10_000 });
    const { done, refused } = await eightAtOnce(() => house.hear(sale));
    expect([done.length, refused]).toEqual([8, []]);
    expect(await house.balance(guest)).toBe(100);
  });

  it('are for guests who are known, and neither for tests nor for what was given away', async () => {
    await house.addRule.execute(house.admin, rule());
    await house.hear(
      await house.sell(null, { Piscos: 10_000 }),
      await house.sell(guest, { Piscos: 10_000 }, { isTest: true, noRevenue: true }),
      await house.sell(guest, { Piscos: 10_000 }, { noRevenue: true }),
    );
    expect(await house.balance(guest)).toBe(0);
  });

  it('follow the rules of the moment at which was sold, not of the moment at which they are given', async () => {
    const first = await house.addRule.execute(house.admin, rule());
    later(HOUR);
    const early = await house.sell(guest, { Piscos: 10_000 });
    later(HOUR);
    const second = await house.changeRule.execute(house.admin, first.id, { pesosPerPoint: 50 });
    const late = await house.sell(guest, { Piscos: 10_000 });
    later(HOUR);
    await house.endRule.execute(house.admin, second.id);
    const after = await house.sell(guest, { Piscos: 10_000 });
    await house.hear(early);
    expect(await house.balance(guest)).toBe(100);
    await house.hear(late, after);
    expect(await house.balance(guest)).toBe(300);
  });

  it('come from categories, nights and hours as the rules name them', async () => {
    const { at } = house.clock;
    await house.addRule.execute(house.admin, rule({ categoryIds: [house.categoryId('Cervezas')] }));
    await house.addRule.execute(
      house.admin,
      rule({ pesosPerPoint: 10, nightId: house.house.nightId, startsAt: new Date(at.getTime() + HOUR) }),
    );
    await house.hear(await house.sell(guest, { Piscos: 1_000, Cervezas: 1_000 }));
    expect(await house.balance(guest)).toBe(10);
    later(HOUR);
    await house.hear(await house.sell(guest, { Piscos: 1_000, Cervezas: 1_000 }));
    expect(await house.balance(guest)).toBe(210);
  });

  it('are more for who came often lately, and no longer so when that is long ago', async () => {
    await house.addRule.execute(house.admin, rule());
    await house.addTier.execute(house.admin, { name: 'Oro', minPoints: 100, withinDays: 30, multiplierPercent: 150 });
    await house.hear(await house.sell(guest, { Piscos: 10_000 }));
    later(HOUR);
    await house.hear(await house.sell(guest, { Piscos: 10_000 }));
    expect(await house.balance(guest)).toBe(250);
    later(31 * 24 * HOUR);
    await house.hear(await house.sell(guest, { Piscos: 10_000 }));
    expect(await house.balance(guest)).toBe(350);
  });

  it('go with a cancelled sale, once, however often and in whichever order that is told', async () => {
    await house.addRule.execute(house.admin, rule());
    const sale = await house.sell(guest, { Piscos: 10_000 });
    await house.hear(sale);
    const cancelled = await house.cancel(sale.subjectId);
    await eightAtOnce(() => house.hear(cancelled, sale));
    expect(await house.balance(guest)).toBe(0);
    const quick = await house.sell(guest, { Piscos: 10_000 });
    const alsoCancelled = await house.cancel(quick.subjectId);
    await house.hear(alsoCancelled, quick);
    await house.hear(alsoCancelled);
    expect(await house.balance(guest)).toBe(0);
  });

  it('that were spent before are forgiven, and the audit trail is told', async () => {
    await house.addRule.execute(house.admin, rule());
    const sale = await house.sell(guest, { Piscos: 10_000 });
    await house.hear(sale);
    await spend(70);
    await house.hear(await house.cancel(sale.subjectId));
    expect(await house.balance(guest)).toBe(0);
    const data = { customer_id: guest, points: 100, returned_points: 30, reason: 'se equivocó' };
    expect(await told(sale.subjectId)).toEqual([{ type: 'wallet.points_forgiven', data }]);
  });

  it('and what is spent meanwhile are together never more than there were', async () => {
    await house.addRule.execute(house.admin, rule());
    const sale = await house.sell(guest, { Piscos: 10_000 });
    await house.hear(sale);
    const cancelled = await house.cancel(sale.subjectId);
    const { done } = await eightAtOnce<unknown>((n) => (n % 2 === 0 ? house.hear(cancelled) : spend(40)));
    const { rows } = await platform.owner.query<{ returned: string }>(
      'SELECT returned_points AS returned FROM wallet.sale_points WHERE sale_id = $1',
      [sale.subjectId],
    );
    const spent = (done.length - 4) * 40;
    expect(Number(rows[0]?.returned)).toBe(100 - spent);
    expect(await house.balance(guest)).toBe(0);
  });

  it('are proven against rules that somebody changed behind the house’s back', async () => {
    const { id } = await house.addRule.execute(house.admin, rule());
    await house.hear(await house.sell(guest, { Piscos: 10_000 }));
    const set = (pesos: number) =>
      platform.owner.query('UPDATE wallet.point_rules SET pesos_per_point = $2 WHERE id = $1', [id, pesos]);
    await expect(set(200)).rejects.toMatchObject({ code: '23001' });
    await expect(platform.owner.query('DELETE FROM wallet.point_rules WHERE id = $1', [id])).rejects.toMatchObject({
      code: '23001',
    });
    await platform.owner.query('ALTER TABLE wallet.point_rules DISABLE TRIGGER only_ends');
    try {
      await set(200);
      expect(await brokenPoints()).toMatchObject([{ invariant: 'points-equal-the-rule-over-the-sale' }]);
    } finally {
      await set(100);
      await platform.owner.query('ALTER TABLE wallet.point_rules ENABLE TRIGGER only_ends');
    }
  });
});

describe('rules and tiers of the house', () => {
  const platform = useTestPlatform();
  let house: PointsAtWork;

  beforeEach(async () => {
    house = await PointsAtWork.open(platform);
  });

  it('change once though eight people change them at once: the others see that it has ended', async () => {
    const { id } = await house.addRule.execute(house.admin, rule());
    const { done, refused } = await eightAtOnce((n) =>
      house.changeRule.execute(house.admin, id, { pesosPerPoint: 200 + n }),
    );
    expect(done).toMatchObject([{ replaces: id }]);
    expect(refused).toEqual(Array(7).fill('points.rule_ended'));
    const tier = await house.addTier.execute(house.admin, {
      name: 'Oro',
      minPoints: 9,
      withinDays: 9,
      multiplierPercent: 150,
    });
    const tiers = await eightAtOnce((n) => house.changeTier.execute(house.admin, tier.id, { minPoints: 10 + n }));
    expect(tiers.refused).toEqual(Array(7).fill('points.tier_ended'));
  });

  it('stay as they are when nothing about them differs', async () => {
    const kept = await house.addRule.execute(house.admin, rule());
    expect(await house.changeRule.execute(house.admin, kept.id, { name: 'Puntos' })).toEqual(kept);
  });

  it('are of one house, and name what the house has', async () => {
    const { id } = await house.addRule.execute(house.admin, rule());
    const stranger = (await PointsAtWork.open(platform)).admin;
    await expect(house.endRule.execute(stranger, id)).rejects.toMatchObject({
      code: 'points.rule_not_found',
      kind: 'not_found',
    });
    const foreign = { categoryIds: [house.categoryId('Piscos')] };
    await expect(house.addRule.execute(stranger, rule(foreign))).rejects.toMatchObject({
      code: 'points.category_unknown',
    });
    const night = { nightId: house.house.nightId };
    await expect(house.addRule.execute(stranger, rule(night))).rejects.toMatchObject({ code: 'points.night_unknown' });
    const { at } = house.clock;
    await expect(house.addRule.execute(house.admin, rule({ startsAt: at, endsAt: at }))).rejects.toMatchObject({
      ...{ code: 'points.window_invalid', kind: 'invalid' },
    });
  });

  it('have tiers of different names and thresholds; what has ended is in nobody’s way', async () => {
    const gold = { name: 'Oro', minPoints: 500, withinDays: 90, multiplierPercent: 150 };
    const { id } = await house.addTier.execute(house.admin, gold);
    const again = (given: object) => house.addTier.execute(house.admin, { ...gold, ...given });
    await expect(again({ minPoints: 501 })).rejects.toMatchObject({ code: 'points.tier_taken', kind: 'conflict' });
    await expect(again({ name: 'Plata' })).rejects.toMatchObject({ code: 'points.tier_taken' });
    await house.endTier.execute(house.admin, id);
    await again({});
    await expect(house.endTier.execute(house.admin, id)).rejects.toMatchObject({ code: 'points.tier_ended' });
  });
});
