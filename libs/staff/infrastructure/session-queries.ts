import { Injectable } from '@nestjs/common';
import { Database, sql } from '@libs/platform';
import {
  Role,
  rolesAt,
  rolesWith,
  Permission,
  SessionKind,
  sessionPermissions,
  Station,
  TabletStation,
} from '../domain';

const ME = sql(
  'staff.me',
  `SELECT s.id, s.venue_id, e.id AS employee_id, e.name, e.roles, s.kind, s.station, s.locked_at IS NOT NULL AS is_locked,
     d.id AS device_id, d.name AS device_name, b.id AS bar_id, b.name AS bar_name
   FROM staff.sessions s
   JOIN staff.employees e ON e.id = s.employee_id
   LEFT JOIN staff.devices d ON d.id = s.device_id
   LEFT JOIN tickets.bars b ON b.id = s.bar_id
   WHERE s.id = $1`,
);
const PICKABLE = sql(
  'staff.pickable',
  `SELECT e.id, e.name, e.roles, last.used_at AS last_used_at
   FROM staff.employees e
   LEFT JOIN LATERAL (SELECT max(s.created_at) AS used_at FROM staff.sessions s
     WHERE s.device_id = $2 AND s.station = $3 AND s.employee_id = e.id) last ON true
   WHERE e.venue_id = $1 AND e.is_active AND e.roles && $4::text[] AND (NOT $5 OR e.pin_hash IS NOT NULL)
   ORDER BY last.used_at DESC NULLS LAST, e.name, e.id`,
);
const MAY = sql(
  'staff.people_who_may',
  `SELECT id, name FROM staff.employees
   WHERE venue_id = $1 AND id <> $2 AND is_active AND pin_hash IS NOT NULL AND roles && $3::text[] ORDER BY name, id`,
);

interface MeRow {
  id: string;
  venue_id: string;
  employee_id: string;
  name: string;
  roles: Role[];
  kind: SessionKind;
  station: Station;
  is_locked: boolean;
  device_id: string | null;
  device_name: string | null;
  bar_id: string | null;
  bar_name: string | null;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A session as its own screen shows it. */
export interface MeView {
  readonly sessionId: string;
  readonly venueId: string;
  readonly employee: Named & { readonly roles: readonly Role[] };
  readonly permissions: readonly string[];
  readonly kind: SessionKind;
  readonly station: Station;
  readonly isLocked: boolean;
  readonly device: Named | null;
  readonly bar: Named | null;
}

export interface PickablePerson extends Named {
  readonly roles: readonly Role[];
  readonly lastUsedAt: Date | null;
}

/** What the login, lock and step-up screens show. */
@Injectable()
export class SessionQueries {
  constructor(private readonly database: Database) {}

  async me(sessionId: string): Promise<MeView | undefined> {
    const [row] = await this.database.rows<MeRow>(ME, [sessionId]);
    if (!row) return undefined;
    return {
      sessionId: row.id,
      venueId: row.venue_id,
      employee: { id: row.employee_id, name: row.name, roles: row.roles },
      permissions: [...sessionPermissions(row.kind, row.roles)],
      kind: row.kind,
      station: row.station,
      isLocked: row.is_locked,
      device: named(row.device_id, row.device_name),
      bar: named(row.bar_id, row.bar_name),
    };
  }

  /** Who may log in at this station; who used it last on this tablet comes first. Without a PIN nobody is shown but at the bar. */
  async pickable(venueId: string, deviceId: string, station: TabletStation): Promise<PickablePerson[]> {
    const values = [venueId, deviceId, station, rolesAt(station), station !== 'bar'];
    const rows = await this.database.rows<Named & { roles: Role[]; last_used_at: Date | null }>(PICKABLE, values);
    return rows.map(({ id, name, roles, last_used_at: lastUsedAt }) => ({ id, name, roles, lastUsedAt }));
  }

  /** Other people whose PIN can allow it. */
  peopleWhoMay(venueId: string, permission: Permission, exceptId: string): Promise<Named[]> {
    return this.database.rows<Named>(MAY, [venueId, exceptId, rolesWith(permission)]);
  }
}

function named(id: string | null, name: string | null): Named | null {
  return id === null || name === null ? null : { id, name };
}
