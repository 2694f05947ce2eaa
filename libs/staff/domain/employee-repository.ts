import { Transaction } from '@libs/kernel';
import { Employee } from './employee';

/** Keeps employees. */
export abstract class EmployeeRepository {
  /** @throws DomainError `staff.rut_taken` */
  abstract insert(tx: Transaction, employee: Employee): Promise<void>;
  /** Locks the row until the end of the transaction. @throws DomainError `staff.employee_unknown` */
  abstract lock(tx: Transaction, venueId: string, id: string): Promise<Employee>;
  /** Writes changes; who is no longer active loses every session. @throws DomainError `staff.rut_taken` */
  abstract update(tx: Transaction, employee: Employee, at: Date): Promise<void>;
  /** Active admins with a way in, other than this one. Locks them, so that two cannot step down at once. */
  abstract otherAdmins(tx: Transaction, venueId: string, exceptId: string): Promise<number>;
}
