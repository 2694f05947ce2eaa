import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { sql, sqlOf } from '@libs/platform';
import {
  DESK_ATTEMPTS,
  DESK_LOCK_SECONDS,
  DEVICE_ATTEMPTS,
  DEVICE_LOCK_SECONDS,
  DEVICE_WINDOW_SECONDS,
  PIN_LOCK_SECONDS,
  PinBook,
  refusalOf,
  ReservedAttempt,
  secondsUntil,
} from '../domain';

const ON_DEVICE = sql(
  'staff.reserve_on_device',
  `UPDATE staff.devices SET
     pin_failures = CASE WHEN pin_failures_since > $3 THEN pin_failures + 1 ELSE 1 END,
     pin_failures_since = CASE WHEN pin_failures_since > $3 THEN pin_failures_since ELSE $2::timestamptz END,
     locked_until = CASE WHEN pin_failures_since > $3 AND pin_failures + 1 >= $4 THEN $5::timestamptz END
   WHERE id = $1 AND revoked_at IS NULL AND (locked_until IS NULL OR locked_until <= $2)
   RETURNING pin_failures`,
);
const DEVICE_STATE = sql('staff.device_lock', 'SELECT locked_until, revoked_at FROM staff.devices WHERE id = $1');
const OF_PERSON = sql(
  'staff.reserve_of_person',
  `UPDATE staff.employees e SET
     pin_failures = e.pin_failures + 1,
     pin_locked_until = CASE WHEN ($4::int[])[e.pin_failures + 1] > 0
       THEN $3::timestamptz + make_interval(secs => ($4::int[])[e.pin_failures + 1]) END,
     pin_needs_unlock = e.pin_failures + 1 >= cardinality($4::int[])
   FROM staff.devices d
   WHERE e.id = $1 AND d.id = $2 AND e.venue_id = d.venue_id AND e.is_active
     AND NOT e.pin_needs_unlock AND (e.pin_locked_until IS NULL OR e.pin_locked_until <= $3)
   RETURNING e.name, e.venue_id, e.pin_hash, e.pin_failures AS failures`,
);
const PERSON_STATE = sql(
  'staff.pin_state_at_device',
  `SELECT e.pin_locked_until, e.pin_needs_unlock FROM staff.employees e JOIN staff.devices d ON d.venue_id = e.venue_id
   WHERE e.id = $1 AND d.id = $2 AND e.is_active`,
);
const AT_DESK = sql(
  'staff.reserve_at_desk',
  `UPDATE staff.employees SET
     desk_failures = CASE WHEN desk_locked_until IS NULL THEN desk_failures + 1 ELSE 1 END,
     desk_locked_until = CASE WHEN desk_locked_until IS NULL AND desk_failures + 1 >= $3
       THEN $2::timestamptz + make_interval(secs => $4) END
   WHERE id = $1 AND is_active AND NOT pin_needs_unlock AND (desk_locked_until IS NULL OR desk_locked_until <= $2)
   RETURNING name, venue_id, pin_hash, desk_failures AS failures`,
);
const DESK_STATE = sql(
  'staff.pin_state_at_desk',
  `SELECT desk_locked_until AS pin_locked_until, pin_needs_unlock FROM staff.employees WHERE id = $1 AND is_active`,
);
const GIVE_BACK = sql(
  'staff.give_back_on_device',
  `UPDATE staff.devices SET pin_failures = GREATEST(pin_failures - 1, 0),
     locked_until = CASE WHEN pin_failures - 1 >= $2 THEN locked_until END
   WHERE id = $1`,
);
const FORGIVE = sql(
  'staff.forgive_person',
  'UPDATE staff.employees SET pin_failures = 0, pin_locked_until = NULL, pin_needs_unlock = false WHERE id = $1',
);
const FORGIVE_AT_DESK = sql(
  'staff.forgive_at_desk',
  'UPDATE staff.employees SET desk_failures = 0, desk_locked_until = NULL WHERE id = $1',
);
const UNLOCK = sql(
  'staff.unlock_pin',
  `UPDATE staff.employees SET pin_failures = 0, pin_locked_until = NULL, pin_needs_unlock = false, desk_failures = 0,
     desk_locked_until = NULL
   WHERE venue_id = $1 AND id = $2 RETURNING name`,
);

