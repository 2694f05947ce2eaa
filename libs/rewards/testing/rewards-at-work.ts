import { Actor, newId, Once } from '@libs/kernel';
import { QuotePrices } from '@libs/catalog/application';
import { SqlPriceBook } from '@libs/catalog/infrastructure/sql-price-book';
import { GiveBackForRedemption, TakeForRedemption } from '@libs/inventory/application';
import { SqlSaleStock } from '@libs/inventory/infrastructure/sql-sale-stock';
import { FindVenue } from '@libs/nights/application';
import { SqlVenueRepository } from '@libs/nights/infrastructure/sql-venue.repository';
import { CounterBench } from '@libs/tickets/testing';
import { TestPlatform } from '@libs/platform/testing';
import { ReverseTransfer, SpendPoints } from '@libs/wallet/application';
import { SqlLedger } from '@libs/wallet/infrastructure/sql-ledger';
import { PointsAtWork, rule } from '@libs/wallet/testing/points-at-work';
import { AddReward, ChangeReward, RedeemedReward, RedeemReward, RewardFields, UndoRedemption } from '../application';
import { Reward, RewardBook } from '../domain';
import {
  CatalogProducts,
  ContextTickets,
  InventoryStock,
  OpenNights,
  WalletPoints,
} from '../infrastructure/other-contexts';
import { SqlRewardBook } from '../infrastructure/sql-reward-book';

/** So many cans stand at the bar. */
export const CANS = 100;

/** A house with a night that is on, guests with points, a counted can, and every act of rewards. */
export class RewardsAtWork {
  readonly counter: CounterBench;
  readonly addReward: AddReward;
  readonly changeReward: ChangeReward;
  readonly undoRedemption: UndoRedemption;
  private readonly redeemReward: RedeemReward;

  private constructor(
    readonly points: PointsAtWork,
    readonly canId: string,
    readonly ingredientId: string,
    book: RewardBook,
  ) {
    const { platform, clock, house } = points;
    const { transactions, database } = platform;
    this.counter = new CounterBench(platform, house, house);
    const stock = new SqlSaleStock(database);
    const ledger = new SqlLedger();
    const ports = {
      nights: new OpenNights(),
      points: new WalletPoints(new SpendPoints(ledger), new ReverseTransfer(ledger)),
      products: new CatalogProducts(new QuotePrices(new SqlPriceBook())),
      tickets: new ContextTickets(
        new FindVenue(new SqlVenueRepository(database), clock),
        ...([this.counter.issue, this.counter.void, this.counter.seal] as const),
      ),
      stock: new InventoryStock(new TakeForRedemption(stock), new GiveBackForRedemption(stock)),
    };
    this.addReward = new AddReward(clock, transactions, book);
    this.changeReward = new ChangeReward(clock, transactions, book);
    this.redeemReward = new RedeemReward(
      ...([clock, transactions, book, ports.nights, ports.points, ports.products, ports.tickets, ports.stock] as const),
    );
    this.undoRedemption = new UndoRedemption(
      ...([clock, transactions, book, ports.points, ports.tickets, ports.stock] as const),
    );
  }

  static async open(platform: TestPlatform): Promise<RewardsAtWork> {
    const points = await PointsAtWork.open(platform);
    points.clock.at = new Date();
    await points.addRule.execute(points.admin, rule({ pesosPerPoint: 1 }));
    const { venueId, locationId } = points.house;
    const [canId, ingredientId] = [newId(), newId()];
    const { owner } = platform;
    await owner.query(
      `INSERT INTO catalog.products (id, venue_id, category_id, name, price) VALUES ($1, $2, $3, 'Lata', 3000)`,
      [canId, venueId, points.categoryId('Piscos')],
    );
    await owner.query(
      `INSERT INTO inventory.ingredients (id, venue_id, name, base_unit, package_size, package_cost, is_strict)
       VALUES ($1, $2, 'Lata', 'unit', 1, 800, true)`,
      [ingredientId, venueId],
    );
    await owner.query('INSERT INTO inventory.recipe_items (product_id, ingredient_id, quantity) VALUES ($1, $2, 1)', [
      ...[canId, ingredientId],
    ]);
    await owner.query(
      `WITH level AS (INSERT INTO inventory.stock_levels (location_id, ingredient_id, on_hand) VALUES ($2, $3, $4))
       INSERT INTO inventory.movements (venue_id, location_id, ingredient_id, quantity, kind)
       VALUES ($1, $2, $3, $4, 'opening')`,
      [venueId, locationId, ingredientId, CANS],
    );
    return new RewardsAtWork(points, canId, ingredientId, new SqlRewardBook());
  }

  /** The same house with another book of rewards. */
  keepingBook(book: RewardBook): RewardsAtWork {
    return new RewardsAtWork(this.points, this.canId, this.ingredientId, book);
  }

  get admin(): Actor {
    return this.points.admin;
  }

  /** A guest who bought for so many points. */
  async guest(points: number): Promise<string> {
    const id = await this.points.guest();
    if (points > 0) await this.points.hear(await this.points.sell(id, { Piscos: points }));
    return id;
  }

  /** A can for 400 points, unless told otherwise. */
  reward(given: Partial<RewardFields> = {}): Promise<Reward> {
    return this.addReward.execute(this.admin, {
      ...{ name: `Lata ${newId()}`, description: '', cost: 400, items: [{ productId: this.canId, qty: 1 }] },
      ...{ locationId: this.points.house.locationId, startsAt: null, endsAt: null, stockLimit: null },
      ...{ perPersonLimit: null, isActive: true },
      ...given,
    });
  }

  redeem(customerId: string, rewardId: string, key = newId()): Promise<RedeemedReward> {
    const guest = { customerId, venueId: this.points.house.venueId, ip: '10.0.0.9' };
    return this.redeemReward.execute(guest, once(customerId, key), rewardId);
  }

  undo(redemptionId: string): Promise<{ id: string; undoneAt: string }> {
    const { admin } = this;
    return this.undoRedemption.execute(admin, once(admin.employeeId), { redemptionId, reason: 'se equivocó' });
  }

  /** Hands the first item of a reward over at a bar. */
  deliver({ ticket }: RedeemedReward) {
    const items = ticket.items.map((item) => ({ ...item, note: null }));
    return this.counter.press({ ...ticket, items }, [1]);
  }

  async cans(): Promise<number> {
    const { rows } = await this.points.platform.owner.query<{ on_hand: string }>(
      'SELECT on_hand FROM inventory.stock_levels WHERE ingredient_id = $1',
      [this.ingredientId],
    );
    return Number(rows[0]?.on_hand);
  }
}

function once(callerId: string, key: string = newId()): Once {
  return { callerId, key, fingerprint: 'test', replayed: false };
}
