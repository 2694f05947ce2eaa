import { z } from 'zod';
import { DomainError } from '@libs/kernel';
import { readCursor } from './page';

/**
 * Reads a cursor whose parts must be of these forms, so that a forged one never reaches a cast in the database.
 * @throws DomainError `input.cursor` when it is none of ours
 */
export function cursorAs<T extends [z.ZodType, ...z.ZodType[]]>(
  cursor: string | undefined,
  parts: T,
): z.output<z.ZodTuple<T>> | undefined {
  const key = readCursor(cursor, parts.length);
  if (key === undefined) return undefined;
  const parsed = z.tuple(parts).safeParse(key);
  if (!parsed.success) throw new DomainError('input.cursor', 'invalid');
  return parsed.data;
}
