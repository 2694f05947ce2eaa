import { Injectable } from '@nestjs/common';
import { ActorRef, Transaction } from '@libs/kernel';
import { SalePoints } from '../domain';
import { EarnPoints } from './earn-points';

/** A sale that was placed, and by whom. */
export interface PlacedSale {
  readonly saleId: string;
  readonly actor: ActorRef;
}

/**
 * Guests earn points with sales that they paid for and that stand, each sale once, by the rules and the tier of the
 * moment at which it was placed. Other sales are passed over.
 */
@Injectable()
export class EarnForSale {
  constructor(
    private readonly sales: SalePoints,
    private readonly earnPoints: EarnPoints,
  ) {}

  async execute(tx: Transaction, placed: readonly PlacedSale[]): Promise<void> {
    const actors = new Map(placed.map(({ saleId, actor }) => [saleId, actor]));
    for (const sale of await this.sales.paid(tx, [...actors.keys()])) {
      const actor = actors.get(sale.saleId);
      if (!actor || !(await this.sales.claim(tx, sale))) continue;
      const { venueId, nightId, placedAt: at, customerId, saleId, lines } = sale;
      const posted = await this.earnPoints.execute(tx, { venueId, nightId, actor, at }, { customerId, saleId, lines });
      if (posted) await this.sales.keep(tx, saleId, posted.amount, posted.transferId);
    }
  }
}
