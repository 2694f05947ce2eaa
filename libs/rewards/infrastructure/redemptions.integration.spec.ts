import { newId } from '@libs/kernel';
import { BrokenRow, findBroken } from '@libs/audit/infrastructure';
import { useTestPlatform } from '@libs/platform/testing';
import { CANS, RewardsAtWork } from '../testing/rewards-at-work';
import { RewardQueries } from './rewards.queries';

describe('redemptions of rewards', () => {
  const platform = useTestPlatform();
  let house: RewardsAtWork;

  beforeEach(async () => {
    house = await RewardsAtWork.open(platform);
  });

  /** Sales of these guests stand in the tables without payments: what tills owe is not what these tests are about. */
  const OF_TILLS = /^(payments-sum|tax-inside)/;
  afterEach(async () => {
    const broken: BrokenRow[] = [];
    for await (const row of findBroken(platform.database)) if (!OF_TILLS.test(row.invariant)) broken.push(row);
    expect(broken).toEqual([]);
  });

  it('take the points, make a ticket for the bar and take the ingredients, and are no sale', async () => {
    const guest = await house.guest(1_000);
    const reward = await house.reward({ items: [{ productId: house.canId, qty: 2 }] });
    const sales = () => platform.owner.query('SELECT 1 FROM sales.sales');
    const before = (await sales()).rowCount;
    const redeemed = await house.redeem(guest, reward.id);
    expect(redeemed).toMatchObject({
      ...{ rewardId: reward.id, points: 400, balance: 600 },
      ticket: { displayCode: expect.stringMatching(/^BMB \d+$/), qr: expect.any(String), items: [{ qty: 2 }] },
    });
    expect([await house.points.balance(guest), await house.cans()]).toEqual([600, CANS - 2]);
    expect((await sales()).rowCount).toBe(before);
    const bartender = house.points.house.bartenders[0];
    expect(await house.counter.scan.execute(bartender, redeemed.ticket.qr)).toMatchObject({ outcome: 'deliver' });
  });

  it('are answered once more to the same key, with the same ticket, and cost once', async () => {
    const guest = await house.guest(1_000);
    const { id } = await house.reward();
    const key = newId();
    const first = await house.redeem(guest, id, key);
    expect(await house.redeem(guest, id, key)).toEqual(first);
    expect(await house.points.balance(guest)).toBe(600);
  });

  it.each([
    ['there are not enough points', 300, {}, 'wallet.insufficient_funds'],
    ['it is not offered any more', 1_000, { endsAt: new Date('2026-01-01') }, 'reward.not_offered'],
    ['it is switched off', 1_000, { isActive: false }, 'reward.not_offered'],
    ['there are none', 1_000, { stockLimit: 0 }, 'reward.sold_out'],
  ])('take nothing when %s', async (_, points, given, code) => {
    const guest = await house.guest(points);
    const { id } = await house.reward(given);
    await expect(house.redeem(guest, id)).rejects.toMatchObject({ code, kind: 'conflict' });
    expect([await house.points.balance(guest), await house.cans()]).toEqual([points, CANS]);
  });

  it('take nothing when the bar has run out, the product is gone, or no night is open', async () => {
    const guest = await house.guest(1_000);
    const many = await house.reward({ items: [{ productId: house.canId, qty: 99 }] });
    await house.redeem(guest, many.id);
    await expect(house.redeem(guest, many.id)).rejects.toMatchObject({
      ...{ code: 'reward.out_of_stock', kind: 'conflict', facts: { productName: 'Lata', left: 1 } },
    });
    const one = await house.reward();
    await platform.owner.query('UPDATE catalog.products SET is_active = false WHERE id = $1', [house.canId]);
    await expect(house.redeem(guest, one.id)).rejects.toMatchObject({
      code: 'reward.product_gone',
      facts: { name: 'Lata' },
    });
    await platform.owner.query('UPDATE catalog.products SET is_active = true WHERE id = $1', [house.canId]);
    await platform.owner.query(`UPDATE nights.nights SET status = 'CLOSING' WHERE venue_id = $1`, [
      house.points.house.venueId,
    ]);
    await expect(house.redeem(guest, one.id)).rejects.toMatchObject({ code: 'night.not_open' });
    expect([await house.points.balance(guest), await house.cans()]).toEqual([600, 1]);
  });

  it('are as many for a guest as the house allows; what was undone does not count', async () => {
    const guest = await house.guest(2_000);
    const { id } = await house.reward({ perPersonLimit: 1, stockLimit: 5 });
    const first = await house.redeem(guest, id);
    await expect(house.redeem(guest, id)).rejects.toMatchObject({ code: 'reward.limit_reached', facts: { limit: 1 } });
    await house.undo(first.id);
    await house.redeem(guest, id);
    expect(await house.points.balance(guest)).toBe(1_600);
  });

  it('are undone while nothing was handed over: points, ingredients and the reward are there again', async () => {
    const guest = await house.guest(1_000);
    const { id } = await house.reward({ stockLimit: 1 });
    const redeemed = await house.redeem(guest, id);
    await house.undo(redeemed.id);
    expect([await house.points.balance(guest), await house.cans()]).toEqual([1_000, CANS]);
    await expect(house.deliver(redeemed)).rejects.toMatchObject({ code: 'ticket.void' });
    await expect(house.undo(redeemed.id)).rejects.toMatchObject({
      code: 'redemption.already_undone',
      kind: 'conflict',
    });
    const again = await house.redeem(guest, id);
    await house.deliver(again);
    await expect(house.undo(again.id)).rejects.toMatchObject({
      ...{ code: 'redemption.already_delivered', facts: { deliveredQty: 1 } },
    });
    expect(await house.points.balance(guest)).toBe(600);
  });

  it('are of one house', async () => {
    const guest = await house.guest(1_000);
    const { id } = await house.reward();
    const redeemed = await house.redeem(guest, id);
    const elsewhere = await RewardsAtWork.open(platform);
    const unknown = { kind: 'not_found' };
    await expect(elsewhere.redeem(await elsewhere.guest(1_000), id)).rejects.toMatchObject({
      code: 'reward.not_found',
      ...unknown,
    });
    await expect(elsewhere.undo(redeemed.id)).rejects.toMatchObject({ code: 'redemption.not_found', ...unknown });
    await expect(elsewhere.reward({ items: [{ productId: house.canId, qty: 1 }] })).rejects.toMatchObject({
      code: 'reward.product_unknown',
    });
    const { locationId } = house.points.house;
    await expect(elsewhere.reward({ locationId })).rejects.toMatchObject({ code: 'reward.location_unknown' });
  });

  it('cost what the reward cost then, whatever is changed about it later', async () => {
    const guest = await house.guest(2_000);
    const { id } = await house.reward({ name: 'Vieja', stockLimit: 9 });
    const first = await house.redeem(guest, id);
    await house.changeReward.execute(house.admin, id, { cost: 500, name: 'Nueva' });
    expect(await house.redeem(guest, id)).toMatchObject({ points: 500, name: 'Nueva', balance: 1_100 });
    await house.undo(first.id);
    expect(await house.points.balance(guest)).toBe(1_500);
    await expect(house.changeReward.execute(house.admin, id, { stockLimit: 0 })).rejects.toMatchObject({
      ...{ code: 'reward.limit_below_taken', facts: { taken: 1 } },
    });
    await house.reward({ name: 'Otra' });
    await expect(house.changeReward.execute(house.admin, id, { name: 'Otra' })).rejects.toMatchObject({
      code: 'reward.name_taken',
    });
  });

  it('are shown to the guest and to the house, with what became of the ticket', async () => {
    const { venueId, nightId } = house.points.house;
    const guest = await house.guest(1_000);
    const reward = await house.reward({ perPersonLimit: 3, stockLimit: 5 });
    await house.reward({ isActive: false });
    const redeemed = await house.redeem(guest, reward.id);
    const queries = new RewardQueries(platform.database);
    const offers = await queries.offers(venueId, guest, new Date());
    expect(offers).toMatchObject({
      balance: 600,
      isNightOpen: true,
      items: [{ id: reward.id, left: 4, leftForMe: 2 }],
    });
    await house.deliver(redeemed);
    const mine = await queries.redeemedBy(venueId, guest, { limit: 1 });
    expect(mine).toMatchObject({ items: [{ id: redeemed.id, status: 'DELIVERED' }], nextCursor: null });
    expect((await queries.redemptions(venueId, { nightId, limit: 10 })).items).toMatchObject([
      { customerName: 'Javiera' },
    ]);
    expect((await queries.redemptions(venueId, { nightId: newId(), limit: 10 })).items).toEqual([]);
    expect(await queries.catalogue(venueId)).toHaveLength(2);
  });
});
