import { Injectable } from '@nestjs/common';
import { ActorRef, Clock, Rut, Transactions } from '@libs/kernel';
import { checkPin, Employee, EmployeeDetails, EmployeeRepository } from '../domain';
import { SecretHasher } from './secrets';

export interface NewEmployee {
  readonly venueId: string;
  readonly by: ActorRef;
  /** The RUT as a person writes it. */
  readonly details: Omit<EmployeeDetails, 'isActive'>;
  readonly pin: string | null;
}

/** Somebody new works here. */
@Injectable()
export class HireEmployee {
  constructor(
    private readonly transactions: Transactions,
    private readonly employees: EmployeeRepository,
    private readonly hasher: SecretHasher,
    private readonly clock: Clock,
  ) {}

  /** @returns the id @throws DomainError `staff.rut_taken`, `rut.invalid`, `pin.*` */
  async execute({ venueId, by, details, pin }: NewEmployee): Promise<string> {
    const act = { by, at: this.clock.now() };
    const rut = details.rut === null ? null : Rut.parse(details.rut).value;
    const employee = Employee.hire(venueId, { ...details, rut }, act);
    if (pin !== null) {
      checkPin(pin, details.birthDate);
      employee.setPin(await this.hasher.hash(pin), act);
    }
    await this.transactions.run((tx) => this.employees.insert(tx, employee));
    return employee.id;
  }
}
