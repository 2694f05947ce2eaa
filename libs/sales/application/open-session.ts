import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, Once, Transaction, Transactions } from '@libs/kernel';
import {
  amountOf,
  Denominations,
  exceeds,
  floatDifference,
  RegisterSession,
  RegisterSessionRepository,
} from '../domain';
import { Approvals, Houses } from './ports';
import { RegisterSessionReader, SessionView } from './session-view';

export interface OpenSessionInput {
  readonly registerId: string;
  readonly denominations: Denominations;
  readonly reason?: string | undefined;
  readonly stepUpToken?: string | undefined;
}

/** Takes a register into one's hands with a counted float. One session a register, whoever asks at the same time. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sessions: RegisterSessionRepository,
    private readonly reader: RegisterSessionReader,
    private readonly approvals: Approvals,
    private readonly houses: Houses,
  ) {}

  /**
   * @throws DomainError `register.not_found`, `night.not_open`, `register.already_open`, `register.float_differs`,
   *   `session.needs_supervisor` (conflict), `step_up.invalid` (forbidden)
   */
  async execute(once: Once, actor: Actor, ask: OpenSessionInput): Promise<SessionView> {
    const { floatTolerance } = await this.houses.find(actor.venueId);
    return this.transactions.once(once, (tx) => this.open(tx, actor, ask, floatTolerance));
  }

  private async open(
    tx: Transaction,
    actor: Actor,
    ask: OpenSessionInput,
    floatTolerance: number,
  ): Promise<SessionView> {
    const { registerId, suggestedFloat, nightId } = await this.sessions.placeToOpen(tx, actor.venueId, ask.registerId);
    if (nightId === null) throw new DomainError('night.not_open', 'conflict');
    const difference = floatDifference(amountOf(ask.denominations), suggestedFloat);
    const needsSignature = ask.reason !== undefined && exceeds(difference, floatTolerance);
    const session = RegisterSession.open({
      registerId,
      nightId,
      suggestedFloat,
      denominations: ask.denominations,
      reason: ask.reason ?? null,
      authorizedBy: needsSignature ? await this.sign(tx, actor, ask.stepUpToken) : null,
      actor,
      now: this.clock.now(),
    });
    await this.sessions.add(tx, session);
    return this.reader.view(tx, actor, session.facts.id);
  }

  private sign(tx: Transaction, actor: Actor, token: string | undefined): Promise<string> {
    if (token === undefined) throw new DomainError('session.needs_supervisor', 'conflict');
    return this.approvals.use(tx, token, 'session.sign', actor);
  }
}
