import { Transaction } from '@libs/kernel';
import { SessionKind, Station } from './station';

export interface NewSession {
  readonly id: string;
  readonly venueId: string;
  readonly employeeId: string;
  readonly deviceId: string | null;
  readonly kind: SessionKind;
  readonly station: Station;
  readonly barId: string | null;
  readonly createdAt: Date;
}

/** Keeps sessions by the hash of their secret. */
export abstract class SessionRepository {
  /** Also ends the session that was open at this station of this tablet: its cookie is gone. */
  abstract open(tx: Transaction, tokenHash: Buffer, session: NewSession): Promise<void>;
  /** @returns false when it was locked already or has ended */
  abstract lock(tx: Transaction, sessionId: string, at: Date): Promise<boolean>;
  /** @returns false when it was not locked or has ended */
  abstract unlock(tx: Transaction, sessionId: string): Promise<boolean>;
  abstract end(tx: Transaction, sessionId: string, at: Date): Promise<void>;
  /** Ends a person's sessions in the back office, but for one. */
  abstract endAdminSessions(tx: Transaction, employeeId: string, exceptId: string | null, at: Date): Promise<void>;
}
