import { Injectable } from '@nestjs/common';
import { Actor, DomainError, Transaction } from '@libs/kernel';
import { Database, sql } from '@libs/platform';
import { UseStepUp, VerifyPin } from '@libs/staff/application';
import { Approvals } from '../application';

const COLLEAGUE = sql(
  'sales.colleague',
  'SELECT roles FROM staff.employees WHERE id = $1 AND venue_id = $2 AND is_active',
);
/** Roles that stand at a till. */
const AT_REGISTERS = ['cashier', 'supervisor', 'admin'];

/** {@link Approvals} from staff. */
@Injectable()
export class StaffApprovals extends Approvals {
  constructor(
    private readonly database: Database,
    private readonly stepUps: UseStepUp,
    private readonly pins: VerifyPin,
  ) {
    super();
  }

  async use(tx: Transaction, token: string | undefined, permission: string, actor: Actor): Promise<string> {
    return (await this.stepUps.execute(tx, { token, permission, actor })).employeeId;
  }

  async confirmReceiver(actor: Actor, employeeId: string, pin: string): Promise<void> {
    const [colleague] = await this.database.rows<{ roles: string[] }>(COLLEAGUE, [employeeId, actor.venueId]);
    if (!colleague?.roles.some((role) => AT_REGISTERS.includes(role))) {
      throw new DomainError('session.receiver_unknown', 'not_found');
    }
    await this.pins.execute(employeeId, pin, actor.deviceId);
  }
}
