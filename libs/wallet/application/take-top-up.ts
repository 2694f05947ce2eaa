import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, DomainError, Money, newId, Once, Transaction, Transactions } from '@libs/kernel';
import { Occasion, TopUpBook } from '../domain';
import { Guests, TopUpPayments } from './ports';
import { SettleTopUp } from './settle-top-up';
import { TopUpLimits } from './top-up-limits';

export interface TakeTopUpInput {
  readonly customerId: string;
  readonly registerSessionId: string;
  /** In pesos; cash in tens, since there are no smaller coins. */
  readonly amount: number;
  readonly means: 'cash' | 'card';
  /** For a terminal that nobody drives: the number on its voucher. */
  readonly voucher: string | null;
  readonly userAgent: string;
}

/**
 * A cashier takes a customer's money at the open till: cash is balance at once and lies in the drawer, a card's is once it
 * is approved. No sale and no revenue: the house owes it.
 */
@Injectable()
export class TakeTopUp {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly topUps: TopUpBook,
    private readonly limits: TopUpLimits,
    private readonly settle: SettleTopUp,
    private readonly guests: Guests,
    private readonly payments: TopUpPayments,
  ) {}

  /**
   * @returns the top-up's id
   * @throws DomainError `customer.unknown`, `wallet.amount_invalid`, `wallet.cash_not_tens` (invalid),
   *   `wallet.limit_exceeded` (conflict), and those of taking cash or a card at a till
   */
  async execute(once: Once, actor: Actor, ask: TakeTopUpInput): Promise<string> {
    const { amount, means, userAgent } = ask;
    if (means === 'cash' && !Money.of(amount).roundedForCash().equals(Money.of(amount))) {
      throw new DomainError('wallet.cash_not_tens', 'invalid');
    }
    const { id, intentId } = await this.transactions.once(once, (tx) => this.take(tx, actor, ask));
    const visit = { description: 'Carga de billetera', ip: actor.ip, userAgent };
    if (intentId && !once.replayed) await this.payments.openPage(intentId, visit);
    return id;
  }

  private async take(
    tx: Transaction,
    actor: Actor,
    ask: TakeTopUpInput,
  ): Promise<{ id: string; intentId: string | null }> {
    const at = this.clock.now();
    const id = newId(at.getTime());
    const { venueId } = actor;
    const { customerId, amount, means, registerSessionId, voucher } = ask;
    // For cash the till before the wallet, as everywhere: a drawer that is being counted is waited for with nothing held.
    const name = await this.guests.hold(tx, venueId, customerId);
    const reason = `Carga de billetera: ${name}`.slice(0, 200);
    const cashMovementId =
      means === 'cash'
        ? await this.payments.takeCash(tx, actor, { sessionId: registerSessionId, amount, reason })
        : null;
    const occasion: Occasion = { venueId, nightId: null, actor: actorRef(actor), at };
    await this.limits.check(tx, occasion, customerId, amount);
    const topUp = { id, venueId, customerId, amount, means, registerSessionId, cashMovementId, createdAt: at };
    await this.topUps.add(tx, { ...topUp, status: 'PENDING' });
    if (means === 'cash') {
      await this.settle.paid(tx, id, { nightId: null, amount, by: actorRef(actor) });
      return { id, intentId: null };
    }
    const card = { topUpId: id, customerId, registerSessionId, amount, voucher };
    return { id, intentId: await this.payments.beginAtTill(tx, actor, card) };
  }
}
