import { Transaction } from '@libs/kernel';
import { Employee } from './employee';

/** Keeps employees, and writes down what happened to them. */
export abstract class EmployeeRepository {
  /** @throws DomainError `staff.rut_taken` */
  abstract insert(tx: Transaction, employee: Employee): Promise<void>;
  /** Active or not, of this venue. */
  abstract find(venueId: string, id: string): Promise<Employee | undefined>;
  /** Locks the row until the end of the transaction. @throws DomainError `staff.employee_unknown` */
  abstract lock(tx: Transaction, venueId: string, id: string): Promise<Employee>;
  /** Writes changes; who is no longer active loses every session. @throws DomainError `staff.rut_taken` */
  abstract update(tx: Transaction, employee: Employee, at: Date): Promise<void>;
  /** Ids of who can enter the back office. Locks them, in order of id, so that two cannot step down at once. */
  abstract lockAdmins(tx: Transaction, venueId: string): Promise<string[]>;
}
