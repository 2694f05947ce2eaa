import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { sql, sqlOf } from '@libs/platform';
import { NewSession, SessionRepository } from '../domain';

const END_EARLIER = sql(
  'staff.end_earlier_session',
  `UPDATE staff.sessions SET revoked_at = $3 WHERE device_id = $1 AND station = $2 AND revoked_at IS NULL`,
);
const OPEN = sql(
  'staff.open_session',
  `INSERT INTO staff.sessions
     (token_hash, id, venue_id, employee_id, device_id, kind, station, bar_id, created_at, last_seen_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
);
const LOCK = sql(
  'staff.lock_session',
  'UPDATE staff.sessions SET locked_at = $2 WHERE id = $1 AND locked_at IS NULL AND revoked_at IS NULL',
);
const UNLOCK = sql(
  'staff.unlock_session',
  'UPDATE staff.sessions SET locked_at = NULL WHERE id = $1 AND locked_at IS NOT NULL AND revoked_at IS NULL',
);
const END = sql('staff.end_session', 'UPDATE staff.sessions SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL');
const END_ADMIN = sql(
  'staff.end_admin_sessions',
  `UPDATE staff.sessions SET revoked_at = $3
   WHERE employee_id = $1 AND kind = 'admin' AND revoked_at IS NULL AND id IS DISTINCT FROM $2::uuid`,
);

@Injectable()
export class SqlSessionRepository extends SessionRepository {
  async open(tx: Transaction, tokenHash: Buffer, session: NewSession): Promise<void> {
    const { id, venueId, employeeId, deviceId, kind, station, barId, createdAt } = session;
    if (deviceId) await sqlOf(tx).rows(END_EARLIER, [deviceId, station, createdAt]);
    await sqlOf(tx).rows(OPEN, [tokenHash, id, venueId, employeeId, deviceId, kind, station, barId, createdAt]);
  }

  async lock(tx: Transaction, sessionId: string, at: Date): Promise<boolean> {
    return (await sqlOf(tx).count(LOCK, [sessionId, at])) > 0;
  }

  async unlock(tx: Transaction, sessionId: string): Promise<boolean> {
    return (await sqlOf(tx).count(UNLOCK, [sessionId])) > 0;
  }

  async end(tx: Transaction, sessionId: string, at: Date): Promise<void> {
    await sqlOf(tx).rows(END, [sessionId, at]);
  }

  async endAdminSessions(tx: Transaction, employeeId: string, exceptId: string | null, at: Date): Promise<void> {
    await sqlOf(tx).rows(END_ADMIN, [employeeId, exceptId, at]);
  }
}
