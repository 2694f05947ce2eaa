import { Injectable } from '@nestjs/common';
import { together, Transaction } from '@libs/kernel';
import { earningsOf, Ledger, Occasion, PaidLine, Posted, tierOf } from '../domain';
import { post } from './post';

export interface EarnPointsInput {
  readonly customerId: string;
  readonly saleId: string;
  /** What was paid for, without tips and courtesies, in pesos. */
  readonly lines: readonly PaidLine[];
}

/** Points for a paid sale by the rules of the house and the guest's tier at that moment, once per sale. */
@Injectable()
export class EarnPoints {
  constructor(private readonly ledger: Ledger) {}

  /** @returns with the points that it gave; undefined when no rule gives one @throws DomainError `wallet.reference_taken` */
  async execute(
    tx: Transaction,
    occasion: Occasion,
    input: EarnPointsInput,
  ): Promise<(Posted & { readonly amount: number }) | undefined> {
    const { customerId, saleId, lines } = input;
    const { venueId, nightId, at } = occasion;
    const [rules, standings] = await together(
      this.ledger.pointRules(tx, venueId, at),
      this.ledger.tierStandings(tx, venueId, customerId, at),
    );
    const earnings = earningsOf(rules, lines, nightId, at, tierOf(standings));
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
    return { ...posted, amount: points };
  }
}
