/** What an event keeps of a change: only what became something else, by the names of the wire. */
export interface Changes extends Readonly<Record<string, unknown>> {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/**
 * The difference of two states of one thing, compared as JSON would show them.
 * @returns undefined when nothing differs
 */
export function changesOf<T extends object>(before: T, after: T): Changes | undefined {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<string & keyof T>;
  const differing = [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  if (differing.length === 0) return undefined;
  const shown = (state: T): Record<string, unknown> =>
    Object.fromEntries(differing.map((name) => [snakeCase(name), state[name]]));
  return { before: shown(before), after: shown(after) };
}

/** The names of the wire: `packageSize` becomes `package_size`. */
export function onWire(state: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [snakeCase(name), value as unknown]));
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The state with these fields replaced; what is undefined stays as it was. */
export function merged<T extends object>(before: T, changes: { readonly [K in keyof T]?: T[K] | undefined }): T {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(given) };
}
