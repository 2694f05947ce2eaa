import { Injectable } from '@nestjs/common';
import { Clock } from '@libs/kernel';
import { cursorAs, Database, Page, sql, text, toPage, uuid } from '@libs/platform';

const LIST = sql(
  'staff.list_devices',
  `SELECT id, name, enrolled_at, revoked_at, last_seen_at, code_expires_at, COALESCE(locked_until > $2, false) AS is_locked
   FROM staff.devices
   WHERE venue_id = $1 AND ($4::uuid IS NULL OR (name, id) > ($3::text, $4::uuid))
   ORDER BY name, id LIMIT $5`,
);

interface DeviceRow {
  id: string;
  name: string;
  enrolled_at: Date | null;
  revoked_at: Date | null;
  last_seen_at: Date | null;
  code_expires_at: Date | null;
  is_locked: boolean;
}

/** A tablet as the back office lists it. */
export interface DeviceView {
  readonly id: string;
  readonly name: string;
  readonly enrolledAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastSeenAt: Date | null;
  readonly codeExpiresAt: Date | null;
  readonly isLocked: boolean;
}

/** Tablets by name. */
@Injectable()
export class DeviceQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(venueId: string, limit: number, cursor: string | undefined): Promise<Page<DeviceView>> {
    const [name, id] = cursorAs(cursor, [text(200), uuid]) ?? [null, null];
    const rows = await this.database.rows<DeviceRow>(LIST, [venueId, this.clock.now(), name, id, limit + 1]);
    return toPage(rows.map(toView), limit, (device) => [device.name, device.id]);
  }
}

function toView(row: DeviceRow): DeviceView {
  return {
    id: row.id,
    name: row.name,
    enrolledAt: row.enrolled_at,
    revokedAt: row.revoked_at,
    lastSeenAt: row.last_seen_at,
    codeExpiresAt: row.code_expires_at,
    isLocked: row.is_locked,
  };
}
