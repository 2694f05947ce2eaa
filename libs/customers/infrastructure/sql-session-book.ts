import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { AppConfig, decrypt, encrypt, sha256, sql, sqlOf } from '@libs/platform';
import { GRACE_MS, Renewal, Session, SessionBook } from '../domain';

const FORGET_OLD = sql(
  'customers.forget_old_sessions',
  'DELETE FROM customers.sessions WHERE customer_uuid = $1 AND expires_at < $2',
);
const OPEN = sql(
  'customers.open_session',
  `INSERT INTO customers.sessions (id, customer_uuid, token_version, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
);
const INSERT_TOKEN = sql(
  'customers.insert_refresh_token',
  'INSERT INTO customers.refresh_tokens (token_hash, session_id, created_at) VALUES ($1, $2, $3)',
);
/** Who counts: the login is not over, and neither password nor access changed since. */
const ALIVE = `s.revoked_at IS NULL AND s.expires_at > $2 AND c.is_active AND c.token_version = s.token_version`;
const SESSION = 's.id, s.customer_uuid, s.token_version, s.expires_at, c.venue_id';
const ROTATE = sql(
  'customers.rotate_refresh_token',
  `UPDATE customers.refresh_tokens t SET replaced_at = $2, child_sealed = $3, child_hash = $4
   FROM customers.sessions s JOIN customers.customers c ON c.uuid = s.customer_uuid
   WHERE t.token_hash = $1 AND t.replaced_at IS NULL AND s.id = t.session_id AND ${ALIVE}
   RETURNING ${SESSION}`,
);
/** The successor has arrived at the client: nobody needs to be given it again. */
const ARRIVED = sql(
  'customers.refresh_token_arrived',
  'UPDATE customers.refresh_tokens SET child_sealed = NULL WHERE child_hash = $1',
);
const LOOK = sql(
  'customers.used_refresh_token',
  `SELECT ${SESSION}, t.replaced_at, t.child_sealed, ${ALIVE} AS is_alive
   FROM customers.refresh_tokens t
   JOIN customers.sessions s ON s.id = t.session_id JOIN customers.customers c ON c.uuid = s.customer_uuid
   WHERE t.token_hash = $1`,
);
const END = sql(
  'customers.end_session',
  'UPDATE customers.sessions SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL',
);
const END_OF_TOKEN = sql(
  'customers.end_session_of_token',
  `UPDATE customers.sessions s SET revoked_at = $2 FROM customers.refresh_tokens t
   WHERE t.token_hash = $1 AND s.id = t.session_id AND s.revoked_at IS NULL`,
);
const END_ALL = sql(
  'customers.end_sessions',
  'UPDATE customers.sessions SET revoked_at = $2 WHERE customer_uuid = $1 AND revoked_at IS NULL',
);

interface SessionRow {
  id: string;
  customer_uuid: string;
  token_version: number;
  expires_at: Date;
  venue_id: string;
}

interface UsedRow extends SessionRow {
  replaced_at: Date | null;
  child_sealed: Buffer | null;
  is_alive: boolean;
}

@Injectable()
export class SqlSessionBook extends SessionBook {
  constructor(private readonly config: AppConfig) {
    super();
  }

  async open(tx: Transaction, session: Session, token: string, at: Date): Promise<void> {
    const { id, customerId, tokenVersion, expiresAt } = session;
    await sqlOf(tx).rows(FORGET_OLD, [customerId, at]);
    await sqlOf(tx).rows(OPEN, [id, customerId, tokenVersion, at, expiresAt]);
    await sqlOf(tx).rows(INSERT_TOKEN, [sha256(token), id, at]);
  }

  async renew(tx: Transaction, token: string, successor: string, at: Date): Promise<Renewal> {
    const hash = sha256(token);
    const [childHash, sealed] = [sha256(successor), encrypt(this.config.dataKey, successor)];
    const [rotated] = await sqlOf(tx).rows<SessionRow>(ROTATE, [hash, at, sealed, childHash]);
    if (!rotated) return this.again(tx, hash, at);
    await sqlOf(tx).rows(INSERT_TOKEN, [childHash, rotated.id, at]);
    await sqlOf(tx).rows(ARRIVED, [hash]);
    return { kind: 'renewed', session: toSession(rotated), token: successor };
  }

  async end(tx: Transaction, token: string, at: Date): Promise<void> {
    await sqlOf(tx).rows(END_OF_TOKEN, [sha256(token), at]);
  }

  async endAll(tx: Transaction, customerId: string, at: Date): Promise<void> {
    await sqlOf(tx).rows(END_ALL, [customerId, at]);
  }

  /** The token was replaced before, by a request at the same moment, by a lost answer's, or by a thief's. */
  private async again(tx: Transaction, hash: Buffer, at: Date): Promise<Renewal> {
    const [used] = await sqlOf(tx).rows<UsedRow>(LOOK, [hash, at]);
    if (!used?.is_alive || used.replaced_at === null) return { kind: 'invalid' };
    const session = toSession(used);
    const isInGrace = at.getTime() - used.replaced_at.getTime() <= GRACE_MS;
    if (isInGrace && used.child_sealed) {
      return { kind: 'renewed', session, token: decrypt(this.config.dataKey, used.child_sealed) };
    }
    await sqlOf(tx).rows(END, [used.id, at]);
    return { kind: 'reused', session, venueId: used.venue_id };
  }
}

function toSession(row: SessionRow): Session {
  const { id, customer_uuid: customerId, token_version: tokenVersion, expires_at: expiresAt } = row;
  return { id, customerId, tokenVersion, expiresAt };
}
