import { Injectable } from '@nestjs/common';
import { cursorAs, Database, Page, sql, toPage, uuid } from '@libs/platform';
import { ApiScope } from '../domain';

const LIST = sql(
  'staff.list_api_keys',
  `SELECT k.id, k.name, k.scopes, e.name AS "createdByName", k.created_at AS "createdAt",
     k.last_used_at AS "lastUsedAt", k.revoked_at AS "revokedAt"
   FROM staff.api_keys k LEFT JOIN staff.employees e ON e.id = k.created_by
   WHERE k.venue_id = $1 AND ($2::uuid IS NULL OR k.id < $2)
   ORDER BY k.id DESC LIMIT $3`,
);

/** A key as the back office lists it; the key itself nobody sees again. */
export interface ApiKeyView {
  readonly id: string;
  readonly name: string;
  readonly scopes: ApiScope[];
  readonly createdByName: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Keys of apps, the newest first; revoked ones stay. */
@Injectable()
export class ApiKeyQueries {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `input.cursor` */
  async list(venueId: string, limit: number, cursor: string | undefined): Promise<Page<ApiKeyView>> {
    const [after] = cursorAs(cursor, [uuid]) ?? [null];
    const rows = await this.database.rows<ApiKeyView>(LIST, [venueId, after, limit + 1]);
    return toPage(rows, limit, (key) => [key.id]);
  }
}
