import { Injectable } from '@nestjs/common';
import { Actor, DomainError } from '@libs/kernel';
import { Database, Page, readCursor, sql, toPage } from '@libs/platform';
import { PaymentMethod, SaleView } from '../application';
import { SqlSaleReader } from './sale-reader';

export interface SaleListRow {
  readonly id: string;
  readonly placedAt: string;
  readonly registerName: string;
  readonly employeeName: string;
  readonly totalAmount: number;
  readonly methods: readonly PaymentMethod[];
  readonly itemCount: number;
  readonly displayCode: string | null;
  readonly isCancelled: boolean;
  readonly isCourtesy: boolean;
  readonly isTest: boolean;
}

export interface SaleFilter {
  readonly nightId?: string | undefined;
  readonly registerSessionId?: string | undefined;
  readonly employeeId?: string | undefined;
  /** A ticket's display code or number, or part of a product's name or of a voucher's number. */
  readonly q?: string | undefined;
  readonly state: 'all' | 'cancelled' | 'courtesy';
}

interface Row {
  id: string;
  placed_at: Date;
  cursor_at: string;
  register_name: string;
  employee_name: string;
  total_amount: number;
  methods: PaymentMethod[];
  item_count: number;
  display_code: string | null;
  is_cancelled: boolean;
  is_courtesy: boolean;
  is_test: boolean;
}

const SESSION_OWNER = sql(
  'sales.session_owner',
  'SELECT employee_id FROM sales.register_sessions WHERE id = $1 AND venue_id = $2',
);
/** The night that is on, else the last one: a list without a night would walk through all of them. */
const LATEST_NIGHT = sql(
  'sales.latest_night',
  `SELECT id FROM nights.nights WHERE venue_id = $1 AND opened_at IS NOT NULL ORDER BY opened_at DESC LIMIT 1`,
);

/** Fewer digits are in too many vouchers' numbers to mean one. */
const MIN_VOUCHER_DIGITS = 4;

/** Sales as lists and details want them. */
@Injectable()
export class SaleQueries {
  constructor(
    private readonly database: Database,
    private readonly reader: SqlSaleReader,
  ) {}

