import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { AttemptLock, Database, sha256, sql, sqlOf, violates } from '@libs/platform';
import { ADMIN_ATTEMPTS, ADMIN_LOCK_SECONDS, AdminAccount, AdminAccountRepository } from '../domain';

const LOCK = new AttemptLock({
  ...{ table: 'staff.admin_attempts', key: 'username_hash' },
  ...{ most: ADMIN_ATTEMPTS, lockSeconds: ADMIN_LOCK_SECONDS },
});
const ACCOUNT = `SELECT a.employee_id, e.name, e.venue_id, a.username, a.password_hash, a.totp_secret, a.totp_confirmed_at
   FROM staff.admin_accounts a JOIN staff.employees e ON e.id = a.employee_id
   WHERE e.is_active AND 'admin' = ANY(e.roles)`;
const BY_USERNAME = sql('staff.admin_by_username', `${ACCOUNT} AND a.username = $1`);
const BY_EMPLOYEE = sql('staff.admin_by_employee', `${ACCOUNT} AND a.employee_id = $1`);
const PUT = sql(
  'staff.put_admin_account',
  `INSERT INTO staff.admin_accounts (employee_id, username, password_hash, updated_at) VALUES ($1, $2, $3, $4)
   ON CONFLICT (employee_id) DO UPDATE SET username = $2, password_hash = $3, updated_at = $4, totp_secret = NULL,
     totp_confirmed_at = NULL, totp_last_counter = NULL`,
);
const SET_PASSWORD = sql(
  'staff.set_admin_password',
  'UPDATE staff.admin_accounts SET password_hash = $2, updated_at = $3 WHERE employee_id = $1',
);
const PROPOSE_TOTP = sql(
  'staff.propose_totp',
  'UPDATE staff.admin_accounts SET totp_secret = $2 WHERE employee_id = $1 AND totp_confirmed_at IS NULL',
);
const CONFIRM_TOTP = sql(
  'staff.confirm_totp',
  `UPDATE staff.admin_accounts SET totp_confirmed_at = $3, totp_last_counter = $2
   WHERE employee_id = $1 AND totp_secret = $4 AND totp_confirmed_at IS NULL`,
);
const REMOVE_TOTP = sql(
  'staff.remove_totp',
  `UPDATE staff.admin_accounts SET totp_secret = NULL, totp_confirmed_at = NULL, totp_last_counter = NULL
   WHERE employee_id = $1`,
);
const USE_COUNTER = sql(
  'staff.use_totp_counter',
  `UPDATE staff.admin_accounts SET totp_last_counter = $2
   WHERE employee_id = $1 AND (totp_last_counter IS NULL OR totp_last_counter < $2)`,
);

interface AccountRow {
  employee_id: string;
  name: string;
  venue_id: string;
  username: string;
  password_hash: string;
  totp_secret: Buffer | null;
  totp_confirmed_at: Date | null;
}

@Injectable()
export class SqlAdminAccountRepository extends AdminAccountRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async reserve(tx: Transaction, username: string, at: Date): Promise<void> {
    const retryAfterS = await LOCK.reserve(tx, sha256(username), at);
    if (retryAfterS !== undefined) throw new DomainError('admin.locked', 'rate_limited', { retryAfterS });
  }

  async giveBack(tx: Transaction, username: string): Promise<void> {
    await LOCK.giveBack(tx, sha256(username));
  }

  async forgive(tx: Transaction, username: string): Promise<void> {
    await LOCK.forgive(tx, sha256(username));
  }

  async findByUsername(username: string): Promise<AdminAccount | undefined> {
    const [row] = await this.database.rows<AccountRow>(BY_USERNAME, [username]);
    return row && toAccount(row);
  }

  async findByEmployee(employeeId: string): Promise<AdminAccount | undefined> {
    const [row] = await this.database.rows<AccountRow>(BY_EMPLOYEE, [employeeId]);
    return row && toAccount(row);
  }

  async put(tx: Transaction, employeeId: string, username: string, passwordHash: string, at: Date): Promise<void> {
    try {
      await sqlOf(tx).rows(PUT, [employeeId, username, passwordHash, at]);
    } catch (error) {
      if (violates(error, 'admin_accounts_username_key')) throw new DomainError('staff.username_taken', 'conflict');
      throw error;
    }
  }

  async setPassword(tx: Transaction, employeeId: string, passwordHash: string, at: Date): Promise<void> {
    await sqlOf(tx).rows(SET_PASSWORD, [employeeId, passwordHash, at]);
  }

  async proposeTotp(tx: Transaction, employeeId: string, sealedSecret: Buffer): Promise<boolean> {
    return (await sqlOf(tx).count(PROPOSE_TOTP, [employeeId, sealedSecret])) > 0;
  }

  async confirmTotp(
    tx: Transaction,
    employeeId: string,
    sealedSecret: Buffer,
    counter: number,
    at: Date,
  ): Promise<boolean> {
    return (await sqlOf(tx).count(CONFIRM_TOTP, [employeeId, counter, at, sealedSecret])) > 0;
  }

  async removeTotp(tx: Transaction, employeeId: string): Promise<void> {
    await sqlOf(tx).rows(REMOVE_TOTP, [employeeId]);
  }

  async useTotpCounter(tx: Transaction, employeeId: string, counter: number): Promise<boolean> {
    return (await sqlOf(tx).count(USE_COUNTER, [employeeId, counter])) > 0;
  }
}

function toAccount(row: AccountRow): AdminAccount {
  return {
    employeeId: row.employee_id,
    employeeName: row.name,
    venueId: row.venue_id,
    username: row.username,
    passwordHash: row.password_hash,
    totpSecret: row.totp_secret,
    totpConfirmed: row.totp_confirmed_at !== null,
  };
}
