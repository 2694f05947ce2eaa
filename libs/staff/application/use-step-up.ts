import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, DomainError, domainEvent, Transaction } from '@libs/kernel';
import { Journal, Permission, PERMISSIONS, rolesWith, StepUpRepository, UsedStepUp } from '../domain';
import { Secrets } from './secrets';

export interface StepUpUse {
  /** Undefined when nobody was asked yet. */
  readonly token: string | undefined;
  /** What the yes has to be for. */
  readonly permission: string;
  readonly actor: Actor;
}

/** Takes the yes of another person, once, in the transaction of what it allows. */
@Injectable()
export class UseStepUp {
  constructor(
    private readonly stepUps: StepUpRepository,
    private readonly journal: Journal,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns who said yes
   * @throws DomainError `step_up.required` (facts permission), `step_up.invalid`: used, too old, or for something or
   *   somebody else (forbidden)
   */
  async execute(tx: Transaction, { token, permission, actor }: StepUpUse): Promise<UsedStepUp> {
    if (!token) throw new DomainError('step_up.required', 'forbidden', { permission });
    const at = this.clock.now();
    const known = PERMISSIONS.find((name): name is Permission => name === permission);
    const used =
      known &&
      (await this.stepUps.use(tx, this.secrets.hashOf(token), {
        permission: known,
        requestedBy: actor.employeeId,
        sessionId: actor.sessionId,
        roles: rolesWith(known),
        at,
      }));
    if (!used) throw new DomainError('step_up.invalid', 'forbidden');
    const event = domainEvent({
      type: 'staff.step_up_used',
      venueId: actor.venueId,
      subjectId: used.employeeId,
      actor: actorRef(actor),
      data: { permission, granted_by: used.name, requested_by: actor.employeeName },
      occurredAt: at,
    });
    await this.journal.write(tx, [event]);
    return used;
  }
}
