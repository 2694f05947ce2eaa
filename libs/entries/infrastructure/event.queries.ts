import { Injectable } from '@nestjs/common';
import { Clock } from '@libs/kernel';
import { Database, sql } from '@libs/platform';
import { leftOf } from './entry-type-rows';

/** A price that an evening announces; `left` null: nobody counts. */
export interface EventPrice {
  readonly name: string;
  /** In pesos. */
  readonly price: number;
  readonly left: number | null;
}

/** A party, as guests see it. */
export interface EventRow {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly date: string;
  readonly djs: string[];
  readonly description: string;
  readonly image_url: string | null;
  readonly doors_open_at: Date | null;
  readonly doors_close_at: Date | null;
  readonly is_open: boolean;
  /** In pesos; of the entries on sale, or else as the evening announces them. */
  readonly prices: EventPrice[];
  /** Of the entries on sale together; null when none is. */
  readonly left: number | null;
}

/** Before this hour of the venue's clock it is still the evening before. */
const EVENING = `(($2::timestamptz AT TIME ZONE v.time_zone) - interval '10 hours')::date`;

const EVENT = `SELECT n.number AS id, n.id AS uuid, n.name, n.date, n.djs, n.description, n.image_url, n.doors_open_at,
    n.doors_close_at, n.status IN ('OPEN', 'CLOSING') AS is_open, coalesce(sale.prices, n.price_tiers) AS prices, sale.left
  FROM nights.nights n JOIN nights.venues v ON v.id = n.venue_id
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('name', t.name, 'price', t.price, 'left', t.left) ORDER BY t.position, t.name) AS prices,
      sum(t.left)::int AS left
    FROM (
      SELECT t.name, t.price, t.position, ${leftOf('$2')} AS left FROM entries.entry_types t
      WHERE t.night_id = n.id AND t.is_active AND t.code IS NULL
        AND (t.sale_starts_at IS NULL OR t.sale_starts_at <= $2) AND (t.sale_ends_at IS NULL OR t.sale_ends_at > $2)
    ) t
  ) sale
  WHERE n.venue_id = $1 AND n.deleted_at IS NULL`;
const TONIGHT = sql(
  'entries.event_tonight',
  `${EVENT} AND (n.status IN ('OPEN', 'CLOSING') OR (n.status IN ('PLANNED', 'PREPARING') AND n.date = ${EVENING}))
   ORDER BY n.status IN ('OPEN', 'CLOSING') DESC, n.id LIMIT 1`,
);
const UPCOMING = sql(
  'entries.events_upcoming',
  `${EVENT} AND (n.status = 'OPEN' OR (n.status IN ('PLANNED', 'PREPARING') AND n.date >= ${EVENING}))
   ORDER BY n.date, n.id LIMIT $3 OFFSET $4`,
);

/** The parties of a house, as guests see them. */
@Injectable()
export class EventQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The one that is on, or the one planned for this evening. */
  async tonight(venueId: string): Promise<EventRow | undefined> {
    const [row] = await this.database.rows<EventRow>(TONIGHT, [venueId, this.clock.now()]);
    return row && withLeft(row);
  }

  /** Tonight's and those to come, the next one first. */
  async upcoming(venueId: string, limit: number, offset: number): Promise<EventRow[]> {
    const rows = await this.database.rows<EventRow>(UPCOMING, [venueId, this.clock.now(), limit, offset]);
    return rows.map(withLeft);
  }
}

/** Announced prices say nothing of what is left. */
function withLeft(row: EventRow): EventRow {
  return { ...row, prices: row.prices.map((price) => ({ ...price, left: price.left ?? null })) };
}
