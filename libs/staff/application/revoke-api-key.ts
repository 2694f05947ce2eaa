import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, Transactions } from '@libs/kernel';
import { ApiKeyRepository, Journal } from '../domain';

/** Ends the key of an app for good. */
@Injectable()
export class RevokeApiKey {
  constructor(
    private readonly transactions: Transactions,
    private readonly keys: ApiKeyRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Asking twice changes nothing. @throws DomainError `api_key.unknown` */
  async execute(actor: Actor, id: string): Promise<void> {
    const at = this.clock.now();
    const { venueId } = actor;
    await this.transactions.run(async (tx) => {
      const name = await this.keys.revoke(tx, venueId, id, at);
      if (name === undefined) return;
      const event = { type: 'staff.api_key_revoked', venueId, subjectId: id, actor: actorRef(actor) };
      await this.journal.write(tx, [domainEvent({ ...event, data: { name }, occurredAt: at })]);
    });
  }
}
