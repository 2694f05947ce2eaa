import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { sql, sqlOf } from '@libs/platform';
import { GiftBook, NewGift, NewRefund, RefundBook } from '../domain';

const ADD = sql(
  'entries.add_refund',
  `INSERT INTO entries.refunds (id, venue_id, order_id, amount, fee, goes_to, reason, employee_id, authorized_by, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const TOTAL = sql(
  'entries.total_refunded',
  'SELECT coalesce(sum(amount + fee), 0)::int AS total FROM entries.refunds WHERE order_id = $1',
);
const BEGINS = sql(
  'entries.night_begins',
  'SELECT coalesce(doors_open_at, opened_at) AS at FROM nights.nights WHERE id = $1',
);
const OFFER = sql(
  'entries.offer_gift',
  `INSERT INTO entries.gifts (code_hash, entry_id, given_by, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
);
const WITHDRAW = sql(
  'entries.withdraw_gift',
  'UPDATE entries.gifts SET withdrawn_at = $2 WHERE entry_id = $1 AND taken_at IS NULL AND withdrawn_at IS NULL',
);
const OPEN = 'taken_at IS NULL AND withdrawn_at IS NULL';
const FIND = sql(
  'entries.find_gift',
  `SELECT g.code_hash AS hash, g.entry_id AS "entryId", g.given_by AS "givenBy"
   FROM entries.gifts g JOIN entries.entries e ON e.id = g.entry_id
   WHERE e.venue_id = $1 AND g.code_hash = $2 AND g.expires_at > $3 AND ${OPEN}`,
);
const TAKE = sql(
  'entries.take_gift',
  `UPDATE entries.gifts SET taken_at = $3, taken_by = $2 WHERE code_hash = $1 AND expires_at > $3 AND ${OPEN}`,
);

/** {@link RefundBook} on Postgres. */
@Injectable()
export class SqlRefundBook extends RefundBook {
  async add(tx: Transaction, refund: NewRefund): Promise<void> {
    const { id, venueId, orderId, amount, fee, goesTo, reason, employeeId, authorizedBy, at } = refund;
    const values = [id, venueId, orderId, amount, fee, goesTo, reason, employeeId, authorizedBy, at];
    await sqlOf(tx).rows(ADD, values);
  }

  async totalOf(tx: Transaction, orderId: string): Promise<number> {
    return (await sqlOf(tx).rows<{ total: number }>(TOTAL, [orderId]))[0]?.total ?? 0;
  }

  async nightBegins(tx: Transaction, nightId: string): Promise<Date | undefined> {
    return (await sqlOf(tx).rows<{ at: Date | null }>(BEGINS, [nightId]))[0]?.at ?? undefined;
  }
}

/** {@link GiftBook} on Postgres. */
@Injectable()
export class SqlGiftBook extends GiftBook {
  async add(tx: Transaction, { hash, entryId, givenBy, at, expiresAt }: NewGift): Promise<void> {
    await sqlOf(tx).rows(OFFER, [hash, entryId, givenBy, at, expiresAt]);
  }

  async withdraw(tx: Transaction, entryId: string, at: Date): Promise<boolean> {
    return (await sqlOf(tx).count(WITHDRAW, [entryId, at])) > 0;
  }

  async find(tx: Transaction, venueId: string, hash: Uint8Array, at: Date) {
    const rows = await sqlOf(tx).rows<{ hash: Uint8Array; entryId: string; givenBy: string }>(FIND, [
      venueId,
      hash,
      at,
    ]);
    return rows[0];
  }

  async take(tx: Transaction, hash: Uint8Array, by: string, at: Date): Promise<boolean> {
    return (await sqlOf(tx).count(TAKE, [hash, by, at])) > 0;
  }
}
