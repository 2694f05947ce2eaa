import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { Database, sql, sqlOf, violates, writeOutbox } from '@libs/platform';
import { Employee, EmployeeRepository, Role } from '../domain';

const COLUMNS = `id, venue_id, name, rut, email, phone, birth_date, bank_name, bank_account_type, bank_account_number,
  roles, is_active, pin_hash`;
const INSERT = sql(
  'staff.insert_employee',
  `INSERT INTO staff.employees (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);
const FIND = sql('staff.find_employee', `SELECT ${COLUMNS} FROM staff.employees WHERE venue_id = $1 AND id = $2`);
const LOCK = sql(
  'staff.lock_employee',
  `SELECT ${COLUMNS} FROM staff.employees WHERE venue_id = $1 AND id = $2 FOR UPDATE`,
);
// A new PIN starts without old failures.
const UPDATE = sql(
  'staff.update_employee',
  `UPDATE staff.employees SET name = $3, rut = $4, email = $5, phone = $6, birth_date = $7, bank_name = $8,
     bank_account_type = $9, bank_account_number = $10, roles = $11, is_active = $12, pin_hash = $13, updated_at = $14,
     pin_failures = CASE WHEN pin_hash IS DISTINCT FROM $13 THEN 0 ELSE pin_failures END,
     pin_locked_until = CASE WHEN pin_hash IS DISTINCT FROM $13 THEN NULL ELSE pin_locked_until END,
     pin_needs_unlock = pin_needs_unlock AND pin_hash IS NOT DISTINCT FROM $13
   WHERE id = $1 AND venue_id = $2`,
);
const END_SESSIONS = sql(
  'staff.end_employee_sessions',
  'UPDATE staff.sessions SET revoked_at = $2 WHERE employee_id = $1 AND revoked_at IS NULL',
);
const LOCK_ADMINS = sql(
  'staff.lock_admins',
  `SELECT e.id FROM staff.employees e JOIN staff.admin_accounts a ON a.employee_id = e.id
   WHERE e.venue_id = $1 AND e.is_active AND 'admin' = ANY(e.roles) ORDER BY e.id FOR UPDATE OF e`,
);

interface EmployeeRow {
  id: string;
  venue_id: string;
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
  pin_hash: string | null;
}

@Injectable()
export class SqlEmployeeRepository extends EmployeeRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async insert(tx: Transaction, employee: Employee): Promise<void> {
    await this.write(() => sqlOf(tx).rows(INSERT, toValues(employee)));
    await writeOutbox(tx, employee.pullEvents());
  }

  async find(venueId: string, id: string): Promise<Employee | undefined> {
    const [row] = await this.database.rows<EmployeeRow>(FIND, [venueId, id]);
    return row && toEmployee(row);
  }

  async lock(tx: Transaction, venueId: string, id: string): Promise<Employee> {
    const [row] = await sqlOf(tx).rows<EmployeeRow>(LOCK, [venueId, id]);
    if (!row) throw new DomainError('staff.employee_unknown', 'not_found');
    return toEmployee(row);
  }

  async update(tx: Transaction, employee: Employee, at: Date): Promise<void> {
    await this.write(() => sqlOf(tx).rows(UPDATE, [...toValues(employee), at]));
    if (!employee.state.isActive) await sqlOf(tx).rows(END_SESSIONS, [employee.id, at]);
    await writeOutbox(tx, employee.pullEvents());
  }

  async lockAdmins(tx: Transaction, venueId: string): Promise<string[]> {
    return (await sqlOf(tx).rows<{ id: string }>(LOCK_ADMINS, [venueId])).map(({ id }) => id);
  }

  private async write(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (violates(error, 'employees_venue_id_rut_key')) throw new DomainError('staff.rut_taken', 'conflict');
      throw error;
    }
  }
}

function toValues({ state }: Employee): unknown[] {
  const { id, venueId, name, rut, email, phone, birthDate, bank, roles, isActive, pinHash } = state;
  const account = [bank?.name ?? null, bank?.accountType ?? null, bank?.accountNumber ?? null];
  return [id, venueId, name, rut, email, phone, birthDate, ...account, roles, isActive, pinHash];
}

function toEmployee(row: EmployeeRow): Employee {
  const { bank_name: name, bank_account_type: accountType, bank_account_number: accountNumber } = row;
  return Employee.restore({
    id: row.id,
    venueId: row.venue_id,
    name: row.name,
    rut: row.rut,
    email: row.email,
    phone: row.phone,
    birthDate: row.birth_date,
    bank: name === null ? null : { name, accountType: accountType ?? '', accountNumber: accountNumber ?? '' },
    roles: row.roles,
    isActive: row.is_active,
    pinHash: row.pin_hash,
  });
}
