import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { Ledger, Occasion, Posted, StandingTransfer } from '../domain';
import { post } from './post';

export interface ReverseTransferInput {
  readonly transferId: string;
  readonly reason: string;
}

/** What may be taken back. A reversal stands: who wants it undone does the act again. */
const REVERSIBLE = ['top_up', 'payment', 'payout', 'points_earned', 'points_spent'];

/**
 * Takes a transfer back, once: what a cancelled sale was paid with, or the points it had earned. What was refunded before
 * is left out. Of earned points those are taken that are still there: a sale can be cancelled after they were spent.
 */
@Injectable()
export class ReverseTransfer {
  constructor(private readonly ledger: Ledger) {}

  /**
   * @returns undefined when nothing is left to give back
   * @throws DomainError `wallet.transfer_not_found`, `wallet.not_reversible`, `wallet.insufficient_funds`
   */
  async execute(tx: Transaction, occasion: Occasion, input: ReverseTransferInput): Promise<Posted | undefined> {
    const { venueId } = occasion;
    const original = await this.ledger.findById(tx, venueId, input.transferId);
    if (!original) throw new DomainError('wallet.transfer_not_found', 'not_found');
    if (!REVERSIBLE.includes(original.kind)) throw new DomainError('wallet.not_reversible', 'conflict');
    const { customerId, asset, houseRole } = original;
    const kind = asset === 'POINTS' ? 'points_reversed' : 'reversal';
    const held = await this.ledger.hold(tx, venueId, customerId, asset);
    const earlier = await this.ledger.find(tx, venueId, kind, original.id);
    if (earlier) return replayed(earlier);
    const left = Math.abs(original.amount) - (await this.ledger.returned(tx, original.id));
    const takes = original.kind === 'points_earned' ? Math.min(left, held?.balance ?? 0) : left;
    if (takes === 0) return undefined;
    const amount = original.amount > 0 ? -takes : takes;
    const reference = { kind: 'transfer', id: original.id };
    const posting = { customerId, asset, houseRole, kind, amount, reference, reason: input.reason } as const;
    return post(this.ledger, tx, { ...occasion, ...posting, returnsOf: original.id });
  }
}

function replayed({ id, accountId, balance }: StandingTransfer): Posted {
  return { transferId: id, accountId, balance, replayed: true };
}
