import { Injectable } from '@nestjs/common';
import { Actor, Transaction } from '@libs/kernel';
import { sha256, sql, sqlOf } from '@libs/platform';
import { RecognisedGuest, Recognition, RecognitionBook, TokenFacts } from '../domain';

const FORGET_AT_ONCE = 10;

const OPEN = sql(
  'customers.open_recognition',
  `WITH forgotten AS (
     DELETE FROM customers.recognitions WHERE token_hash IN (
       SELECT token_hash FROM customers.recognitions WHERE expires_at < $8::timestamptz - interval '1 day'
       ORDER BY expires_at LIMIT ${FORGET_AT_ONCE} FOR UPDATE SKIP LOCKED)
   )
   INSERT INTO customers.recognitions
     (token_hash, customer_uuid, source, station, session_id, device_id, employee_id, recognised_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

/** The token counts here and now. */
const COUNTS = `r.token_hash = $1 AND r.session_id = $2 AND r.device_id = $3 AND r.expires_at > $4
     AND c.uuid = r.customer_uuid AND c.venue_id = $5`;
const GUEST = `r.customer_uuid AS "customerId", c.name, r.source, r.source = 'qr' OR r.confirmed_by IS NOT NULL AS "isConfirmed",
     r.expires_at AS "expiresAt"`;
const FIND = sql(
  'customers.find_recognition',
  `SELECT ${GUEST} FROM customers.recognitions r, customers.customers c WHERE ${COUNTS} AND c.is_active`,
);
const CONFIRM = sql(
  'customers.confirm_recognition',
  `UPDATE customers.recognitions r SET confirmed_by = $6, expires_at = $7 FROM customers.customers c
   WHERE ${COUNTS} AND c.is_active RETURNING ${GUEST}`,
);
/** A second payment waits for the first, and then finds the token used up. */
const SPEND = sql(
  'customers.spend_recognition',
  `UPDATE customers.recognitions r SET paid_at = $4 FROM customers.customers c
   WHERE ${COUNTS} AND c.is_active AND r.paid_at IS NULL AND (r.source = 'qr' OR r.confirmed_by IS NOT NULL)
   RETURNING r.customer_uuid AS "customerId"`,
);
const FACTS = sql(
  'customers.recognition_facts',
  `SELECT r.source = 'card' AND r.confirmed_by IS NULL AS "isUnconfirmed",
     c.is_active AS "isActive"
   FROM customers.recognitions r, customers.customers c WHERE ${COUNTS}`,
);

@Injectable()
export class SqlRecognitionBook extends RecognitionBook {
  async open(tx: Transaction, recognition: Recognition, token: string, actor: Actor): Promise<void> {
    const { customerId, source, station, at, expiresAt } = recognition;
    const { sessionId, deviceId, employeeId } = actor;
    await sqlOf(tx).rows(OPEN, [
      ...[sha256(token), customerId, source, station, sessionId, deviceId, employeeId, at, expiresAt],
    ]);
  }

  async find(tx: Transaction, actor: Actor, token: string, at: Date): Promise<RecognisedGuest | undefined> {
    return (await sqlOf(tx).rows<RecognisedGuest>(FIND, here(actor, token, at)))[0];
  }

  async confirm(
    tx: Transaction,
    actor: Actor,
    token: string,
    by: string,
    at: Date,
    expiresAt: Date,
  ): Promise<RecognisedGuest | undefined> {
    return (await sqlOf(tx).rows<RecognisedGuest>(CONFIRM, [...here(actor, token, at), by, expiresAt]))[0];
  }

  async spend(
    tx: Transaction,
    actor: Actor,
    token: string,
    at: Date,
  ): Promise<{ customerId: string } | { facts: TokenFacts | undefined }> {
    const values = here(actor, token, at);
    const [spent] = await sqlOf(tx).rows<{ customerId: string }>(SPEND, values);
    return spent ?? { facts: (await sqlOf(tx).rows<TokenFacts>(FACTS, values))[0] };
  }
}

function here({ sessionId, deviceId, venueId }: Actor, token: string, at: Date): unknown[] {
  return [sha256(token), sessionId, deviceId, at, venueId];
}
