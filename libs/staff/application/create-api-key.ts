import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, newId, Transactions } from '@libs/kernel';
import { ApiKeyRepository, ApiScope, Journal } from '../domain';
import { Secrets } from './secrets';

/** A key, to be shown once. */
export interface MadeApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly key: string;
}

/** Makes a static key for an app that is built without code. Only its hash is kept. */
@Injectable()
export class CreateApiKey {
  constructor(
    private readonly transactions: Transactions,
    private readonly keys: ApiKeyRepository,
    private readonly journal: Journal,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** @param asked what the app is called, and at least one scope; a scope named twice counts once */
  async execute(actor: Actor, asked: { name: string; scopes: readonly ApiScope[] }): Promise<MadeApiKey> {
    const { venueId, employeeId } = actor;
    const createdAt = this.clock.now();
    const made = { id: newId(createdAt.getTime()), name: asked.name, scopes: [...new Set(asked.scopes)] };
    const key = `noche-app-${this.secrets.newToken()}`;
    const keyHash = this.secrets.hashOf(key);
    await this.transactions.run(async (tx) => {
      await this.keys.insert(tx, { ...made, venueId, keyHash, createdBy: employeeId, createdAt });
      const data = { after: { name: made.name, scopes: made.scopes } };
      const event = { type: 'staff.api_key_created', venueId, subjectId: made.id, actor: actorRef(actor), data };
      await this.journal.write(tx, [domainEvent({ ...event, occurredAt: createdAt })]);
    });
    return { ...made, key };
  }
}
