import { DomainEvent, Transaction } from '@libs/kernel';
import { CashMovement } from './cash-movement';
import { RegisterSession } from './register-session';
import { DrawerFigures } from './session-figures';

/** What opening a register needs to know. */
export interface OpeningPlace {
  readonly registerId: string;
  readonly suggestedFloat: number;
  /** The venue's OPEN night, held open until the transaction ends; null when there is none. */
  readonly nightId: string | null;
}

export abstract class RegisterSessionRepository {
  /** @throws DomainError `register.not_found` when unknown or out of use */
  abstract placeToOpen(tx: Transaction, venueId: string, registerId: string): Promise<OpeningPlace>;

  /** @throws DomainError `register.already_open` (conflict; facts employeeName) */
  abstract add(tx: Transaction, session: RegisterSession): Promise<void>;

  /**
   * The session, locked against sales and every other change until the transaction ends: sales under way are waited
   * for.
   * @throws DomainError `session.not_found`
   */
  abstract lock(tx: Transaction, venueId: string, id: string): Promise<RegisterSession>;

  /** Writes what changed in the session, and its events. */
  abstract keep(tx: Transaction, session: RegisterSession): Promise<void>;

  abstract addMovement(tx: Transaction, movement: CashMovement, events: readonly DomainEvent[]): Promise<void>;

  abstract addHandOver(tx: Transaction, session: RegisterSession, fromEmployeeId: string, at: Date): Promise<void>;

  /** Sums at this moment what lies behind the drawer. */
  abstract figures(tx: Transaction, sessionId: string): Promise<DrawerFigures>;

  /** The register's next Z number; it stays gapless because it is taken in the transaction that closes. */
  abstract nextZNumber(tx: Transaction, registerId: string): Promise<number>;
}
