import { Injectable } from '@nestjs/common';
import { Actor, Clock, Once, Transaction, Transactions } from '@libs/kernel';
import { SaleRepository } from '../domain';
import { Admissions, Approvals, CardPayments, Stock, Tickets, WalletPayments } from './ports';
import { SaleReader, SaleView } from './sale-view';

export interface CancelSaleInput {
  readonly saleId: string;
  readonly reason: string;
  readonly stepUpToken?: string | undefined;
  /** Cancel although something was handed over already. */
  readonly despiteDelivery: boolean;
}

/**
 * Takes a sale back: its ticket and entries are void, its stock returns once. What a wallet paid is there again at once.
 * Locks in this order: sale, ticket, entries, wallet, stock.
 */
@Injectable()
export class CancelSale {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sales: SaleRepository,
    private readonly reader: SaleReader,
    private readonly approvals: Approvals,
    private readonly tickets: Tickets,
    private readonly stock: Stock,
    private readonly cards: CardPayments,
    private readonly wallets: WalletPayments,
    private readonly admissions: Admissions,
  ) {}

  /**
   * @throws DomainError `sale.not_found`, `sale.already_cancelled`, `sale.session_closed`, `session.not_open`,
   *   `sale.already_delivered`, `entry.already_used` (conflict), `step_up.required`, `step_up.invalid` (forbidden)
   */
  execute(once: Once, actor: Actor, ask: CancelSaleInput): Promise<SaleView> {
    return this.transactions.once(once, (tx) => this.cancel(tx, actor, ask));
  }

  private async cancel(tx: Transaction, actor: Actor, ask: CancelSaleInput): Promise<SaleView> {
    const now = this.clock.now();
    const { saleId, reason, despiteDelivery, stepUpToken } = ask;
    const { sale, session } = await this.sales.lock(tx, actor.venueId, saleId);
    sale.refuseToCancel(session.status);
    const authorizedBy = await this.approvals.use(tx, stepUpToken, 'sale.cancel', actor);
    const deliveredQty = await this.tickets.void(tx, { saleId, reason, actor, at: now, despiteDelivery });
    await this.admissions.takeBack(tx, { saleId, reason, actor, despiteUse: despiteDelivery });
    sale.cancel(actor, authorizedBy, reason, deliveredQty, now);
    await this.sales.keepCancellation(tx, sale);
    if (sale.facts.payments.some(({ method }) => method === 'wallet')) {
      await this.wallets.giveBack(tx, sale.facts, { reason, actor, at: now });
    }
    if (sale.facts.inventoryApplied) {
      await this.stock.giveBack(tx, { saleId, employeeId: actor.employeeId, at: now });
    }
    if (sale.facts.payments.some((payment) => payment.intentId !== null)) {
      await this.cards.giveBack(tx, { saleId, reason, actor, authorizedBy });
    }
    return this.reader.view(tx, actor.venueId, saleId);
  }
}
