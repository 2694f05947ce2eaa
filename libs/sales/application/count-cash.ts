import { Injectable } from '@nestjs/common';
import { Actor, Clock, Once, Transaction, Transactions } from '@libs/kernel';
import { Denominations, exceeds, RegisterSessionRepository } from '../domain';
import { CardPayments, Houses } from './ports';
import { refuseStranger } from './session-owner';

export interface CountOutcome {
  readonly status: string;
  readonly countAttempts: number;
  readonly recountAllowed: boolean;
  /** Whether the close will ask for another person's signature; never by how much. */
  readonly needsSupervisor: boolean;
}

/** Counts a drawer without knowing what should be in it. Selling stops. */
@Injectable()
export class CountCash {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sessions: RegisterSessionRepository,
    private readonly houses: Houses,
    private readonly cards: CardPayments,
  ) {}

  /** @throws DomainError `session.not_found`, `session.not_yours`, `session.closed`, `session.recount_used`,
   *   `session.payment_open|unknown|unsold` */
  async execute(once: Once, actor: Actor, sessionId: string, denominations: Denominations): Promise<CountOutcome> {
    const { cashTolerance } = await this.houses.find(actor.venueId);
    return this.transactions.once(once, (tx) => this.count(tx, actor, sessionId, denominations, cashTolerance));
  }

  private async count(
    tx: Transaction,
    actor: Actor,
    sessionId: string,
    denominations: Denominations,
    tolerance: number,
  ): Promise<CountOutcome> {
    const session = await this.sessions.lock(tx, actor.venueId, sessionId);
    refuseStranger(session, actor);
    await this.cards.refuseWhileOpen(tx, sessionId);
    session.count(denominations, actor, this.clock.now());
    const figures = await this.sessions.figures(tx, sessionId);
    await this.sessions.keep(tx, session);
    return {
      status: session.facts.status,
      countAttempts: session.facts.countAttempts,
      recountAllowed: session.recountAllowed,
      needsSupervisor: exceeds(session.differenceFrom(figures), tolerance),
    };
  }
}
