import { Injectable } from '@nestjs/common';
import { ActorRef, Clock, domainEvent, DomainError, newId, Once, Transaction, Transactions } from '@libs/kernel';
import { Redemption, refuseToRedeem, RewardBook } from '../domain';
import { IssuedTicket, Nights, Points, Products, Stock, Tickets } from './ports';

/** A guest, as whoever calls knows them. */
export interface Guest {
  readonly customerId: string;
  readonly venueId: string;
  readonly ip: string | null;
}

export interface RedeemedReward {
  readonly id: string;
  readonly rewardId: string;
  readonly name: string;
  readonly points: number;
  /** Points that are left. */
  readonly balance: number;
  readonly redeemedAt: string;
  readonly ticket: IssuedTicket & { readonly qr: string };
}

/**
 * Points become a ticket for the bar: points, ticket and ingredients, all of it or nothing. No sale and no revenue. Holds
 * in this order: reward, night, points, stock.
 */
@Injectable()
export class RedeemReward {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly book: RewardBook,
    private readonly nights: Nights,
    private readonly points: Points,
    private readonly products: Products,
    private readonly tickets: Tickets,
    private readonly stock: Stock,
  ) {}

  /**
   * @throws DomainError `reward.not_found` (not_found), `reward.not_offered`, `reward.sold_out`, `reward.limit_reached`,
   *   `reward.product_gone`, `reward.out_of_stock`, `night.not_open`, `wallet.insufficient_funds` (conflict),
   *   `wallet.frozen` (locked)
   */
  async execute(guest: Guest, once: Once, rewardId: string): Promise<RedeemedReward> {
    const redeemed = await this.transactions.once(once, (tx) => this.redeem(tx, guest, rewardId));
    // The token is derived anew: the kept answer holds none.
    const { ticket } = redeemed;
    return { ...redeemed, ticket: { ...ticket, qr: this.tickets.qrOf(ticket.id) } };
  }

  private async redeem(tx: Transaction, guest: Guest, rewardId: string) {
    const { venueId, customerId } = guest;
    const at = this.clock.now();
    const reward = await this.book.take(tx, venueId, rewardId);
    if (!reward) throw new DomainError('reward.not_found', 'not_found');
    refuseToRedeem(reward, await this.book.hadBy(tx, rewardId, customerId), at);
    const nightId = await this.nights.open(tx, venueId);
    const items = await this.products.named(tx, venueId, reward.items, at);
    const id = newId(at.getTime());
    const actor: ActorRef = { employeeId: null, employeeName: null, deviceId: null, ip: guest.ip };
    const { name, cost, locationId } = reward;
    const spent = { customerId, points: cost, redemptionId: id };
    const { transferId, balance } = await this.points.spend(tx, { venueId, nightId, actor, at }, spent);
    const what = { id, venueId, nightId, rewardId, customerId, rewardName: name, points: cost, transferId };
    const redemption: Redemption = { ...what, redeemedAt: at };
    const event = domainEvent({
      ...{ type: 'rewards.redeemed', venueId, nightId, subjectId: id, actor, occurredAt: at },
      data: { customer_id: customerId, reward_id: rewardId, name, points: cost, items: items.map(itemData) },
    });
    await this.book.redeem(tx, redemption, [event]);
    const ticket = await this.tickets.issue(tx, redemption, items);
    await this.stock.take(tx, redemption, locationId, items);
    return { id, rewardId, name, points: cost, balance, redeemedAt: at.toISOString(), ticket };
  }
}

function itemData({ name, qty }: { readonly name: string; readonly qty: number }) {
  return { name, qty };
}
