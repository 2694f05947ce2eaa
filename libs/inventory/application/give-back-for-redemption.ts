import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { SaleStock } from '../domain';

/** A redemption that was undone gives back what it took: once, however often it is asked. */
@Injectable()
export class GiveBackForRedemption {
  constructor(private readonly stock: SaleStock) {}

  execute(tx: Transaction, back: { redemptionId: string; employeeId: string; at: Date }): Promise<void> {
    return this.stock.giveBack(tx, { kind: 'redemption', id: back.redemptionId }, back.employeeId, back.at);
  }
}
