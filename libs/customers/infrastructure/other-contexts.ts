import { Injectable } from '@nestjs/common';
import { Actor, Clock, newId, Transaction } from '@libs/kernel';
import { UseStepUp } from '@libs/staff/application';
import { RefuseTicket } from '@libs/tickets/application';
import { Approvals, RefusalDesk } from '../application';

/** {@link Approvals} from staff. */
@Injectable()
export class StaffApprovals extends Approvals {
  constructor(private readonly stepUps: UseStepUp) {
    super();
  }

  async use(tx: Transaction, token: string | undefined, permission: string, actor: Actor): Promise<string> {
    return (await this.stepUps.execute(tx, { token, permission, actor })).employeeId;
  }
}

/** {@link RefusalDesk}: the list of refused tickets, which the supervisor has before them already. */
@Injectable()
export class TicketRefusalDesk extends RefusalDesk {
  constructor(
    private readonly clock: Clock,
    private readonly refuse: RefuseTicket,
  ) {
    super();
  }

  note(actor: Actor, reason: string): Promise<void> {
    const at = this.clock.now();
    const { venueId, employeeId, barId, deviceId, ip } = actor;
    const by = { logId: newId(at.getTime()), venueId, employeeId, barId, deviceId, ip, at };
    return this.refuse.execute({ ticket: null, reason, note: null, by, actor });
  }
}
