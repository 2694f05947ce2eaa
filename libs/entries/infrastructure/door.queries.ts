import { Injectable } from '@nestjs/common';
import { DomainError } from '@libs/kernel';
import { cursorAs, Database, Page, sql, toPage, uuid } from '@libs/platform';
import { Houses } from '../application';
import { alarmAt } from '../domain';
import { OF_GUEST } from './door-statements';

const HEADS = sql(
  'entries.head_count',
  `SELECT n.id AS night_id, n.name AS night_name, n.capacity, coalesce(h.inside, 0) AS inside, x.checked_in, x.guests,
     x.clicked, x.went_out, (SELECT count(*)::int FROM entries.refusals r WHERE r.night_id = n.id) AS refused, x.doors
   FROM nights.nights n LEFT JOIN entries.head_counts h ON h.night_id = n.id
   CROSS JOIN LATERAL (
     SELECT coalesce(sum(came) FILTER (WHERE kind = 'check_in'), 0)::int AS checked_in,
       coalesce(sum(came) FILTER (WHERE kind = 'guests'), 0)::int AS guests,
       coalesce(sum(came - gone) FILTER (WHERE kind = 'clicker'), 0)::int AS clicked,
       coalesce(sum(gone), 0)::int AS went_out,
       (SELECT coalesce(json_agg(json_build_object('device_id', d.device_id, 'name', d.name, 'came', d.came, 'gone', d.gone)
          ORDER BY d.name), '[]')
        FROM (
          SELECT c.device_id, s.name, sum(greatest(c.delta, 0))::int AS came, sum(greatest(-c.delta, 0))::int AS gone
          FROM entries.crossings c LEFT JOIN staff.devices s ON s.id = c.device_id
          WHERE c.night_id = n.id AND c.undone_at IS NULL AND c.kind <> 'undo' GROUP BY c.device_id, s.name
        ) d) AS doors
     FROM (
       SELECT kind, sum(greatest(delta, 0)) AS came, sum(greatest(-delta, 0)) AS gone
       FROM entries.crossings WHERE night_id = n.id AND undone_at IS NULL AND kind <> 'undo' GROUP BY kind
     ) k
   ) x
   WHERE n.venue_id = $1 AND n.status IN ('OPEN', 'CLOSING')`,
);
const REFUSALS = sql(
  'entries.list_refusals',
  `SELECT r.id, r.reason, r.note, r.at, w.name AS employee_name, d.name AS door_name,
     v.ticket_prefix || ' ' || k.display_number AS display_code, g.name AS guest_name
   FROM entries.refusals r JOIN staff.employees w ON w.id = r.employee_id JOIN nights.venues v ON v.id = r.venue_id
   LEFT JOIN staff.devices d ON d.id = r.device_id LEFT JOIN tickets.tickets k ON k.id = r.ticket_id
   LEFT JOIN entries.guests g ON g.id = r.guest_id
   WHERE r.venue_id = $1 AND ($2::uuid IS NULL OR r.night_id = $2) AND ($3::uuid IS NULL OR r.id < $3)
   ORDER BY r.id DESC LIMIT $4`,
);
const CROSSINGS = sql(
  'entries.list_crossings',
  `SELECT x.id, x.kind, x.delta, x.at, x.undone_at IS NOT NULL AS is_undone, w.name AS employee_name, d.name AS door_name,
     v.ticket_prefix || ' ' || k.display_number AS display_code, t.name AS type_name, g.name AS guest_name
   FROM entries.crossings x JOIN staff.employees w ON w.id = x.employee_id JOIN nights.venues v ON v.id = x.venue_id
   LEFT JOIN staff.devices d ON d.id = x.device_id LEFT JOIN tickets.tickets k ON k.entry_id = x.entry_id
   LEFT JOIN entries.entries e ON e.id = x.entry_id LEFT JOIN entries.entry_types t ON t.id = e.entry_type_id
   LEFT JOIN entries.guests g ON g.id = x.guest_id
   WHERE x.venue_id = $1 AND ($2::uuid IS NULL OR x.night_id = $2) AND ($3::uuid IS NULL OR x.id < $3)
   ORDER BY x.id DESC LIMIT $4`,
);

/** An entry of tonight, as the door sees it before letting it in. */
export interface GuestEntryRow {
  readonly id: string;
  readonly ticket_id: string;
  readonly display_code: string;
  readonly type_name: string;
  readonly is_checked_in: boolean;
  readonly is_inside: boolean;
}

export interface HeadCountRow {
  readonly night_id: string;
  readonly night_name: string;
  readonly capacity: number | null;
  readonly inside: number;
  readonly checked_in: number;
  readonly guests: number;
  readonly clicked: number;
  readonly went_out: number;
  readonly refused: number;
  readonly doors: { device_id: string | null; name: string | null; came: number; gone: number }[];
  /** From how many on the doors are warned; null without a capacity. */
  readonly alarm_at: number | null;
}

export interface DoorRefusalRow {
  readonly id: string;
  readonly reason: string;
  readonly note: string | null;
  readonly at: Date;
  readonly employee_name: string;
  readonly door_name: string | null;
  readonly display_code: string | null;
  readonly guest_name: string | null;
}

export interface CrossingRow {
  readonly id: string;
  readonly kind: string;
  readonly delta: number;
  readonly at: Date;
  readonly is_undone: boolean;
  readonly employee_name: string;
  readonly door_name: string | null;
  readonly display_code: string | null;
  readonly type_name: string | null;
  readonly guest_name: string | null;
}

interface DoorFilter {
  readonly nightId?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The doors as their screens and the back office read them. */
@Injectable()
export class DoorQueries {
  constructor(
    private readonly database: Database,
    private readonly houses: Houses,
  ) {}

  /** Over all doors, of the night that is on. @throws DomainError `door.no_night` (conflict) */
  async heads(venueId: string): Promise<HeadCountRow> {
    const [[row], { capacityAlarmPct }] = await Promise.all([
      this.database.rows<Omit<HeadCountRow, 'alarm_at'>>(HEADS, [venueId]),
      this.houses.find(venueId),
    ]);
    if (!row) throw new DomainError('door.no_night', 'conflict');
    return { ...row, alarm_at: row.capacity === null ? null : alarmAt(row.capacity, capacityAlarmPct) };
  }

  /** What a guest has for tonight, in the order in which a door lets it in; nothing when no night is on. */
  ofGuest(venueId: string, customerId: string): Promise<GuestEntryRow[]> {
    return this.database.rows<GuestEntryRow>(OF_GUEST, [venueId, customerId]);
  }

  /** The latest first. */
  async refusals(venueId: string, { nightId, limit, cursor }: DoorFilter): Promise<Page<DoorRefusalRow>> {
    const [before] = cursorAs(cursor, [uuid]) ?? [null];
    const rows = await this.database.rows<DoorRefusalRow>(REFUSALS, [venueId, nightId ?? null, before, limit + 1]);
    return toPage(rows, limit, (row) => [row.id]);
  }

  /** The latest first. */
  async crossings(venueId: string, { nightId, limit, cursor }: DoorFilter): Promise<Page<CrossingRow>> {
    const [before] = cursorAs(cursor, [uuid]) ?? [null];
    const rows = await this.database.rows<CrossingRow>(CROSSINGS, [venueId, nightId ?? null, before, limit + 1]);
    return toPage(rows, limit, (row) => [row.id]);
  }
}
