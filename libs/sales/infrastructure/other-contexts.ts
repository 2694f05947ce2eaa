import { Injectable } from '@nestjs/common';
import { Actor, DomainError, Transaction } from '@libs/kernel';
import { QuotePrices } from '@libs/catalog/application';
import { AvailablePortions, GiveBackForSale, TakeForSale } from '@libs/inventory/application';
import { FindVenue } from '@libs/nights/application';
import { IssueTicket, TicketSeal, VoidTicket } from '@libs/tickets/application';
import { House, Houses, IssuedTicket, Prices, Quantity, Stock, Tickets } from '../application';
import { PricedProduct, SaleFacts } from '../domain';

/** {@link Houses} from nights. */
@Injectable()
export class NightsHouses extends Houses {
  constructor(private readonly venues: FindVenue) {
    super();
  }

  async find(venueId: string): Promise<House> {
    const { ticketPrefix, settings } = await this.venues.execute(venueId);
    const { cashTolerance, floatTolerance, courtesyBudget } = settings;
    return { ticketPrefix, cashTolerance, floatTolerance, courtesyBudget };
  }
}

/** {@link Prices} from the catalog. */
@Injectable()
export class CatalogPrices extends Prices {
  constructor(private readonly quotes: QuotePrices) {
    super();
  }

  at(tx: Transaction, venueId: string, productIds: readonly string[], at: Date): Promise<PricedProduct[]> {
    return this.quotes.execute(tx, venueId, [...productIds], at);
  }
}

/** {@link Tickets} from tickets. */
@Injectable()
export class ContextTickets extends Tickets {
  constructor(
    private readonly issueTicket: IssueTicket,
    private readonly voidTicket: VoidTicket,
    private readonly seal: TicketSeal,
  ) {
    super();
  }

  issue(tx: Transaction, sale: SaleFacts, lines: SaleFacts['lines'], ticketPrefix: string): Promise<IssuedTicket> {
    return this.issueTicket.execute(tx, {
      venueId: sale.venueId,
      nightId: sale.nightId,
      ticketType: 'delivery',
      origin: { kind: 'sale', id: sale.id },
      customerId: sale.customerId,
      ticketPrefix,
      isTest: sale.isTest,
      at: sale.placedAt,
      items: lines.map(({ productId, name, qty, note }) => ({ productId, productName: name, qty, note })),
    });
  }

  async void(
    tx: Transaction,
    act: { saleId: string; reason: string; actor: Actor; at: Date; despiteDelivery: boolean },
  ): Promise<number> {
    const { saleId, ...rest } = act;
    return (await this.voidTicket.execute(tx, { ...rest, origin: { kind: 'sale', id: saleId } })).deliveredQty;
  }

  qrOf(ticketId: string): string {
    return this.seal.tokenOf(ticketId);
  }
}

/** {@link Stock} from inventory. */
@Injectable()
export class InventoryStock extends Stock {
  constructor(
    private readonly takeForSale: TakeForSale,
    private readonly giveBackForSale: GiveBackForSale,
    private readonly portions: AvailablePortions,
  ) {
    super();
  }

  async take(tx: Transaction, sale: SaleFacts, locationId: string, items: readonly Quantity[]): Promise<void> {
    const { venueId, id: saleId, employeeId, placedAt: at } = sale;
    try {
      await this.takeForSale.execute(tx, { venueId, saleId, locationId, employeeId, at, items: [...items] });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'stock.short') throw error;
      throw new DomainError('sale.out_of_stock', 'conflict', error.facts);
    }
  }

  giveBack(tx: Transaction, act: { saleId: string; employeeId: string; at: Date }): Promise<void> {
    return this.giveBackForSale.execute(tx, act);
  }

  left(venueId: string, locationId: string, productIds: readonly string[]) {
    return this.portions.execute(venueId, locationId, [...productIds]);
  }
}
