import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { sql, sqlOf } from '@libs/platform';
import { NewStepUp, StepUpClaim, StepUpRepository, UsedStepUp } from '../domain';

const INSERT = sql(
  'staff.insert_step_up',
  `INSERT INTO staff.step_ups (token_hash, venue_id, permission, requested_by, granted_by, session_id, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);
const USE = sql(
  'staff.use_step_up',
  `UPDATE staff.step_ups s SET used_at = $6
   FROM staff.employees e
   WHERE s.token_hash = $1 AND s.permission = $2 AND s.requested_by = $3 AND s.session_id = $4
     AND s.used_at IS NULL AND s.expires_at > $6
     AND e.id = s.granted_by AND e.is_active AND e.roles && $5::text[]
   RETURNING s.granted_by, e.name`,
);

@Injectable()
export class SqlStepUpRepository extends StepUpRepository {
  async insert(tx: Transaction, tokenHash: Buffer, stepUp: NewStepUp): Promise<void> {
    const { venueId, permission, requestedBy, grantedBy, sessionId, expiresAt } = stepUp;
    await sqlOf(tx).rows(INSERT, [tokenHash, venueId, permission, requestedBy, grantedBy, sessionId, expiresAt]);
  }

  async use(tx: Transaction, tokenHash: Buffer, claim: StepUpClaim): Promise<UsedStepUp | undefined> {
    const { permission, requestedBy, sessionId, roles, at } = claim;
    const values = [tokenHash, permission, requestedBy, sessionId, roles, at];
    const [row] = await sqlOf(tx).rows<{ granted_by: string; name: string }>(USE, values);
    return row && { employeeId: row.granted_by, name: row.name };
  }
}
