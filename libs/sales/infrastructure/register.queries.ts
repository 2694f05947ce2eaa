import { Injectable } from '@nestjs/common';
import { Actor, DomainError } from '@libs/kernel';
import { Database, sql } from '@libs/platform';
import { CardProvider, PaymentMethod, RegisterType, SessionStatus } from '../domain';

export interface RegisterView {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly type: RegisterType;
  readonly locationId: string;
  readonly allowedCategoryIds: readonly string[];
  readonly allowedMethods: readonly PaymentMethod[];
  readonly primaryProvider: CardProvider | null;
  readonly backupProvider: CardProvider | null;
  readonly isTest: boolean;
  readonly suggestedFloat: number;
  readonly printerHost: string | null;
  readonly printerPort: number;
  readonly isActive: boolean;
  readonly openSession: {
    readonly id: string;
    readonly employee: { readonly id: string; readonly name: string };
    readonly openedAt: string;
    readonly status: SessionStatus;
    readonly isMine: boolean;
  } | null;
  readonly lastClose: {
    readonly closedAt: string;
    readonly employeeName: string;
    readonly countedAmount: number;
  } | null;
}

const LIST = sql(
  'sales.registers',
  `SELECT r.id, r.name, r.place, r.type, r.location_id, r.allowed_category_ids, r.allowed_methods, r.primary_provider,
     r.backup_provider, r.is_test, r.suggested_float, r.printer_host, r.printer_port, r.is_active,
     s.id AS session_id, s.employee_id, se.name AS employee_name, s.opened_at, s.status,
     c.closed_at, c.counted_amount, ce.name AS closed_employee_name
   FROM sales.registers r
   LEFT JOIN sales.register_sessions s ON s.register_id = r.id AND s.status <> 'CLOSED'
   LEFT JOIN staff.employees se ON se.id = s.employee_id
   LEFT JOIN LATERAL (
     SELECT closed_at, counted_amount, employee_id FROM sales.register_sessions
     WHERE register_id = r.id AND z_number IS NOT NULL ORDER BY z_number DESC LIMIT 1
   ) c ON true
   LEFT JOIN staff.employees ce ON ce.id = c.employee_id
   WHERE r.venue_id = $1 AND ($2::uuid IS NULL OR r.id = $2)
   ORDER BY r.name`,
);

interface Row {
  id: string;
  name: string;
  place: string;
  type: RegisterType;
  location_id: string;
  allowed_category_ids: string[];
  allowed_methods: PaymentMethod[];
  primary_provider: CardProvider | null;
  backup_provider: CardProvider | null;
  is_test: boolean;
  suggested_float: number;
  printer_host: string | null;
  printer_port: number;
  is_active: boolean;
  session_id: string | null;
  employee_id: string;
  employee_name: string;
  opened_at: Date;
  status: SessionStatus;
  closed_at: Date | null;
  counted_amount: number;
  closed_employee_name: string;
}

/** Tills, who has them, and how they were left. */
@Injectable()
export class RegisterQueries {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<RegisterView[]> {
    return (await this.database.rows<Row>(LIST, [actor.venueId, null])).map((row) => toView(row, actor));
  }

  /** @throws DomainError `register.not_found` */
  async one(actor: Actor, id: string): Promise<RegisterView> {
    const [row] = await this.database.rows<Row>(LIST, [actor.venueId, id]);
    if (!row) throw new DomainError('register.not_found', 'not_found');
    return toView(row, actor);
  }
}

function toView(row: Row, actor: Actor): RegisterView {
  return {
    id: row.id,
    name: row.name,
    place: row.place,
    type: row.type,
    locationId: row.location_id,
    allowedCategoryIds: row.allowed_category_ids,
    allowedMethods: row.allowed_methods,
    primaryProvider: row.primary_provider,
    backupProvider: row.backup_provider,
    isTest: row.is_test,
    suggestedFloat: row.suggested_float,
    printerHost: row.printer_host,
    printerPort: row.printer_port,
    isActive: row.is_active,
    openSession: row.session_id === null ? null : openSession(row, row.session_id, actor),
    lastClose: row.closed_at && {
      closedAt: row.closed_at.toISOString(),
      employeeName: row.closed_employee_name,
      countedAmount: row.counted_amount,
    },
  };
}

function openSession(row: Row, id: string, actor: Actor): RegisterView['openSession'] {
  return {
    id,
    employee: { id: row.employee_id, name: row.employee_name },
    openedAt: row.opened_at.toISOString(),
    status: row.status,
    isMine: row.employee_id === actor.employeeId,
  };
}
