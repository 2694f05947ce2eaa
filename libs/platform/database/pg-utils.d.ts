/** What the driver's own cursors use, and its types leave out. */
declare module 'pg/lib/utils' {
  /** A value as Postgres reads it: text, bytes or null. @throws TypeError for a circular object */
  export function prepareValue(value: unknown): string | Buffer | null;
}
