import { Injectable } from '@nestjs/common';
import { Actor, Transaction } from '@libs/kernel';
import { UseStepUp } from '@libs/staff/application';
import { Approvals } from '../application';

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
