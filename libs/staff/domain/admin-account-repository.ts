import { Transaction } from '@libs/kernel';

export interface AdminAccount {
  readonly employeeId: string;
  readonly employeeName: string;
  readonly venueId: string;
  readonly username: string;
  readonly passwordHash: string;
  /** Sealed. Counts only once confirmed. */
  readonly totpSecret: Buffer | null;
  readonly totpConfirmed: boolean;
}

/** Keeps the accounts of the back office, and counts wrong passwords of every username, whether it exists or not. */
export abstract class AdminAccountRepository {
  /** Counts a try before its outcome is known. @throws DomainError `admin.locked` */
  abstract reserve(tx: Transaction, username: string, at: Date): Promise<void>;
  /** Undoes one {@link reserve}: the password was right, something else is missing. */
  abstract giveBack(tx: Transaction, username: string): Promise<void>;
  abstract forgive(tx: Transaction, username: string): Promise<void>;
  /** Only of active people with the admin role. */
  abstract findByUsername(username: string): Promise<AdminAccount | undefined>;
  abstract findByEmployee(employeeId: string): Promise<AdminAccount | undefined>;
  /**
   * Sets username and password; a second factor is gone with the old account.
   * @throws DomainError `staff.username_taken`
   */
  abstract put(tx: Transaction, employeeId: string, username: string, passwordHash: string, at: Date): Promise<void>;
  abstract setPassword(tx: Transaction, employeeId: string, passwordHash: string, at: Date): Promise<void>;
  /** @returns false when a second factor is already in use */
  abstract proposeTotp(tx: Transaction, employeeId: string, sealedSecret: Buffer): Promise<boolean>;
  /** @returns false when it was confirmed, or another secret was proposed, in the meantime */
  abstract confirmTotp(
    tx: Transaction,
    employeeId: string,
    sealedSecret: Buffer,
    counter: number,
    at: Date,
  ): Promise<boolean>;
  abstract removeTotp(tx: Transaction, employeeId: string): Promise<void>;
  /** Takes a code's counter for good. @returns false when this or a later one was used before */
  abstract useTotpCounter(tx: Transaction, employeeId: string, counter: number): Promise<boolean>;
}
