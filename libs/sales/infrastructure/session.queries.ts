import { Injectable } from '@nestjs/common';
import { Actor, DomainError } from '@libs/kernel';
import { Database, Page, readCursor, sql, toPage } from '@libs/platform';
import { CashMovementKind, Denominations, MovementView, SessionTotals, SessionView } from '../application';
import { SESSION_COLUMNS, SESSION_TABLES, SessionViewRow, SqlRegisterSessionReader } from './session-reader';
import { SessionTotalsQuery } from './session-totals';

/** The venue's newest session that is not closed and belongs to this person. */
const MINE = sql(
  'sales.my_session',
  `SELECT ${SESSION_COLUMNS} FROM ${SESSION_TABLES}
   WHERE s.venue_id = $1 AND s.employee_id = $2 AND s.status <> 'CLOSED' ORDER BY s.opened_at DESC, s.id DESC LIMIT 1`,
);
const LIST = sql(
  'sales.sessions',
  `SELECT ${SESSION_COLUMNS} FROM ${SESSION_TABLES}
   WHERE s.venue_id = $1 AND ($2::uuid IS NULL OR s.night_id = $2) AND ($3::text IS NULL OR s.status = $3)
     AND ($4::uuid IS NULL OR s.id < $4)
   ORDER BY s.id DESC LIMIT $5`,
);
const MOVEMENTS = sql(
  'sales.cash_movements',
  `SELECT m.id, m.kind, m.amount, m.reason, m.employee_id, e.name, m.created_at
   FROM sales.cash_movements m JOIN staff.employees e ON e.id = m.employee_id
   WHERE m.session_id = $1 ORDER BY m.id`,
);
const PRODUCTS = sql(
  'sales.products_of_session',
  `SELECT l.product_name AS name, sum(l.qty)::int AS qty,
     sum(CASE WHEN sale.is_courtesy THEN 0 ELSE l.total_amount END)::bigint AS amount
   FROM sales.sales sale JOIN sales.sale_lines l ON l.sale_id = sale.id
   WHERE sale.register_session_id = $1 AND NOT sale.is_cancelled
   GROUP BY l.product_id, l.product_name ORDER BY amount DESC, name`,
);
/** The last entry of the session's own chain: printed on its report, it nails the chain down on paper. */
const AUDIT_HEAD = sql(
  'sales.audit_head',
  `SELECT encode(hash, 'hex') AS hash FROM audit.entries
   WHERE venue_id = $2 AND register_session_id = $1 AND chain = $3 ORDER BY position DESC LIMIT 1`,
);

/** What was counted when it opened and closed, and who stands for it. */
const COUNTS = sql(
  'sales.counts_of_session',
  `SELECT s.float_denominations, s.counted_denominations, s.close_note, closer.name AS closed_by, signer.name AS signed_by
   FROM sales.register_sessions s
   LEFT JOIN staff.employees closer ON closer.id = s.closed_by
   LEFT JOIN staff.employees signer ON signer.id = s.signed_by
   WHERE s.id = $1`,
);

/** The drawer in notes and coins, and the names under the close. */
export interface SessionCounts {
  readonly float: Denominations;
  readonly counted: Denominations | null;
  readonly closedBy: string | null;
  /** Who else stands for the difference. */
  readonly signedBy: string | null;
  readonly note: string | null;
}

export interface SessionReport {
  /** X while it is open, Z once it is closed. */
  readonly kind: 'X' | 'Z';
  readonly session: SessionView;
  readonly totals: SessionTotals;
  readonly counts: SessionCounts;
  readonly cashMovements: readonly MovementView[];
  readonly products: readonly { readonly name: string; readonly qty: number; readonly amount: number }[];
  readonly auditHead: string | null;
}

interface MovementRow {
  id: string;
  kind: CashMovementKind;
  amount: number;
  reason: string;
  employee_id: string;
  name: string;
  created_at: Date;
}

interface CountsRow {
  float_denominations: Denominations;
  counted_denominations: Denominations | null;
  close_note: string | null;
  closed_by: string | null;
  signed_by: string | null;
}

/** Register sessions as screens want them. */
@Injectable()
export class SessionQueries {
  constructor(
    private readonly database: Database,
    private readonly reader: SqlRegisterSessionReader,
    private readonly totals: SessionTotalsQuery,
  ) {}

  async mine(actor: Actor): Promise<SessionView | null> {
    const [row] = await this.database.rows<SessionViewRow>(MINE, [actor.venueId, actor.employeeId]);
    return row ? this.reader.show(this.database, actor, row) : null;
  }

  /** Newest first. */
  async list(
    actor: Actor,
    filter: { readonly nightId?: string | undefined; readonly status?: string | undefined },
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<SessionView>> {
    const [before] = readCursor(page.cursor, 1) ?? [];
    const rows = await this.database.rows<SessionViewRow>(LIST, [
      actor.venueId,
      filter.nightId ?? null,
      filter.status ?? null,
      before ?? null,
      page.limit + 1,
    ]);
    const { items, nextCursor } = toPage(rows, page.limit, (row) => [row.id]);
    const shown: SessionView[] = [];
    for (const row of items) shown.push(await this.reader.show(this.database, actor, row));
    return { items: shown, nextCursor };
  }

  /** @throws DomainError `session.not_found`; `session.not_yours` (forbidden) for a stranger */
  async one(actor: Actor, id: string): Promise<SessionView> {
    const session = await this.reader.read(this.database, actor, id);
    if (session.employee.id !== actor.employeeId && !actor.permissions.has('report.read')) {
      throw new DomainError('session.not_yours', 'forbidden');
    }
    return session;
  }

  /** @throws like {@link one} */
  async movements(actor: Actor, id: string): Promise<MovementView[]> {
    await this.one(actor, id);
    return this.movementsOf(id);
  }

  /** @throws DomainError `session.not_found` */
  async report(actor: Actor, id: string): Promise<SessionReport> {
    const session = await this.reader.read(this.database, actor, id);
    const [totals, counts, cashMovements, products, heads] = await Promise.all([
      this.totals.totals(this.database, id),
      this.countsOf(id),
      this.movementsOf(id),
      this.database.rows<{ name: string; qty: number; amount: number }>(PRODUCTS, [id]),
      this.database.rows<{ hash: string }>(AUDIT_HEAD, [id, actor.venueId, `session:${id}`]),
    ]);
    const kind = session.status === 'CLOSED' ? 'Z' : 'X';
    return { kind, session, totals, counts, cashMovements, products, auditHead: heads[0]?.hash ?? null };
  }

  private async countsOf(id: string): Promise<SessionCounts> {
    const [row] = await this.database.rows<CountsRow>(COUNTS, [id]);
    if (!row) throw new DomainError('session.not_found', 'not_found');
    return {
      float: row.float_denominations,
      counted: row.counted_denominations,
      closedBy: row.closed_by,
      signedBy: row.signed_by,
      note: row.close_note,
    };
  }

  private async movementsOf(id: string): Promise<MovementView[]> {
    const rows = await this.database.rows<MovementRow>(MOVEMENTS, [id]);
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      amount: row.amount,
      reason: row.reason,
      employee: { id: row.employee_id, name: row.name },
      createdAt: row.created_at.toISOString(),
    }));
  }
}
