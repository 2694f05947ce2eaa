import { Injectable } from '@nestjs/common';
import { Clock, DomainError, domainEvent, Transactions } from '@libs/kernel';
import { Journal, SessionBook } from '../domain';
import { guest } from './acts';
import { OpenSession, Tokens } from './open-session';
import { Chance } from './ports';

/** An app exchanges its refresh token for the next one and a fresh access token. */
@Injectable()
export class RenewTokens {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionBook,
    private readonly journal: Journal,
    private readonly openSession: OpenSession,
    private readonly chance: Chance,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `customer.refresh_invalid`: unknown, too old, ended, or used before, which ends the login */
  async execute(token: string, ip: string | null): Promise<Tokens> {
    const at = this.clock.now();
    const renewal = await this.transactions.run(async (tx) => {
      const outcome = await this.sessions.renew(tx, token, this.chance.newToken(), at);
      if (outcome.kind === 'reused') {
        const { venueId, session } = outcome;
        const about = { venueId, subjectId: session.customerId, actor: guest(ip), occurredAt: at };
        const data = { session_id: session.id };
        await this.journal.write(tx, [domainEvent({ type: 'customers.token_reused', ...about, data })]);
      }
      return outcome;
    });
    if (renewal.kind !== 'renewed') throw new DomainError('customer.refresh_invalid', 'unauthenticated');
    return this.openSession.tokens(renewal.session, renewal.token);
  }
}
