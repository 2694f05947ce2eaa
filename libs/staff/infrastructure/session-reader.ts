import { Injectable } from '@nestjs/common';
import { Clock } from '@libs/kernel';
import { Database, DevicePrincipal, Log, Principal, SessionReader, sha256, sql } from '@libs/platform';
import { SessionCache } from './session-cache';
import { isOver, mayWorkAt, Role, SEEN_EVERY_MS, sessionPermissions, SessionKind, Station } from '../domain';

const SESSION = sql(
  'staff.session',
  `SELECT s.id, s.venue_id, s.employee_id, e.name, e.roles, s.device_id, s.bar_id, s.kind, s.station, s.created_at,
     s.last_seen_at, s.locked_at
   FROM staff.sessions s
   JOIN staff.employees e ON e.id = s.employee_id AND e.is_active
   LEFT JOIN staff.devices d ON d.id = s.device_id
   WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND (s.device_id IS NULL OR d.revoked_at IS NULL)`,
);
const SEEN = sql(
  'staff.session_seen',
  `WITH seen AS (
     UPDATE staff.sessions SET last_seen_at = $2 WHERE token_hash = $1 AND last_seen_at < $2 RETURNING device_id)
   UPDATE staff.devices d SET last_seen_at = $2 FROM seen WHERE d.id = seen.device_id`,
);
const DEVICE = sql(
  'staff.device',
  `SELECT id, venue_id, name, last_seen_at FROM staff.devices WHERE credential_hash = $1 AND revoked_at IS NULL`,
);
const DEVICE_SEEN = sql('staff.device_seen', 'UPDATE staff.devices SET last_seen_at = $2 WHERE id = $1');

interface SessionRow {
  id: string;
  venue_id: string;
  employee_id: string;
  name: string;
  roles: Role[];
  device_id: string | null;
  bar_id: string | null;
  kind: SessionKind;
  station: Station;
  created_at: Date;
  last_seen_at: Date;
  locked_at: Date | null;
}

interface DeviceRow {
  id: string;
  venue_id: string;
  name: string;
  last_seen_at: Date | null;
}

/** A role change, a revocation or a logout counts from the next request on: {@link SessionCache} hears of it. */
@Injectable()
export class SqlSessionReader extends SessionReader {
  constructor(
    private readonly database: Database,
    private readonly known: SessionCache<SessionRow>,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    super();
  }

  async session(token: string, ip: string | null): Promise<Principal | undefined> {
    const tokenHash = sha256(token);
    const row = await this.known.get(tokenHash.toString('base64'), async () => {
      const [found] = await this.database.rows<SessionRow>(SESSION, [tokenHash]);
      return found;
    });
    const now = this.clock.now();
    if (!row || isOver(row.kind, row.created_at, row.last_seen_at, now)) return undefined;
    if (!mayWorkAt(row.station, row.roles)) return undefined;
    if (isStale(row.last_seen_at, now)) {
      row.last_seen_at = now;
      this.note(this.database.rows(SEEN, [tokenHash, now]));
    }
    return {
      venueId: row.venue_id,
      employeeId: row.employee_id,
      employeeName: row.name,
      sessionId: row.id,
      deviceId: row.device_id,
      barId: row.bar_id,
      ip,
      permissions: sessionPermissions(row.kind, row.roles),
      kind: row.kind,
      station: row.station,
      roles: row.roles,
      isLocked: row.locked_at !== null,
    };
  }

  async device(credential: string): Promise<DevicePrincipal | undefined> {
    const [row] = await this.database.rows<DeviceRow>(DEVICE, [sha256(credential)]);
    if (!row) return undefined;
    const now = this.clock.now();
    if (isStale(row.last_seen_at, now)) this.note(this.database.rows(DEVICE_SEEN, [row.id, now]));
    return { deviceId: row.id, venueId: row.venue_id, name: row.name };
  }

  /** The request does not wait for it, and nobody is turned away because it failed. */
  private note(written: Promise<unknown>): void {
    written.catch((error: unknown) => this.log.warn({ err: error }, 'last seen was not written'));
  }
}

function isStale(seen: Date | null, now: Date): boolean {
  return seen === null || now.getTime() - seen.getTime() > SEEN_EVERY_MS;
}
