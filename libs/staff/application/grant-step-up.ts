import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, DomainError, domainEvent, Transactions } from '@libs/kernel';
import {
  EmployeeRepository,
  Journal,
  Permission,
  permissionsOf,
  STEP_UP_MS,
  StepUpRepository,
  UsedStepUp,
} from '../domain';
import { Secrets } from './secrets';
import { VerifyPin } from './verify-pin';

export interface StepUpRequest {
  readonly employeeId: string;
  readonly pin: string;
  readonly permission: Permission;
}

export interface GrantedStepUp {
  readonly token: string;
  /** ISO-8601 */
  readonly expiresAt: string;
  readonly grantedBy: UsedStepUp;
}

/** Another person who may says yes by PIN to what the caller asks for. */
@Injectable()
export class GrantStepUp {
  constructor(
    private readonly transactions: Transactions,
    private readonly employees: EmployeeRepository,
    private readonly stepUps: StepUpRepository,
    private readonly journal: Journal,
    private readonly secrets: Secrets,
    private readonly verifyPin: VerifyPin,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `step_up.same_person`, `step_up.not_allowed`, and what {@link VerifyPin} throws */
  async execute(actor: Actor, { employeeId, pin, permission }: StepUpRequest): Promise<GrantedStepUp> {
    if (employeeId === actor.employeeId) throw new DomainError('step_up.same_person', 'forbidden');
    const granter = (await this.employees.find(actor.venueId, employeeId))?.state;
    if (!granter?.isActive || !permissionsOf(granter.roles).has(permission)) {
      throw new DomainError('step_up.not_allowed', 'forbidden');
    }
    await this.verifyPin.execute(employeeId, pin, actor.deviceId);
    const at = this.clock.now();
    const token = this.secrets.newToken();
    const expiresAt = new Date(at.getTime() + STEP_UP_MS);
    const { venueId, sessionId } = actor;
    const parties = { requestedBy: actor.employeeId, grantedBy: employeeId };
    const event = domainEvent({
      type: 'staff.step_up_granted',
      venueId,
      subjectId: employeeId,
      actor: actorRef(actor),
      data: { permission, granted_by: granter.name, requested_by: actor.employeeName },
      occurredAt: at,
    });
    await this.transactions.run(async (tx) => {
      const stepUp = { venueId, permission, ...parties, sessionId, expiresAt };
      await this.stepUps.insert(tx, this.secrets.hashOf(token), stepUp);
      await this.journal.write(tx, [event]);
    });
    return { token, expiresAt: expiresAt.toISOString(), grantedBy: { employeeId, name: granter.name } };
  }
}
