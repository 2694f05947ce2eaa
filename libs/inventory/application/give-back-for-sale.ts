import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { SaleStock } from '../domain';

/** A cancelled sale gives back what it took: once, however often it is asked. */
@Injectable()
export class GiveBackForSale {
  constructor(private readonly stock: SaleStock) {}

  execute(tx: Transaction, back: { saleId: string; employeeId: string; at: Date }): Promise<void> {
    return this.stock.giveBack(tx, { kind: 'sale', id: back.saleId }, back.employeeId, back.at);
  }
}
