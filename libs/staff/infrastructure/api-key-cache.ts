import { Injectable } from '@nestjs/common';
import { AppCaller, ChangeCache, DatabaseListener } from '@libs/platform';

/** On this channel the database tells that a key was revoked or changed, whoever did it. */
const API_KEYS_CHANGED = 'noche_api_keys_changed';

/** A key that counts, and when its use was noted last. */
export type KnownApp = AppCaller & { lastUsedAt: Date | null };

/** Keys of apps by their hash, until any of them changes. */
@Injectable()
export class ApiKeyCache extends ChangeCache<KnownApp> {
  constructor(listener: DatabaseListener) {
    super(listener, API_KEYS_CHANGED);
  }
}
