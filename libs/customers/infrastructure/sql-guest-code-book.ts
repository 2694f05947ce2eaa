import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { Database, sha256, sql, sqlOf } from '@libs/platform';
import { CodeFacts, CodeHolder, GuestCode, GuestCodeBook, NewCard } from '../domain';

/** So long after its end a code is still told from one that never was, and by the way so many are forgotten. */
const FORGET = `interval '1 day'`;
const FORGET_AT_ONCE = 10;

const ADD_QR = sql(
  'customers.add_qr',
  `WITH forgotten AS (
     DELETE FROM customers.qr_codes WHERE code_hash IN (
       SELECT code_hash FROM customers.qr_codes WHERE expires_at < $4::timestamptz - ${FORGET}
       ORDER BY expires_at LIMIT ${FORGET_AT_ONCE} FOR UPDATE SKIP LOCKED)
   )
   INSERT INTO customers.qr_codes (code_hash, customer_uuid, expires_at) VALUES ($1, $2, $3)`,
);
/** A second one waits for the first, and then finds it used. */
const TAKE_QR = sql(
  'customers.take_qr',
  `UPDATE customers.qr_codes q SET used_at = $3 FROM customers.customers c
   WHERE q.code_hash = $1 AND c.uuid = q.customer_uuid AND c.venue_id = $2 AND c.is_active
     AND q.used_at IS NULL AND q.expires_at > $3
   RETURNING c.uuid AS "customerId", c.name`,
);
const TAKE_CARD = sql(
  'customers.take_card',
  `SELECT c.uuid AS "customerId", c.name FROM customers.cards k JOIN customers.customers c ON c.uuid = k.customer_uuid
   WHERE k.code_hash = $1 AND c.venue_id = $2 AND c.is_active AND k.revoked_at IS NULL AND k.issued_at <= $3`,
);
const QR_FACTS = sql(
  'customers.qr_facts',
  `SELECT q.used_at IS NOT NULL AS "isUsed", q.expires_at AS "expiresAt", c.is_active AS "isActive"
   FROM customers.qr_codes q JOIN customers.customers c ON c.uuid = q.customer_uuid
   WHERE q.code_hash = $1 AND c.venue_id = $2`,
);
/** A revoked card is over, like a QR after its minute. */
const CARD_FACTS = sql(
  'customers.card_facts',
  `SELECT false AS "isUsed", k.revoked_at AS "expiresAt", c.is_active AS "isActive"
   FROM customers.cards k JOIN customers.customers c ON c.uuid = k.customer_uuid
   WHERE k.code_hash = $1 AND c.venue_id = $2`,
);
const ADD_CARD = sql(
  'customers.add_card',
  `INSERT INTO customers.cards (id, customer_uuid, code_hash, issued_by, issued_at) VALUES ($1, $2, $3, $4, $5)`,
);
const REVOKE_CARD = sql(
  'customers.revoke_card',
  `UPDATE customers.cards SET revoked_by = $2, revoked_at = $3 WHERE customer_uuid = $1 AND revoked_at IS NULL`,
);

@Injectable()
export class SqlGuestCodeBook extends GuestCodeBook {
  constructor(private readonly database: Database) {
    super();
  }

  async addQr(customerId: string, code: string, expiresAt: Date, at: Date): Promise<void> {
    await this.database.rows(ADD_QR, [sha256(code), customerId, expiresAt, at]);
  }

  async take(
    tx: Transaction,
    venueId: string,
    { kind, code }: GuestCode,
    at: Date,
  ): Promise<{ holder: CodeHolder } | { facts: CodeFacts | undefined }> {
    const [take, facts] = kind === 'qr' ? ([TAKE_QR, QR_FACTS] as const) : ([TAKE_CARD, CARD_FACTS] as const);
    const hash = sha256(code);
    const [holder] = await sqlOf(tx).rows<CodeHolder>(take, [hash, venueId, at]);
    if (holder) return { holder };
    return { facts: (await sqlOf(tx).rows<CodeFacts>(facts, [hash, venueId]))[0] };
  }

  async addCard(tx: Transaction, { id, customerId, code, issuedBy, at }: NewCard): Promise<void> {
    await sqlOf(tx).rows(ADD_CARD, [id, customerId, sha256(code), issuedBy, at]);
  }

  async revokeCard(tx: Transaction, customerId: string, by: string, at: Date): Promise<boolean> {
    return (await sqlOf(tx).count(REVOKE_CARD, [customerId, by, at])) > 0;
  }
}
