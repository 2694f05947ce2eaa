import { DomainEvent, Transaction } from '@libs/kernel';
import { Register } from './register';

export abstract class RegisterRepository {
  /** Keeps the register as it is until the transaction ends. @throws DomainError `register.not_found` */
  abstract lock(tx: Transaction, venueId: string, id: string): Promise<Register & { readonly isInUse: boolean }>;

  /** @throws DomainError `register.name_taken` (conflict), `register.location_unknown` (not_found) */
  abstract add(tx: Transaction, register: Register, event: DomainEvent): Promise<void>;

  /** @throws DomainError `register.name_taken` (conflict), `register.location_unknown` (not_found) */
  abstract change(tx: Transaction, register: Register, event: DomainEvent): Promise<void>;
}
