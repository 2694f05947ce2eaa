import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '@libs/kernel';
import { Database, sql } from '@libs/platform';
import { EntryTypeState, normalizedCode } from '../domain';
import { ENTRY_TYPE_COLUMNS, leftOf } from './entry-type-rows';

/** A type with how many are left of it. */
export type EntryTypeRow = EntryTypeState & { readonly left: number };

const OF_NIGHT = sql(
  'entries.types_of_night',
  `SELECT ${ENTRY_TYPE_COLUMNS}, ${leftOf('$3')} AS left FROM entries.entry_types t
   WHERE t.venue_id = $1 AND t.night_id = $2 ORDER BY t.position, t.name`,
);
const ONE = sql(
  'entries.type',
  `SELECT ${ENTRY_TYPE_COLUMNS}, ${leftOf('$3')} AS left FROM entries.entry_types t WHERE t.venue_id = $1 AND t.id = $2`,
);

/** What is on sale at a moment: the night is not over, the type's window is open. */
const ON_SALE_AT = `t.is_active AND n.deleted_at IS NULL AND n.status IN ('PLANNED', 'PREPARING', 'OPEN')
  AND (t.sale_starts_at IS NULL OR t.sale_starts_at <= $2) AND (t.sale_ends_at IS NULL OR t.sale_ends_at > $2)`;
const ON_SALE = sql(
  'entries.types_on_sale',
  `SELECT t.number AS id, t.id AS uuid, t.name, t.description, t.price, t.per_person, t.sale_ends_at, t.code IS NOT NULL AS hidden,
     ${leftOf('$2')} AS left, n.id AS night_uuid, n.name AS night_name, n.date AS night_date, n.doors_open_at
   FROM entries.entry_types t JOIN nights.nights n ON n.id = t.night_id
   WHERE t.venue_id = $1 AND ${ON_SALE_AT} AND (t.code IS NULL OR t.code = $3)
     AND n.id = coalesce($4::uuid, (
       SELECT n.id FROM entries.entry_types t JOIN nights.nights n ON n.id = t.night_id
       WHERE t.venue_id = $1 AND ${ON_SALE_AT} AND (t.code IS NULL OR t.code = $3)
       ORDER BY n.status = 'OPEN' DESC, n.date, n.id LIMIT 1))
   ORDER BY t.position, t.name, t.id`,
);

/** A type on sale, as guests see it. */
export interface OnSaleRow {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly description: string;
  readonly price: number;
  readonly per_person: number;
  readonly sale_ends_at: Date | null;
  readonly hidden: boolean;
  readonly left: number;
  readonly night_uuid: string;
  readonly night_name: string;
  readonly night_date: string;
  readonly doors_open_at: Date | null;
}

/** Kinds of entry as screens and guests read them, always of one venue. */
@Injectable()
export class EntryTypeQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  ofNight(venueId: string, nightId: string): Promise<EntryTypeRow[]> {
    return this.database.rows<EntryTypeRow>(OF_NIGHT, [venueId, nightId, this.clock.now()]);
  }

  /** @throws DomainError `entry.type_not_found` */
  async one(venueId: string, id: string): Promise<EntryTypeRow> {
    const [row] = await this.database.rows<EntryTypeRow>(ONE, [venueId, id, this.clock.now()]);
    if (!row) throw new DomainError('entry.type_not_found', 'not_found');
    return row;
  }

  /** Of the given night, or of tonight, or of the next night that sells any. Hidden types only with their code. */
  onSale(
    venueId: string,
    { code, nightId }: { readonly code?: string | undefined; readonly nightId?: string | undefined },
  ): Promise<OnSaleRow[]> {
    const known = code === undefined ? null : normalizedCode(code);
    return this.database.rows<OnSaleRow>(ON_SALE, [venueId, this.clock.now(), known, nightId ?? null]);
  }
}