interface AttemptRow {
  name: string;
  venue_id: string;
  pin_hash: string | null;
  failures: number;
}

interface StateRow {
  pin_locked_until: Date | null;
  pin_needs_unlock: boolean;
}

/** {@link PinBook} in the rows of the people and the tablets. The tablet's row is always taken before the person's. */
@Injectable()
export class SqlPinBook extends PinBook {
  async reserveOnDevice(tx: Transaction, deviceId: string, at: Date): Promise<number> {
    const windowFrom = new Date(at.getTime() - DEVICE_WINDOW_SECONDS * 1000);
    const lockedUntil = new Date(at.getTime() + DEVICE_LOCK_SECONDS * 1000);
    const values = [deviceId, at, windowFrom, DEVICE_ATTEMPTS, lockedUntil];
    const [row] = await sqlOf(tx).rows<{ pin_failures: number }>(ON_DEVICE, values);
    if (row) return row.pin_failures;
    const [device] = await sqlOf(tx).rows<{ locked_until: Date | null; revoked_at: Date | null }>(DEVICE_STATE, [
      deviceId,
    ]);
    if (!device || device.revoked_at) throw new DomainError('device.not_enrolled', 'unauthenticated');
    throw new DomainError('device.locked', 'locked', {
      retryAfterS: Math.max(1, secondsUntil(device.locked_until, at)),
    });
  }

  async reserveOfPerson(
    tx: Transaction,
    employeeId: string,
    deviceId: string,
    at: Date,
  ): Promise<ReservedAttempt | undefined> {
    const [row] = await sqlOf(tx).rows<AttemptRow>(OF_PERSON, [employeeId, deviceId, at, PIN_LOCK_SECONDS]);
    if (row) return toAttempt(row);
    const [state] = await sqlOf(tx).rows<StateRow>(PERSON_STATE, [employeeId, deviceId]);
    return refuse(state, at);
  }

  async reserveAtDesk(tx: Transaction, employeeId: string, at: Date): Promise<ReservedAttempt | undefined> {
    const [row] = await sqlOf(tx).rows<AttemptRow>(AT_DESK, [employeeId, at, DESK_ATTEMPTS, DESK_LOCK_SECONDS]);
    if (row) return toAttempt(row);
    const [state] = await sqlOf(tx).rows<StateRow>(DESK_STATE, [employeeId]);
    return refuse(state, at);
  }

  async succeed(tx: Transaction, employeeId: string, deviceId: string | null): Promise<void> {
    if (deviceId === null) {
      await sqlOf(tx).rows(FORGIVE_AT_DESK, [employeeId]);
      return;
    }
    await sqlOf(tx).rows(GIVE_BACK, [deviceId, DEVICE_ATTEMPTS]);
    await sqlOf(tx).rows(FORGIVE, [employeeId]);
  }

  async unlock(tx: Transaction, venueId: string, employeeId: string): Promise<string | undefined> {
    const [row] = await sqlOf(tx).rows<{ name: string }>(UNLOCK, [venueId, employeeId]);
    return row?.name;
  }
}

function toAttempt(row: AttemptRow): ReservedAttempt {
  return { employeeName: row.name, venueId: row.venue_id, pinHash: row.pin_hash, failures: row.failures };
}

/** Nobody of that id: undefined. Somebody who may not try: thrown. */
function refuse(state: StateRow | undefined, at: Date): undefined {
  if (!state) return undefined;
  const refusal = refusalOf({ lockedUntil: state.pin_locked_until, needsUnlock: state.pin_needs_unlock }, at);
  throw refusal ?? new DomainError('pin.locked', 'rate_limited', { retryAfterS: 1 });
}
