import { Injectable } from '@nestjs/common';
import { Actor, Clock, Once, Transaction, Transactions } from '@libs/kernel';
import { AskedPayment, SaleRepository } from '../domain';
import { SaleReader, SaleView } from './sale-view';

/** Corrects how a sale was paid, within two minutes and by who sold it. What it was stays on record. */
@Injectable()
export class ChangePayments {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sales: SaleRepository,
    private readonly reader: SaleReader,
  ) {}

  /** @throws DomainError `sale.not_found` and those of `Sale.changePayments` */
  execute(once: Once, actor: Actor, saleId: string, payments: readonly AskedPayment[]): Promise<SaleView> {
    return this.transactions.once(once, (tx) => this.change(tx, actor, saleId, payments));
  }

  private async change(
    tx: Transaction,
    actor: Actor,
    saleId: string,
    payments: readonly AskedPayment[],
  ): Promise<SaleView> {
    const now = this.clock.now();
    const { sale, session } = await this.sales.lock(tx, actor.venueId, saleId);
    const before = sale.facts;
    sale.changePayments(payments, session, actor, now);
    await this.sales.keepPayments(tx, before, sale, now);
    return this.reader.view(tx, actor.venueId, saleId);
  }
}
