import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { sql, sqlOf } from '@libs/platform';
import { ApiKeyRepository, NewApiKey } from '../domain';
import { ApiKeyCache } from './api-key-cache';

const INSERT = sql(
  'staff.insert_api_key',
  `INSERT INTO staff.api_keys (id, venue_id, name, scopes, key_hash, created_by, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);
const REVOKE = sql(
  'staff.revoke_api_key',
  `UPDATE staff.api_keys SET revoked_at = $3 WHERE venue_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING name`,
);
const FIND = sql('staff.find_api_key', 'SELECT id FROM staff.api_keys WHERE venue_id = $1 AND id = $2');

/** {@link ApiKeyRepository} in SQL. */
@Injectable()
export class SqlApiKeyRepository extends ApiKeyRepository {
  constructor(private readonly known: ApiKeyCache) {
    super();
  }

  async insert(tx: Transaction, key: NewApiKey): Promise<void> {
    const { id, venueId, name, scopes, keyHash, createdBy, createdAt } = key;
    await sqlOf(tx).rows(INSERT, [id, venueId, name, scopes, keyHash, createdBy, createdAt]);
  }

  async revoke(tx: Transaction, venueId: string, id: string, at: Date): Promise<string | undefined> {
    const [row] = await sqlOf(tx).rows<{ name: string }>(REVOKE, [venueId, id, at]);
    if (row) {
      sqlOf(tx).afterCommit(() => this.known.forget());
      return row.name;
    }
    if ((await sqlOf(tx).rows(FIND, [venueId, id])).length > 0) return undefined;
    throw new DomainError('api_key.unknown', 'not_found');
  }
}
