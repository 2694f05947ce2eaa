import { Injectable } from '@nestjs/common';
import { cursorAs, Database, Page, sql, toPage, uuid } from '@libs/platform';

const LIST = sql(
  'audit.list',
  `SELECT event_id, type, chain, position, occurred_at, actor ->> 'employeeName' AS employee_name,
     actor ->> 'deviceId' AS device_id, actor ->> 'ip' AS ip, subject_id, night_id, data, encode(hash, 'hex') AS hash
   FROM audit.entries
   WHERE venue_id = $1
     AND ($2::uuid IS NULL OR event_id < $2)
     AND ($3::text IS NULL OR type = $3 OR starts_with(type, $3 || '.'))
     AND ($4::uuid IS NULL OR subject_id = $4)
     AND ($5::uuid IS NULL OR actor ->> 'employeeId' = $5::text)
     AND ($6::uuid IS NULL OR night_id = $6)
     AND ($7::timestamptz IS NULL OR occurred_at >= $7)
     AND ($8::timestamptz IS NULL OR occurred_at < $8)
   ORDER BY event_id DESC LIMIT $9`,
);

/** An entry as the list shows it. */
export interface AuditRow {
  readonly event_id: string;
  readonly type: string;
  readonly chain: string;
  readonly position: number;
  readonly occurred_at: Date;
  readonly employee_name: string | null;
  readonly device_id: string | null;
  readonly ip: string | null;
  readonly subject_id: string;
  readonly night_id: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

export interface AuditFilter {
  /** A type of event, or the context before its dot. */
  readonly type?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly employeeId?: string | undefined;
  readonly nightId?: string | undefined;
  readonly from?: Date | undefined;
  /** Up to, not including. */
  readonly to?: Date | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The trail as the screens list it. */
@Injectable()
export class AuditQueries {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  async list(venueId: string, filter: AuditFilter): Promise<Page<AuditRow>> {
    const { limit } = filter;
    const [after] = cursorAs(filter.cursor, [uuid]) ?? [];
    const { type, subjectId, employeeId, nightId, from, to } = filter;
    const values = [venueId, after, type, subjectId, employeeId, nightId, from, to, limit + 1];
    const rows = await this.database.rows<AuditRow>(
      LIST,
      values.map((value) => value ?? null),
    );
    return toPage(rows, limit, (row) => [row.event_id]);
  }
}
