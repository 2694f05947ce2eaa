import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, DomainError, Transactions } from '@libs/kernel';
import { checkPin, EmployeeRepository } from '../domain';
import { SecretHasher } from './secrets';

/** Gives a person a new PIN, and with it a clean count. */
@Injectable()
export class SetPin {
  constructor(
    private readonly transactions: Transactions,
    private readonly employees: EmployeeRepository,
    private readonly hasher: SecretHasher,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `staff.employee_unknown`, `pin.malformed`, `pin.trivial`, `pin.is_birthday` */
  async execute(actor: Actor, id: string, pin: string): Promise<void> {
    const known = await this.employees.find(actor.venueId, id);
    if (!known) throw new DomainError('staff.employee_unknown', 'not_found');
    checkPin(pin, known.state.birthDate);
    const pinHash = await this.hasher.hash(pin);
    const act = { by: actorRef(actor), at: this.clock.now() };
    await this.transactions.run(async (tx) => {
      const employee = await this.employees.lock(tx, actor.venueId, id);
      employee.setPin(pinHash, act);
      await this.employees.update(tx, employee, act.at);
    });
  }
}
