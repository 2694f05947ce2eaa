import { Injectable } from '@nestjs/common';
import { DomainError } from '@libs/kernel';
import { cursorAs, Database, Page, sql, text, toPage, uuid } from '@libs/platform';

/** What a till charges for its product, which need not be what a phone pays. */
const AT_TILL = 'coalesce(p.price, t.price) AS price';
const WITH_PRODUCT = `LEFT JOIN entries.entry_types t ON t.id = l.entry_type_id
  LEFT JOIN catalog.products p ON p.id = t.product_id`;
const LIST = `SELECT l.id, l.night_id, l.name, l.owner_name, l.entry_type_id, coalesce(p.name, t.name) AS sells, ${AT_TILL}, l.expires_at, l.is_active,
    l.version, (SELECT coalesce(sum(g.plus + 1), 0)::int FROM entries.guests g WHERE g.list_id = l.id AND g.removed_at IS NULL) AS people,
    (SELECT coalesce(sum(g.arrived), 0)::int FROM entries.guests g WHERE g.list_id = l.id) AS arrived
  FROM entries.guest_lists l ${WITH_PRODUCT} WHERE l.venue_id = $1`;
const OF_NIGHT = sql('entries.lists_of_night', `${LIST} AND l.night_id = $2 ORDER BY l.name, l.id`);
const ONE = sql('entries.list', `${LIST} AND l.id = $2`);
/** Accents and capitals do not count: a door hears names. */
const plain = (text: string) => `translate(lower(${text}), 'áéíóúüñ', 'aeiouun')`;
const GUESTS = sql(
  'entries.guests',
  `SELECT g.id, g.list_id, l.name AS list_name, l.owner_name, g.name, g.plus, g.note, g.arrived, l.expires_at, ${AT_TILL},
     l.is_active
   FROM entries.guests g JOIN entries.guest_lists l ON l.id = g.list_id
   JOIN nights.nights n ON n.id = l.night_id ${WITH_PRODUCT}
   WHERE g.venue_id = $1 AND g.removed_at IS NULL AND ($2::uuid IS NULL OR g.list_id = $2)
     AND ($2::uuid IS NOT NULL OR n.status IN ('OPEN', 'CLOSING'))
     AND ($3::text IS NULL OR strpos(${plain('g.name')}, ${plain('$3')}) > 0)
     AND ($4::text IS NULL OR (g.name, g.id) > ($4, $5::uuid))
   ORDER BY g.name, g.id LIMIT $6`,
);

export interface GuestListRow {
  readonly id: string;
  readonly night_id: string;
  readonly name: string;
  readonly owner_name: string;
  readonly entry_type_id: string | null;
  readonly sells: string | null;
  readonly price: number | null;
  readonly expires_at: Date | null;
  readonly is_active: boolean;
  readonly version: number;
  readonly people: number;
  readonly arrived: number;
}

export interface GuestRow {
  readonly id: string;
  readonly list_id: string;
  readonly list_name: string;
  readonly owner_name: string;
  readonly name: string;
  readonly plus: number;
  readonly note: string | null;
  readonly arrived: number;
  readonly expires_at: Date | null;
  readonly price: number | null;
  readonly is_active: boolean;
}

/** Guest lists as screens read them, always of one venue. */
@Injectable()
export class GuestListQueries {
  constructor(private readonly database: Database) {}

  ofNight(venueId: string, nightId: string): Promise<GuestListRow[]> {
    return this.database.rows<GuestListRow>(OF_NIGHT, [venueId, nightId]);
  }

  /** @throws DomainError `guestlist.not_found` */
  async one(venueId: string, id: string): Promise<GuestListRow> {
    const [row] = await this.database.rows<GuestListRow>(ONE, [venueId, id]);
    if (!row) throw new DomainError('guestlist.not_found', 'not_found');
    return row;
  }

  /** By name; of one list, or of all lists of the night that is on. */
  async guests(
    venueId: string,
    filter: {
      readonly listId?: string | undefined;
      readonly q?: string | undefined;
      readonly limit: number;
      readonly cursor?: string | undefined;
    },
  ): Promise<Page<GuestRow>> {
    const { listId, q, limit, cursor } = filter;
    const [name, id] = cursorAs(cursor, [text(120), uuid]) ?? [null, null];
    const values = [venueId, listId ?? null, q ?? null, name, id, limit + 1];
    return toPage(await this.database.rows<GuestRow>(GUESTS, values), limit, (row) => [row.name, row.id]);
  }
}
