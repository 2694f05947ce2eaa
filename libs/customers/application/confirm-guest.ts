import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, DomainError, Transactions } from '@libs/kernel';
import { Journal, RECOGNITION_SECONDS, RecognitionBook } from '../domain';
import { Approvals } from './ports';
import { GuestHere, guestHere } from './recognise-guest';

/** Another person looked at the guest and their papers: the card is theirs. */
@Injectable()
export class ConfirmGuest {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly recognitions: RecognitionBook,
    private readonly approvals: Approvals,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `guest.token_invalid` (conflict), `step_up.required`, `step_up.invalid` (forbidden) */
  execute(actor: Actor, token: string, stepUpToken: string | undefined): Promise<GuestHere> {
    const at = this.clock.now();
    return this.transactions.run(async (tx) => {
      const by = await this.approvals.use(tx, stepUpToken, 'customer.confirm', actor);
      const expiresAt = new Date(at.getTime() + RECOGNITION_SECONDS * 1_000);
      const guest = await this.recognitions.confirm(tx, actor, token, by, at, expiresAt);
      if (!guest) throw new DomainError('guest.token_invalid', 'conflict');
      const event = domainEvent({
        ...{ type: 'customers.confirmed', venueId: actor.venueId, subjectId: guest.customerId },
        actor: actorRef(actor),
        data: { authorized_by: by },
        occurredAt: at,
      });
      await this.journal.write(tx, [event]);
      return guestHere(guest, token);
    });
  }
}
