import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Transaction } from '@libs/kernel';
import { GuestTokens, RefusalDesk } from '@libs/customers/application';
import { PayFromWallet, ReversePayment } from '@libs/wallet/application';
import { WalletQueries } from '@libs/wallet/infrastructure';
import { Guests, Purse, WalletPayments } from '../application';
import { SaleFacts } from '../domain';

/** {@link Guests} from customers. */
@Injectable()
export class CustomerGuests extends Guests {
  constructor(
    private readonly tokens: GuestTokens,
    private readonly desk: RefusalDesk,
  ) {
    super();
  }

  async recognised(tx: Transaction, actor: Actor, token: string): Promise<string> {
    return (await this.tokens.guest(tx, actor, token)).customerId;
  }

  agreesToPay(tx: Transaction, actor: Actor, token: string): Promise<string> {
    return this.tokens.spend(tx, actor, token);
  }

  noteAttempt(actor: Actor, reason: string): Promise<void> {
    return this.desk.note(actor, reason);
  }
}

/** {@link WalletPayments} from wallet. */
@Injectable()
export class LedgerWalletPayments extends WalletPayments {
  constructor(
    private readonly payFromWallet: PayFromWallet,
    private readonly reversePayment: ReversePayment,
    private readonly wallets: WalletQueries,
  ) {
    super();
  }

  async pay(tx: Transaction, sale: SaleFacts, payment: { customerId: string; amount: number }, actor: Actor) {
    const { venueId, nightId, placedAt: at, id } = sale;
    const occasion = { venueId, nightId, at, actor: actorRef(actor) };
    await this.payFromWallet.execute(tx, occasion, { ...payment, reference: { kind: 'sale', id } });
  }

  async giveBack(tx: Transaction, sale: SaleFacts, act: { reason: string; actor: Actor; at: Date }): Promise<void> {
    const { venueId, nightId, id } = sale;
    const occasion = { venueId, nightId, at: act.at, actor: actorRef(act.actor) };
    await this.reversePayment.execute(tx, occasion, { paidFor: id, reason: act.reason });
  }

  async purse(venueId: string, customerId: string): Promise<Purse> {
    const pesos = (await this.wallets.accounts(venueId, customerId)).find(({ asset }) => asset === 'CLP');
    return { balance: pesos?.balance ?? 0, isFrozen: (pesos?.frozen_at ?? null) !== null };
  }
}
