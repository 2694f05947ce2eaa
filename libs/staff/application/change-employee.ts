import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, DomainError, Rut, Transactions } from '@libs/kernel';
import { EmployeeDetails, EmployeeRepository } from '../domain';

/** Changes what the house keeps of a person. Other roles and disabling count from the person's next request on. */
@Injectable()
export class ChangeEmployee {
  constructor(
    private readonly transactions: Transactions,
    private readonly employees: EmployeeRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param changes only what is to change
   * @throws DomainError `staff.employee_unknown`, `staff.rut_taken`, `staff.last_admin`, `rut.invalid`
   */
  async execute(actor: Actor, id: string, changes: Partial<EmployeeDetails>): Promise<void> {
    const act = { by: actorRef(actor), at: this.clock.now() };
    const rut = changes.rut ? { rut: Rut.parse(changes.rut).value } : {};
    await this.transactions.run(async (tx) => {
      // All who lead the house are locked before the one: two admins who disable each other wait for one another here.
      const admins = await this.employees.lockAdmins(tx, actor.venueId);
      const employee = await this.employees.lock(tx, actor.venueId, id);
      employee.change({ ...changes, ...rut }, act);
      const isLast = admins.includes(id) && admins.length === 1;
      if (isLast && !employee.isAdmin) throw new DomainError('staff.last_admin', 'conflict');
      await this.employees.update(tx, employee, act.at);
    });
  }
}
