import { Transaction } from '@libs/kernel';

/** What a key may open: the menu, and the parties with their entries. Everybody may read both; no key opens more. */
export const API_SCOPES = ['menu.read', 'events.read'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

export interface NewApiKey {
  readonly id: string;
  readonly venueId: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly keyHash: Buffer;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** Keeps the keys of apps. */
export abstract class ApiKeyRepository {
  abstract insert(tx: Transaction, key: NewApiKey): Promise<void>;
  /**
   * Ends a key for good, at this instance as it commits, at the others as they hear of it.
   * @returns the name; undefined when it was revoked before
   * @throws DomainError `api_key.unknown` also for a key of another house
   */
  abstract revoke(tx: Transaction, venueId: string, id: string, at: Date): Promise<string | undefined>;
}
