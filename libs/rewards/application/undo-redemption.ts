import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, DomainError, Once, Transactions } from '@libs/kernel';
import { RewardBook } from '../domain';
import { Points, Stock, Tickets } from './ports';

export interface UndoRedemptionInput {
  readonly redemptionId: string;
  readonly reason: string;
}

/** Takes a redemption back, as long as nothing was handed over: the ticket is void, points and ingredients return. */
@Injectable()
export class UndoRedemption {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly book: RewardBook,
    private readonly points: Points,
    private readonly tickets: Tickets,
    private readonly stock: Stock,
  ) {}

  /** @throws DomainError `redemption.not_found` (not_found), `redemption.already_undone`, `redemption.already_delivered` (conflict) */
  execute(actor: Actor, once: Once, input: UndoRedemptionInput): Promise<{ id: string; undoneAt: string }> {
    const { redemptionId, reason } = input;
    return this.transactions.once(once, async (tx) => {
      const { venueId, employeeId } = actor;
      const redemption = await this.book.takeRedemption(tx, venueId, redemptionId);
      if (!redemption) throw new DomainError('redemption.not_found', 'not_found');
      if (redemption.undoneAt) throw new DomainError('redemption.already_undone', 'conflict');
      const at = this.clock.now();
      const { nightId, transferId, customerId, rewardName: name, points } = redemption;
      await this.tickets.void(tx, { redemptionId, reason, actor, at });
      const occasion = { venueId, nightId, actor: actorRef(actor), at };
      await this.points.giveBack(tx, occasion, transferId, reason);
      const event = domainEvent({
        ...{
          type: 'rewards.undone',
          venueId,
          nightId,
          subjectId: redemptionId,
          actor: actorRef(actor),
          occurredAt: at,
        },
        data: { customer_id: customerId, name, points, reason },
      });
      await this.book.undo(tx, redemption, { by: employeeId, reason, at }, [event]);
      await this.stock.giveBack(tx, { redemptionId, employeeId, at });
      return { id: redemptionId, undoneAt: at.toISOString() };
    });
  }
}
