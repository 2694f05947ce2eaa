import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { earningsOf, Ledger, Occasion, PaidLine, Posted } from '../domain';
import { post } from './post';

export interface EarnPointsInput {
  readonly customerId: string;
  readonly saleId: string;
  /** What was paid for, without tips and courtesies, in pesos. */
  readonly lines: readonly PaidLine[];
}

/** Points for a paid sale by the rules of the house, once per sale. */
@Injectable()
export class EarnPoints {
  constructor(private readonly ledger: Ledger) {}

  /** @returns undefined when no rule gives a point @throws DomainError `wallet.reference_taken` */
  async execute(tx: Transaction, occasion: Occasion, input: EarnPointsInput): Promise<Posted | undefined> {
    const { customerId, saleId, lines } = input;
    const rules = await this.ledger.pointRules(tx, occasion.venueId);
    const earnings = earningsOf(rules, lines, occasion.nightId, occasion.at);
    const points = earnings.reduce((sum, earning) => sum + earning.points, 0);
    if (points === 0) return undefined;
    const posting = { asset: 'POINTS', houseRole: 'points_issued', kind: 'points_earned', amount: points } as const;
    const posted = await post(this.ledger, tx, {
      ...occasion,
      ...posting,
      customerId,
      reference: { kind: 'sale', id: saleId },
    });
    if (!posted.replayed) await this.ledger.keepEarnings(tx, posted.transferId, earnings);
    return posted;
  }
}
