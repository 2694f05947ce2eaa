import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { sql, sqlOf } from '@libs/platform';
import { DeviceRepository, EnrolledDevice, NewDevice } from '../domain';

const INSERT = sql(
  'staff.insert_device',
  `INSERT INTO staff.devices (id, venue_id, name, code_hash, code_expires_at, created_by, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);
const RENEW = sql(
  'staff.renew_device_code',
  `UPDATE staff.devices SET code_hash = $3, code_expires_at = $4
   WHERE venue_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING name`,
);
const ENROL = sql(
  'staff.enrol_device',
  `UPDATE staff.devices SET code_hash = NULL, code_expires_at = NULL, credential_hash = $2, enrolled_at = $3,
     last_seen_at = $3, pin_failures = 0, pin_failures_since = NULL, locked_until = NULL
   WHERE code_hash = $1 AND code_expires_at > $3 AND revoked_at IS NULL
   RETURNING id, venue_id, name`,
);
const REVOKE = sql(
  'staff.revoke_device',
  `UPDATE staff.devices SET revoked_at = $3, code_hash = NULL, code_expires_at = NULL
   WHERE venue_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING name`,
);
const END_SESSIONS = sql(
  'staff.end_device_sessions',
  'UPDATE staff.sessions SET revoked_at = $2 WHERE device_id = $1 AND revoked_at IS NULL',
);
const UNLOCK = sql(
  'staff.unlock_device',
  `UPDATE staff.devices SET pin_failures = 0, pin_failures_since = NULL, locked_until = NULL
   WHERE venue_id = $1 AND id = $2 RETURNING name`,
);
const FIND = sql('staff.find_device', 'SELECT name, revoked_at FROM staff.devices WHERE venue_id = $1 AND id = $2');

interface Named {
  name: string;
}

@Injectable()
export class SqlDeviceRepository extends DeviceRepository {
  async insert(tx: Transaction, device: NewDevice): Promise<void> {
    const { id, venueId, name, codeHash, codeExpiresAt, createdBy, createdAt } = device;
    await sqlOf(tx).rows(INSERT, [id, venueId, name, codeHash, codeExpiresAt, createdBy, createdAt]);
  }

  async renewCode(tx: Transaction, venueId: string, id: string, codeHash: Buffer, expiresAt: Date): Promise<string> {
    const [row] = await sqlOf(tx).rows<Named>(RENEW, [venueId, id, codeHash, expiresAt]);
    if (row) return row.name;
    await this.existing(tx, venueId, id);
    throw new DomainError('device.revoked', 'conflict');
  }

  async enrol(
    tx: Transaction,
    codeHash: Buffer,
    credentialHash: Buffer,
    at: Date,
  ): Promise<EnrolledDevice | undefined> {
    const [row] = await sqlOf(tx).rows<Named & { id: string; venue_id: string }>(ENROL, [codeHash, credentialHash, at]);
    if (!row) return undefined;
    await sqlOf(tx).rows(END_SESSIONS, [row.id, at]);
    return { id: row.id, venueId: row.venue_id, name: row.name };
  }

  async revoke(tx: Transaction, venueId: string, id: string, at: Date): Promise<string | undefined> {
    const [row] = await sqlOf(tx).rows<Named>(REVOKE, [venueId, id, at]);
    if (!row) {
      await this.existing(tx, venueId, id);
      return undefined;
    }
    await sqlOf(tx).rows(END_SESSIONS, [id, at]);
    return row.name;
  }

  async unlock(tx: Transaction, venueId: string, id: string): Promise<string> {
    const [row] = await sqlOf(tx).rows<Named>(UNLOCK, [venueId, id]);
    if (!row) throw unknown();
    return row.name;
  }

  private async existing(tx: Transaction, venueId: string, id: string): Promise<void> {
    if ((await sqlOf(tx).rows(FIND, [venueId, id])).length === 0) throw unknown();
  }
}

function unknown(): DomainError {
  return new DomainError('device.unknown', 'not_found');
}
