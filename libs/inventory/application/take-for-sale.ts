import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { SaleStock, StockTaking } from '../domain';

/** A sale that wants its ingredients. */
export interface SaleTaking extends Omit<StockTaking, 'cause'> {
  readonly saleId: string;
}

/** A sale takes what its recipes say from the register's location. Call it last: the stock rows are contended. */
@Injectable()
export class TakeForSale {
  constructor(private readonly stock: SaleStock) {}

  /** @throws DomainError `stock.short` (conflict) with productId, productName and left; nothing was taken then */
  async execute(tx: Transaction, { saleId, ...taking }: SaleTaking): Promise<void> {
    const shortage = await this.stock.take(tx, { ...taking, cause: { kind: 'sale', id: saleId } });
    if (shortage) throw new DomainError('stock.short', 'conflict', { ...shortage });
  }
}
