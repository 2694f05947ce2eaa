import { Injectable } from '@nestjs/common';
import { ActorRef, Transaction } from '@libs/kernel';
import { FindVenue } from '@libs/nights/application';
import { IssueTicket, TicketSeal, VoidTicket } from '@libs/tickets/application';
import { Occasion, PayFromWallet, RefundToWallet, TopUpWallet } from '@libs/wallet/application';
import { EntryTickets, House, Houses, WalletMove, Wallets } from '../application';

/** {@link Houses} from nights. */
@Injectable()
export class NightsHouses extends Houses {
  constructor(private readonly venues: FindVenue) {
    super();
  }

  async find(venueId: string): Promise<House> {
    const { name, timeZone, ticketPrefix, settings } = await this.venues.execute(venueId);
    return {
      name,
      timeZone,
      ticketPrefix,
      holdMinutes: settings.entryHoldMinutes,
      refundHours: settings.entryRefundHours,
      refundFeePct: settings.entryRefundFeePct,
      doorsEarlyMinutes: settings.doorsEarlyMinutes,
      capacityAlarmPct: settings.capacityAlarmPct,
    };
  }
}

/** {@link EntryTickets} from tickets. */
@Injectable()
export class ContextEntryTickets extends EntryTickets {
  constructor(
    private readonly issueTicket: IssueTicket,
    private readonly voidTicket: VoidTicket,
    private readonly seal: TicketSeal,
  ) {
    super();
  }

  async issue(tx: Transaction, entry: Parameters<EntryTickets['issue']>[1]): Promise<void> {
    const { entryId, ...rest } = entry;
    const origin = { kind: 'entry', id: entryId } as const;
    await this.issueTicket.execute(tx, { ...rest, ticketType: 'entry', origin, items: [], isTest: false });
  }

  async void(
    tx: Transaction,
    act: { entryId: string; venueId: string; reason: string; by: ActorRef; at: Date },
  ): Promise<void> {
    const { entryId, venueId, reason, by, at } = act;
    const actor = { ...by, venueId, barId: null };
    const origin = { kind: 'entry', id: entryId } as const;
    await this.voidTicket.execute(tx, { origin, reason, actor, at, despiteDelivery: true });
  }

  qrOf(ticketId: string): string {
    return this.seal.tokenOf(ticketId);
  }
}

/** {@link Wallets} from the wallet. */
@Injectable()
export class ContextWallets extends Wallets {
  constructor(
    private readonly payFromWallet: PayFromWallet,
    private readonly refundToWallet: RefundToWallet,
    private readonly topUpWallet: TopUpWallet,
  ) {
    super();
  }

  async pay(tx: Transaction, move: WalletMove): Promise<string> {
    const { customerId, amount, orderId } = move;
    const input = { customerId, amount, reference: { kind: 'entry_order', id: orderId } };
    return (await this.payFromWallet.execute(tx, occasionOf(move), input)).transferId;
  }

  async giveBack(tx: Transaction, move: WalletMove & { refundId: string; reason: string }): Promise<void> {
    const { amount, orderId: paidFor, refundId: id, reason } = move;
    const reference = { kind: 'entry_refund', id };
    await this.refundToWallet.execute(tx, occasionOf(move), { paidFor, amount, reason, reference });
  }

  async credit(tx: Transaction, move: Parameters<Wallets['credit']>[1]): Promise<void> {
    const { customerId, amount, refundId: id, isOwed } = move;
    const reference = { kind: 'entry_refund', id };
    await this.topUpWallet.execute(tx, occasionOf(move), { customerId, amount, from: 'online', reference, isOwed });
  }
}

function occasionOf({ venueId, nightId, by: actor, at }: WalletMove): Occasion {
  return { venueId, nightId, actor, at };
}
