import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, Money, Transaction } from '@libs/kernel';
import { CardProvider, RegisterSessionRepository, SaleRepository } from '../domain';

/** The till at which an order is paid that is no sale: a wallet's top-up. */
export interface ServingTill {
  readonly registerId: string;
  readonly nightId: string;
  readonly primaryProvider: CardProvider | null;
}

/**
 * Takes money at a till for what is no sale: it brings no revenue, and stands in the drawer all the same. In the caller's
 * transaction, which holds the session open.
 */
@Injectable()
export class ServeOrder {
  constructor(
    private readonly clock: Clock,
    private readonly sales: SaleRepository,
    private readonly sessions: RegisterSessionRepository,
  ) {}

  /**
   * @throws DomainError `session.not_found`, `session.not_yours` (forbidden), `session.not_open`, `session.is_test`,
   *   `night.not_open`, `sale.method_not_allowed` (conflict)
   */
  async till(tx: Transaction, actor: Actor, sessionId: string, method: 'cash' | 'card'): Promise<ServingTill> {
    const { session } = await this.sales.lookUp(tx, actor.venueId, sessionId, undefined);
    if (session.employeeId !== actor.employeeId) throw new DomainError('session.not_yours', 'forbidden');
    if (session.status !== 'OPEN') throw new DomainError('session.not_open', 'conflict', { status: session.status });
    // Nothing real comes of a test: not even a guest's balance.
    if (session.isTest) throw new DomainError('session.is_test', 'conflict');
    if (session.nightStatus !== 'OPEN') throw new DomainError('night.not_open', 'conflict');
    if (!session.allowedMethods.includes(method)) {
      throw new DomainError('sale.method_not_allowed', 'conflict', { method });
    }
    const { registerId, nightId, primaryProvider } = session;
    return { registerId, nightId, primaryProvider };
  }

  /**
   * Cash goes into the drawer: it is expected there at the close, as money put in.
   * @returns the movement's id
   * @throws DomainError those of {@link till}
   */
  async takeCash(
    tx: Transaction,
    actor: Actor,
    cash: { sessionId: string; amount: number; reason: string },
  ): Promise<string> {
    // Locked before anything is read of it: the drawer is counted before or after, never meanwhile.
    const session = await this.sessions.lock(tx, actor.venueId, cash.sessionId);
    await this.till(tx, actor, cash.sessionId, 'cash');
    const movement = session.moveCash('in', Money.of(cash.amount), cash.reason, null, actor, this.clock.now());
    await this.sessions.addMovement(tx, movement, session.pullEvents());
    return movement.id;
  }
}
