import { Sql, sql } from '@libs/platform';

/** A sentence about the data that always holds, and the statement that finds the rows of which it does not. */
export interface Invariant {
  readonly name: string;
  /** Answers `id` and `problem` of each breaking row; nothing when the invariant holds. */
  readonly breaks: Sql;
}

/** @param name also the statement's: a few words with hyphens */
export function invariant(name: string, text: string): Invariant {
  return { name, breaks: sql(`audit.invariant.${name}`, text) };
}
