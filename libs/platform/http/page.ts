import { z } from 'zod';
import { DomainError } from '@libs/kernel';

/** `?limit=&cursor=` of every staff list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(50).describe('How many at most, 1 to 100'),
  cursor: z.string().max(500).optional().describe('next_cursor of the page before'),
};

/** `?limit=&offset=` of a guest's own lists, which are bare arrays: builders of apps without code know no cursors. */
export const ownListQuery = z.strictObject({
  limit: pageQuery.limit,
  offset: z.coerce.number().int().min(0).max(10_000).default(0).describe('How many to skip'),
});

export interface Page<T> {
  readonly items: T[];
  /** Where the next page begins, null when this is the last. */
  readonly nextCursor: string | null;
}

/** The wire of a page of items. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    next_cursor: z.string().nullable().describe('Give it as cursor to get what follows; null at the end'),
  });
}

/** Cuts `limit + 1` rows to a page; the cursor holds the key of the last row shown. */
export function toPage<T>(rows: T[], limit: number, keyOf: (row: T) => readonly (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null };
}

/** @throws DomainError `input.cursor` when it is none of ours */
export function readCursor(cursor: string | undefined, parts: number): (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(key) && key.length === parts && key.every((p) => ['string', 'number'].includes(typeof p));
    if (fits) return key as (string | number)[];
  } catch {
    // falls through to the refusal
  }
  throw new DomainError('input.cursor', 'invalid');
}
