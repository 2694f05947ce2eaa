import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@libs/kernel';
import { Database, sql, sqlOf } from '@libs/platform';
import { leftOf } from './entry-type-rows';

const SOLD_AS = sql(
  'entries.sold_as',
  `SELECT t.product_id AS "productId", t.id AS "entryTypeId"
   FROM entries.entry_types t JOIN sales.register_sessions s ON s.night_id = t.night_id
   WHERE s.id = $1 AND s.venue_id = $2 AND t.product_id = ANY ($3::uuid[])`,
);
const LEFT = sql(
  'entries.left_at_till',
  `SELECT t.product_id AS "productId", ${leftOf('$4')} AS left
   FROM entries.entry_types t JOIN sales.register_sessions s ON s.night_id = t.night_id
   WHERE s.id = $1 AND s.venue_id = $2 AND t.product_id = ANY ($3::uuid[])`,
);

/** Which products a till sells entries as, on the night of its session. */
@Injectable()
export class TillEntries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Sends one statement before it first waits. */
  soldAs(
    tx: Transaction,
    venueId: string,
    sessionId: string,
    productIds: readonly string[],
  ): Promise<{ readonly productId: string; readonly entryTypeId: string }[]> {
    return sqlOf(tx).rows(SOLD_AS, [sessionId, venueId, productIds]);
  }

  left(
    venueId: string,
    sessionId: string,
    productIds: readonly string[],
  ): Promise<{ readonly productId: string; readonly left: number }[]> {
    return this.database.rows(LEFT, [sessionId, venueId, productIds, this.clock.now()]);
  }
}
