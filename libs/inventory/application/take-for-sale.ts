import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { SaleStock, SaleTaking } from '../domain';

/** A sale takes what its recipes say from the register's location. Call it last: the stock rows are contended. */
@Injectable()
export class TakeForSale {
  constructor(private readonly stock: SaleStock) {}

  /** @throws DomainError `stock.short` (conflict) with productId, productName and left; nothing was taken then */
  async execute(tx: Transaction, taking: SaleTaking): Promise<void> {
    const shortage = await this.stock.take(tx, taking);
    if (shortage) throw new DomainError('stock.short', 'conflict', { ...shortage });
  }
}
