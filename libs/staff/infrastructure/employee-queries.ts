import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '@libs/kernel';
import { cursorAs, Database, Page, sql, text, toPage, uuid } from '@libs/platform';
import { ADMIN_IDLE_MS, BankDetails, Role, STAFF_AGE_MS } from '../domain';

// $2 and $3: sessions older than these are over.
const VIEW = `SELECT e.id, e.name, e.rut, e.email, e.phone, e.birth_date, e.bank_name, e.bank_account_type,
     e.bank_account_number, e.roles, e.is_active, e.pin_hash IS NOT NULL AS has_pin, e.pin_locked_until, e.pin_needs_unlock,
     a.username, (SELECT count(*) FROM staff.sessions s WHERE s.employee_id = e.id AND s.revoked_at IS NULL
       AND CASE s.kind WHEN 'admin' THEN s.last_seen_at > $2 ELSE s.created_at > $3 END) AS session_count
   FROM staff.employees e LEFT JOIN staff.admin_accounts a ON a.employee_id = e.id
   WHERE e.venue_id = $1`;
const ONE = sql('staff.employee_view', `${VIEW} AND e.id = $4`);
const LIST = sql(
  'staff.list_employees',
  `${VIEW} AND ($4::text IS NULL OR $4 = ANY(e.roles)) AND ($5::boolean IS NULL OR e.is_active = $5)
     AND ($6::text IS NULL OR e.name ILIKE $6 OR e.rut ILIKE $6)
     AND ($8::uuid IS NULL OR (e.name, e.id) > ($7::text, $8::uuid))
   ORDER BY e.name, e.id LIMIT $9`,
);

interface EmployeeRow {
  id: string;
  name: string;
  rut: string | null;
  email: string | null;
  phone: string | null;
  birth_date: string | null;
  bank_name: string | null;
  bank_account_type: string | null;
  bank_account_number: string | null;
  roles: Role[];
  is_active: boolean;
  has_pin: boolean;
  pin_locked_until: Date | null;
  pin_needs_unlock: boolean;
  username: string | null;
  session_count: number;
}

/** A person as the back office shows them. */
export interface EmployeeView {
  readonly id: string;
  readonly name: string;
  readonly rut: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly birthDate: string | null;
  readonly bank: BankDetails | null;
  readonly roles: readonly Role[];
  readonly isActive: boolean;
  readonly hasPin: boolean;
  readonly pinLockedUntil: Date | null;
  readonly pinNeedsUnlock: boolean;
  readonly adminUsername: string | null;
  readonly sessionCount: number;
}

export interface EmployeeFilter {
  readonly role?: Role | undefined;
  readonly active?: boolean | undefined;
  /** Part of the name or RUT. */
  readonly q?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** People by name. */
@Injectable()
export class EmployeeQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(venueId: string, { role, active, q, limit, cursor }: EmployeeFilter): Promise<Page<EmployeeView>> {
    const [name, id] = cursorAs(cursor, [text(200), uuid]) ?? [null, null];
    const pattern = q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    const filter = [role ?? null, active ?? null, pattern, name, id, limit + 1];
    const rows = await this.database.rows<EmployeeRow>(LIST, [venueId, ...this.ends(), ...filter]);
    const now = this.clock.now();
    return toPage(
      rows.map((row) => toView(row, now)),
      limit,
      (person) => [person.name, person.id],
    );
  }

  /** @throws DomainError `staff.employee_unknown` */
  async one(venueId: string, id: string): Promise<EmployeeView> {
    const [row] = await this.database.rows<EmployeeRow>(ONE, [venueId, ...this.ends(), id]);
    if (!row) throw new DomainError('staff.employee_unknown', 'not_found');
    return toView(row, this.clock.now());
  }

  private ends(): [Date, Date] {
    const now = this.clock.now().getTime();
    return [new Date(now - ADMIN_IDLE_MS), new Date(now - STAFF_AGE_MS)];
  }
}

function toView(row: EmployeeRow, now: Date): EmployeeView {
  const { bank_name: bankName, bank_account_type: accountType, bank_account_number: accountNumber } = row;
  const isLocked = row.pin_locked_until !== null && row.pin_locked_until > now;
  return {
    id: row.id,
    name: row.name,
    rut: row.rut,
    email: row.email,
    phone: row.phone,
    birthDate: row.birth_date,
    bank:
      bankName === null ? null : { name: bankName, accountType: accountType ?? '', accountNumber: accountNumber ?? '' },
    roles: row.roles,
    isActive: row.is_active,
    hasPin: row.has_pin,
    pinLockedUntil: isLocked ? row.pin_locked_until : null,
    pinNeedsUnlock: row.pin_needs_unlock,
    adminUsername: row.username,
    sessionCount: row.session_count,
  };
}
