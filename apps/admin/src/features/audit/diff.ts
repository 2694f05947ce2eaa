type Facts = Readonly<Record<string, unknown>>;

export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface Reading {
  /** What changed from what to what. */
  readonly changes: readonly Change[];
  /** What else is known. */
  readonly facts: readonly (readonly [field: string, value: unknown])[];
}

/** Reads the data of an entry: fields that differ between before and after, and all other facts that people read (ids are in the export). */
export function readData({ before, after, ...rest }: Facts): Reading {
  const facts = Object.entries(rest).filter(
    ([field, value]) => value !== null && value !== undefined && !/_ids?$/.test(field),
  );
  const old = isFacts(before) ? before : {};
  const young = isFacts(after) ? after : {};
  const fields = [...new Set([...Object.keys(old), ...Object.keys(young)])];
  const changes = fields
    .map((field) => ({ field, before: old[field], after: young[field] }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
  return { changes, facts };
}

const MONEY = /(^|_)(price|amount|cost|total|float|cash|tendered|difference|budget|tolerance)(_|$)/;

/** Whether a fact of this name is pesos. */
export function isMoney(field: string): boolean {
  return MONEY.test(field) && !field.endsWith('_id') && !field.endsWith('_pct');
}

function isFacts(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
