import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { SaleStock, StockTaking } from '../domain';

/** A redemption that wants its ingredients; nobody of the house has a hand in it. */
export interface RedemptionTaking extends Omit<StockTaking, 'cause' | 'employeeId'> {
  readonly redemptionId: string;
}

/** A reward takes what its recipes say from its own location. Call it last: the stock rows are contended. */
@Injectable()
export class TakeForRedemption {
  constructor(private readonly stock: SaleStock) {}

  /** @throws DomainError `stock.short` (conflict) with productId, productName and left; nothing was taken then */
  async execute(tx: Transaction, { redemptionId, ...taking }: RedemptionTaking): Promise<void> {
    const cause = { kind: 'redemption', id: redemptionId } as const;
    const shortage = await this.stock.take(tx, { ...taking, cause, employeeId: null });
    if (shortage) throw new DomainError('stock.short', 'conflict', { ...shortage });
  }
}
