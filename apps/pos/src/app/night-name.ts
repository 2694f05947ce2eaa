import { readStored, writeStored } from '../till/stored';

/** Older than this, it names another night. */
const HOURS_12 = 12 * 3_600_000;

interface KnownNight {
  readonly name: string;
  readonly at: number;
}

/** The night's name for the screens before a person is there, who alone may ask the server. */
export function rememberNight(name: string | null): void {
  writeStored('night', name === null ? null : { name, at: Date.now() });
}

export function rememberedNight(): string | null {
  const known = readStored<KnownNight>('night');
  return known && Date.now() - known.at < HOURS_12 ? known.name : null;
}
