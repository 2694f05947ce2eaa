import { Injectable } from '@nestjs/common';
import { Actor, DomainError, Transaction } from '@libs/kernel';
import { sql, sqlOf } from '@libs/platform';
import { RegisterSessionReader, RegisterType, SessionStatus, SessionTotals, SessionView } from '../application';
import { MAX_COUNTS } from '../domain';
import { Reads, SessionTotalsQuery } from './session-totals';

/** Columns of a session as people see it, without totals. */
export const SESSION_COLUMNS = `s.id, s.register_id, r.name AS register_name, r.place, r.type, s.night_id, s.employee_id,
     e.name AS employee_name, s.status, s.opened_at, s.float_amount, s.count_attempts, s.closed_at, s.z_number`;
export const SESSION_TABLES = `sales.register_sessions s
   JOIN sales.registers r ON r.id = s.register_id
   JOIN staff.employees e ON e.id = s.employee_id`;

const SESSION = sql(
  'sales.session_view',
  `SELECT ${SESSION_COLUMNS} FROM ${SESSION_TABLES} WHERE s.id = $1 AND s.venue_id = $2`,
);

export interface SessionViewRow {
  id: string;
  register_id: string;
  register_name: string;
  place: string;
  type: RegisterType;
  night_id: string;
  employee_id: string;
  employee_name: string;
  status: SessionStatus;
  opened_at: Date;
  float_amount: number;
  count_attempts: number;
  closed_at: Date | null;
  z_number: number | null;
}

/** A session, with its totals only for who may see them: everybody else counts blind, and sees them once the count stands. */
@Injectable()
export class SqlRegisterSessionReader extends RegisterSessionReader {
  constructor(private readonly totals: SessionTotalsQuery) {
    super();
  }

  view(tx: Transaction, actor: Actor, sessionId: string): Promise<SessionView> {
    return this.read(sqlOf(tx), actor, sessionId);
  }

  /** @throws DomainError `session.not_found` */
  async read(reads: Reads, actor: Actor, sessionId: string): Promise<SessionView> {
    const [row] = await reads.rows<SessionViewRow>(SESSION, [sessionId, actor.venueId]);
    if (!row) throw new DomainError('session.not_found', 'not_found');
    return this.show(reads, actor, row);
  }

  async show(reads: Reads, actor: Actor, row: SessionViewRow): Promise<SessionView> {
    const stands = row.status === 'CLOSED' || (row.status === 'PENDING_CLOSE' && row.count_attempts >= MAX_COUNTS);
    const maySee = actor.permissions.has('session.see_expected') || (stands && row.employee_id === actor.employeeId);
    return toSessionView(row, maySee ? await this.totals.totals(reads, row.id) : null);
  }
}

export function toSessionView(row: SessionViewRow, totals: SessionTotals | null): SessionView {
  return {
    id: row.id,
    register: { id: row.register_id, name: row.register_name, place: row.place, type: row.type },
    nightId: row.night_id,
    employee: { id: row.employee_id, name: row.employee_name },
    status: row.status,
    openedAt: row.opened_at.toISOString(),
    floatAmount: row.float_amount,
    countAttempts: row.count_attempts,
    closedAt: row.closed_at?.toISOString() ?? null,
    zNumber: row.z_number,
    totals,
  };
}
