import { Injectable } from '@nestjs/common';
import { DomainError, DomainEvent, Money, newId, Transaction } from '@libs/kernel';
import { sql, sqlOf, writeOutbox } from '@libs/platform';
import {
  CashMovement,
  DrawerFigures,
  OpeningPlace,
  RegisterSession,
  RegisterSessionRepository,
  SessionFacts,
} from '../domain';
import { SessionTotalsQuery } from './session-totals';
import { CashMovementTable, HandoverTable, RegisterSessionRow, RegisterSessionTable } from './tables';

/** The night cannot begin to close while a session is being opened in it: closing it waits for this lock. */
const PLACE = sql(
  'sales.place_to_open',
  `SELECT r.id, r.suggested_float, n.id AS night_id
   FROM sales.registers r
   LEFT JOIN LATERAL (
     SELECT id FROM nights.nights WHERE venue_id = $2 AND status = 'OPEN' FOR SHARE
   ) n ON true
   WHERE r.id = $1 AND r.venue_id = $2 AND r.is_active`,
);
const HOLDER = sql(
  'sales.holder_of_register',
  `SELECT e.name FROM sales.register_sessions s JOIN staff.employees e ON e.id = s.employee_id
   WHERE s.register_id = $1 AND s.status <> 'CLOSED'`,
);
const NEXT_Z = sql(
  'sales.next_z_number',
  'UPDATE sales.registers SET last_z_number = last_z_number + 1 WHERE id = $1 RETURNING last_z_number',
);

/** {@link RegisterSessionRepository} with TypeORM. */
@Injectable()
export class TypeormRegisterSessionRepository extends RegisterSessionRepository {
  constructor(private readonly totals: SessionTotalsQuery) {
    super();
  }

  async placeToOpen(tx: Transaction, venueId: string, registerId: string): Promise<OpeningPlace> {
    const [row] = await sqlOf(tx).rows<{ id: string; suggested_float: number; night_id: string | null }>(PLACE, [
      registerId,
      venueId,
    ]);
    if (!row) throw new DomainError('register.not_found', 'not_found');
    return { registerId: row.id, suggestedFloat: row.suggested_float, nightId: row.night_id };
  }

  async add(tx: Transaction, session: RegisterSession): Promise<void> {
    const { manager } = sqlOf(tx);
    const row = toRow(session.facts);
    // The unique index over open sessions decides between several at once; whoever loses is told who has the register.
    const inserted = await manager
      .createQueryBuilder()
      .insert()
      .into(RegisterSessionTable)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) {
      const [holder] = await sqlOf(tx).rows<{ name: string }>(HOLDER, [row.registerId]);
      throw new DomainError('register.already_open', 'conflict', { employeeName: holder?.name ?? null });
    }
    await writeOutbox(tx, session.pullEvents());
  }

  async lock(tx: Transaction, venueId: string, id: string): Promise<RegisterSession> {
    const row = await sqlOf(tx)
      .manager.getRepository(RegisterSessionTable)
      .createQueryBuilder('session')
      .setLock('pessimistic_write')
      .where('session.id = :id AND session.venueId = :venueId', { id, venueId })
      .getOne();
    if (!row) throw new DomainError('session.not_found', 'not_found');
    return RegisterSession.restore(toFacts(row));
  }

  async keep(tx: Transaction, session: RegisterSession): Promise<void> {
    const { id, ...row } = toRow(session.facts);
    await sqlOf(tx).manager.createQueryBuilder().update(RegisterSessionTable).set(row).where({ id }).execute();
    await writeOutbox(tx, session.pullEvents());
  }

  async addMovement(tx: Transaction, movement: CashMovement, events: readonly DomainEvent[]): Promise<void> {
    await sqlOf(tx).manager.insert(CashMovementTable, { ...movement, amount: movement.amount.pesos });
    await writeOutbox(tx, events);
  }

  async addHandOver(tx: Transaction, session: RegisterSession, fromEmployeeId: string, at: Date): Promise<void> {
    await sqlOf(tx).manager.insert(HandoverTable, {
      id: newId(at.getTime()),
      sessionId: session.facts.id,
      fromEmployeeId,
      toEmployeeId: session.facts.employeeId,
      handedOverAt: at,
    });
    await this.keep(tx, session);
  }

  figures(tx: Transaction, sessionId: string): Promise<DrawerFigures> {
    return this.totals.drawer(sqlOf(tx), sessionId);
  }

  async nextZNumber(tx: Transaction, registerId: string): Promise<number> {
    const [row] = await sqlOf(tx).rows<{ last_z_number: number }>(NEXT_Z, [registerId]);
    if (!row) throw new DomainError('register.not_found', 'not_found');
    return row.last_z_number;
  }
}

function toRow(facts: SessionFacts): RegisterSessionRow {
  const { float, count, close, ...same } = facts;
  return {
    ...same,
    floatAmount: float.amount.pesos,
    floatDenominations: float.denominations,
    countedDenominations: count?.denominations ?? null,
    countedAmount: count?.amount.pesos ?? null,
    countedAt: count?.at ?? null,
    result: close?.result ?? null,
    expectedCash: close?.expectedCash.pesos ?? null,
    cashDifference: close?.difference.pesos ?? null,
    closeNote: close?.note ?? null,
    signedBy: close?.signedBy ?? null,
    zNumber: close?.zNumber ?? null,
    closedAt: close?.at ?? null,
    closedBy: close?.by ?? null,
  };
}

function toFacts(row: RegisterSessionRow): SessionFacts {
  return {
    id: row.id,
    venueId: row.venueId,
    registerId: row.registerId,
    nightId: row.nightId,
    employeeId: row.employeeId,
    openedBy: row.openedBy,
    deviceId: row.deviceId,
    status: row.status,
    openedAt: row.openedAt,
    float: { denominations: row.floatDenominations, amount: Money.of(row.floatAmount) },
    count:
      row.countedAt && row.countedAmount !== null
        ? { denominations: row.countedDenominations ?? {}, amount: Money.of(row.countedAmount), at: row.countedAt }
        : null,
    countAttempts: row.countAttempts,
    close: toClose(row),
  };
}

function toClose(row: RegisterSessionRow): SessionFacts['close'] {
  if (row.closedAt === null) return null;
  return {
    at: row.closedAt,
    by: row.closedBy ?? '',
    result: row.result ?? [],
    expectedCash: Money.of(row.expectedCash ?? 0),
    difference: Money.of(row.cashDifference ?? 0),
    note: row.closeNote,
    signedBy: row.signedBy,
    zNumber: row.zNumber ?? 0,
  };
}
