import { Injectable } from '@nestjs/common';
import { Actor, DomainError, Transaction } from '@libs/kernel';
import { sql, sqlOf } from '@libs/platform';
import { QuotePrices } from '@libs/catalog/application';
import { GiveBackForRedemption, TakeForRedemption } from '@libs/inventory/application';
import { FindVenue } from '@libs/nights/application';
import { IssueTicket, TicketSeal, VoidTicket } from '@libs/tickets/application';
import { ReverseTransfer, SpendPoints } from '@libs/wallet/application';
import { IssuedTicket, NamedItem, Nights, Occasion, Points, Products, Stock, Tickets } from '../application';
import { Redemption, RewardItem } from '../domain';

/** Closing takes the night FOR UPDATE: it waits for redemptions under way, and a later one finds the night closing. */
const OPEN_NIGHT = sql(
  'rewards.open_night',
  `SELECT id FROM nights.nights WHERE venue_id = $1 AND status = 'OPEN' AND deleted_at IS NULL FOR KEY SHARE`,
);

/** {@link Nights} from nights. */
@Injectable()
export class OpenNights extends Nights {
  async open(tx: Transaction, venueId: string): Promise<string> {
    const [night] = await sqlOf(tx).rows<{ id: string }>(OPEN_NIGHT, [venueId]);
    if (!night) throw new DomainError('night.not_open', 'conflict');
    return night.id;
  }
}

/** {@link Points} from the wallet. */
@Injectable()
export class WalletPoints extends Points {
  constructor(
    private readonly spendPoints: SpendPoints,
    private readonly reverseTransfer: ReverseTransfer,
  ) {
    super();
  }

  async spend(
    tx: Transaction,
    occasion: Occasion,
    { customerId, points, redemptionId }: { customerId: string; points: number; redemptionId: string },
  ): Promise<{ transferId: string; balance: number }> {
    const reference = { kind: 'redemption', id: redemptionId };
    const { transferId, balance } = await this.spendPoints.execute(tx, occasion, { customerId, points, reference });
    return { transferId, balance };
  }

  async giveBack(tx: Transaction, occasion: Occasion, transferId: string, reason: string): Promise<void> {
    await this.reverseTransfer.execute(tx, occasion, { transferId, reason });
  }
}

/** {@link Tickets} from tickets. */
@Injectable()
export class ContextTickets extends Tickets {
  constructor(
    private readonly venues: FindVenue,
    private readonly issueTicket: IssueTicket,
    private readonly voidTicket: VoidTicket,
    private readonly seal: TicketSeal,
  ) {
    super();
  }

  async issue(tx: Transaction, redemption: Redemption, items: readonly NamedItem[]): Promise<IssuedTicket> {
    const { id: redemptionId, venueId, nightId, customerId, redeemedAt: at } = redemption;
    const { ticketPrefix } = await this.venues.execute(venueId);
    const {
      id,
      displayCode,
      items: issued,
    } = await this.issueTicket.execute(tx, {
      ...{ venueId, nightId, customerId, ticketPrefix, at, isTest: false, ticketType: 'delivery' },
      origin: { kind: 'redemption', id: redemptionId },
      items: items.map(({ productId, name, qty }) => ({ productId, productName: name, qty, note: null })),
    });
    return { id, displayCode, items: issued.map((item) => ({ id: item.id, name: item.name, qty: item.qty })) };
  }

  async void(
    tx: Transaction,
    { redemptionId, reason, actor, at }: { redemptionId: string; reason: string; actor: Actor; at: Date },
  ): Promise<void> {
    const origin = { kind: 'redemption', id: redemptionId } as const;
    await this.voidTicket.execute(tx, { origin, reason, actor, at, despiteDelivery: false });
  }

  qrOf(ticketId: string): string {
    return this.seal.tokenOf(ticketId);
  }
}

/** {@link Products} from the catalog. */
@Injectable()
export class CatalogProducts extends Products {
  constructor(private readonly quotes: QuotePrices) {
    super();
  }

  async named(tx: Transaction, venueId: string, items: readonly RewardItem[], at: Date): Promise<readonly NamedItem[]> {
    const ids = items.map((item) => item.productId);
    const products = new Map(
      (await this.quotes.execute(tx, venueId, ids, at)).map((product) => [product.productId, product]),
    );
    return items.map((item) => {
      const product = products.get(item.productId);
      if (!product?.isActive) throw new DomainError('reward.product_gone', 'conflict', { name: product?.name ?? '' });
      return { ...item, name: product.name };
    });
  }
}

/** {@link Stock} from inventory. */
@Injectable()
export class InventoryStock extends Stock {
  constructor(
    private readonly takeForRedemption: TakeForRedemption,
    private readonly giveBackForRedemption: GiveBackForRedemption,
  ) {
    super();
  }

  async take(tx: Transaction, redemption: Redemption, locationId: string, items: readonly RewardItem[]): Promise<void> {
    const { venueId, id: redemptionId, redeemedAt: at } = redemption;
    try {
      await this.takeForRedemption.execute(tx, { venueId, redemptionId, locationId, at, items });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'stock.short') throw error;
      throw new DomainError('reward.out_of_stock', 'conflict', error.facts);
    }
  }

  giveBack(tx: Transaction, act: { redemptionId: string; employeeId: string; at: Date }): Promise<void> {
    return this.giveBackForRedemption.execute(tx, act);
  }
}