  /**
   * Newest first; without a night or session of the latest night. Who may not read all sales names their own session.
   * @throws DomainError `session.not_yours` (forbidden), `session.not_found`, `input.cursor`
   */
  async list(
    actor: Actor,
    filter: SaleFilter,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<SaleListRow>> {
    await this.refuseStranger(actor, filter.registerSessionId);
    const nightId = filter.nightId ?? (filter.registerSessionId ? undefined : await this.latestNight(actor.venueId));
    const after = readCursor(page.cursor, 2);
    const { text, name, values } = buildList({ ...filter, nightId }, actor.venueId, after, page.limit + 1);
    const rows = await this.database.rows<Row>(sql(name, text), values);
    const { items, nextCursor } = toPage(rows, page.limit, (row) => [row.cursor_at, row.id]);
    return { items: items.map(toListRow), nextCursor };
  }

  /** @throws DomainError `sale.not_found`; `sale.not_yours` (forbidden) for a stranger */
  async one(actor: Actor, id: string): Promise<SaleView> {
    const { sale, sessionEmployeeId } = await this.reader.read(this.database, actor.venueId, id);
    const isOwn = [sale.employee.id, sessionEmployeeId].includes(actor.employeeId);
    if (!isOwn && !actor.permissions.has('sale.read')) throw new DomainError('sale.not_yours', 'forbidden');
    return sale;
  }

  private async refuseStranger(actor: Actor, sessionId: string | undefined): Promise<void> {
    if (actor.permissions.has('sale.read')) return;
    if (sessionId === undefined) throw new DomainError('session.not_yours', 'forbidden');
    const [row] = await this.database.rows<{ employee_id: string }>(SESSION_OWNER, [sessionId, actor.venueId]);
    if (!row) throw new DomainError('session.not_found', 'not_found');
    if (row.employee_id !== actor.employeeId) throw new DomainError('session.not_yours', 'forbidden');
  }

  private async latestNight(venueId: string): Promise<string | undefined> {
    return (await this.database.rows<{ id: string }>(LATEST_NIGHT, [venueId]))[0]?.id;
  }
}

/** Each combination of filters is a statement of its own, so that each gets the index that fits it. */
function buildList(
  filter: SaleFilter,
  venueId: string,
  after: readonly (string | number)[] | undefined,
  limit: number,
): { name: string; text: string; values: unknown[] } {
  const values: unknown[] = [venueId];
  const shape: string[] = [];
  const conditions = ['sale.venue_id = $1'];
  const add = (part: string, condition: (place: string) => string, value: unknown): void => {
    values.push(value);
    shape.push(part);
    conditions.push(condition(`$${values.length}`));
  };
  if (filter.registerSessionId) add('session', (at) => `sale.register_session_id = ${at}`, filter.registerSessionId);
  if (filter.nightId) add('night', (at) => `sale.night_id = ${at}`, filter.nightId);
  if (filter.employeeId) add('employee', (at) => `sale.employee_id = ${at}`, filter.employeeId);
  const [, letters, number] = /^([a-z]{2,5} ?)?(\d{1,15})$/i.exec(filter.q ?? '') ?? [];
  const mayBeVoucher = letters === undefined && (number?.length ?? 0) >= MIN_VOUCHER_DIGITS;
  if (number && mayBeVoucher) add('number', (at) => `(${ticket(at)} OR ${voucher(`${at}::text`)})`, number);
  else if (number) add('ticket', ticket, number);
  else if (filter.q) add('text', (at) => `(${product(at)} OR ${voucher(at)})`, filter.q);
  if (filter.state !== 'all') {
    shape.push(filter.state);
    conditions.push(filter.state === 'cancelled' ? 'sale.is_cancelled' : 'sale.is_courtesy');
  }
  if (after) {
    values.push(after[0], after[1]);
    shape.push('after');
    conditions.push(`(sale.placed_at, sale.id) < ($${values.length - 1}::timestamptz, $${values.length}::uuid)`);
  }
  values.push(limit);
  return { name: `sales.list.${shape.join('.')}`, text: listText(conditions, values.length), values };
}

/** The rows are chosen first: what is counted and listed a sale is looked up for those that are shown only. */
function listText(conditions: readonly string[], limitAt: number): string {
  return `SELECT sale.id, sale.placed_at, sale.placed_at::text AS cursor_at, r.name AS register_name,
     e.name AS employee_name, sale.total_amount, sale.is_cancelled, sale.is_courtesy, sale.is_test,
     ARRAY(SELECT DISTINCT method FROM sales.sale_payments WHERE sale_id = sale.id ORDER BY method) AS methods,
     (SELECT coalesce(sum(qty), 0)::int FROM sales.sale_lines WHERE sale_id = sale.id) AS item_count, sale.display_code
   FROM (
     SELECT sale.*, v.ticket_prefix || ' ' || t.display_number AS display_code
     FROM sales.sales sale
     JOIN nights.venues v ON v.id = sale.venue_id
     LEFT JOIN tickets.tickets t ON t.sale_id = sale.id
     WHERE ${conditions.join(' AND ')}
     ORDER BY sale.placed_at DESC, sale.id DESC LIMIT $${limitAt}
   ) sale
   JOIN sales.register_sessions s ON s.id = sale.register_session_id
   JOIN sales.registers r ON r.id = s.register_id
   JOIN staff.employees e ON e.id = sale.employee_id
   ORDER BY sale.placed_at DESC, sale.id DESC`;
}

const ticket = (at: string): string => `t.display_number = ${at}::text::bigint`;
const product = (at: string): string =>
  `EXISTS (SELECT FROM sales.sale_lines l WHERE l.sale_id = sale.id AND strpos(lower(l.product_name), lower(${at})) > 0)`;
const voucher = (at: string): string =>
  `EXISTS (SELECT FROM sales.sale_payments p WHERE p.sale_id = sale.id AND strpos(p.reference, ${at}) > 0)`;

function toListRow(row: Row): SaleListRow {
  return {
    id: row.id,
    placedAt: row.placed_at.toISOString(),
    registerName: row.register_name,
    employeeName: row.employee_name,
    totalAmount: row.total_amount,
    methods: row.methods,
    itemCount: row.item_count,
    displayCode: row.display_code,
    isCancelled: row.is_cancelled,
    isCourtesy: row.is_courtesy,
    isTest: row.is_test,
  };
}
