import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, DomainError, DomainEvent, domainEvent, newId, Transactions } from '@libs/kernel';
import { checkProviders, Register, registerData, RegisterRepository, RegisterSettings } from '../domain';

/** Sets up tills. */
@Injectable()
export class ManageRegisters {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly registers: RegisterRepository,
  ) {}

  /** @returns the new register's id. @throws DomainError `register.name_taken`, `register.location_unknown`,
   * `register.providers_invalid` */
  add(actor: Actor, settings: RegisterSettings): Promise<string> {
    return this.transactions.run(async (tx) => {
      checkProviders(settings);
      const now = this.clock.now();
      const register = { ...settings, id: newId(now.getTime()), venueId: actor.venueId };
      await this.registers.add(
        tx,
        register,
        event('sales.register_added', register, actor, now, { after: registerData(settings) }),
      );
      return register.id;
    });
  }

  /**
   * While a session is open on it, a register stays in use, and what it sells stays test or real.
   * @throws DomainError `register.not_found`, `register.in_use`, `register.name_taken`, `register.location_unknown`
   */
  change(actor: Actor, id: string, changes: Partial<RegisterSettings>): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { isInUse, ...before } = await this.registers.lock(tx, actor.venueId, id);
      const after = { ...before, ...changes };
      checkProviders(after);
      const disturbs = before.isActive !== after.isActive || before.isTest !== after.isTest;
      if (isInUse && disturbs) throw new DomainError('register.in_use', 'conflict');
      const now = this.clock.now();
      await this.registers.change(
        tx,
        after,
        event('sales.register_changed', after, actor, now, {
          before: registerData(before),
          after: registerData(after),
        }),
      );
    });
  }
}

function event(
  type: string,
  register: Register,
  actor: Actor,
  occurredAt: Date,
  data: DomainEvent['data'],
): DomainEvent {
  const { id: subjectId, venueId } = register;
  return domainEvent({ type, venueId, subjectId, actor: actorRef(actor), data, occurredAt });
}
