import { Injectable } from '@nestjs/common';
import { Clock } from '@libs/kernel';
import { AppCaller, AppReader, Database, Log, sha256, sql } from '@libs/platform';
import { SEEN_EVERY_MS } from '../domain';
import { ApiKeyCache, KnownApp } from './api-key-cache';

const FIND = sql(
  'staff.api_key',
  `SELECT id, venue_id AS "venueId", name, scopes, last_used_at AS "lastUsedAt" FROM staff.api_keys
   WHERE key_hash = $1 AND revoked_at IS NULL`,
);
const USED = sql('staff.api_key_used', 'UPDATE staff.api_keys SET last_used_at = $2 WHERE id = $1');

/** A revoked key is out at the next request: {@link ApiKeyCache} hears of it. */
@Injectable()
export class SqlAppReader extends AppReader {
  constructor(
    private readonly database: Database,
    private readonly known: ApiKeyCache,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    super();
  }

  async app(key: string): Promise<AppCaller | undefined> {
    const hash = sha256(key);
    const app = await this.known.get(hash.toString('base64'), async () => {
      const [found] = await this.database.rows<KnownApp>(FIND, [hash]);
      return found;
    });
    if (app) this.noteUse(app);
    return app;
  }

  /** The request does not wait for it, and nobody is turned away because it failed. */
  private noteUse(app: KnownApp): void {
    const now = this.clock.now();
    if (app.lastUsedAt && now.getTime() - app.lastUsedAt.getTime() <= SEEN_EVERY_MS) return;
    app.lastUsedAt = now;
    this.database.rows(USED, [app.id, now]).catch((error: unknown) => {
      this.log.warn({ err: error }, 'last use of a key was not written');
    });
  }
}
