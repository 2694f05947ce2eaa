import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const FOLDER_VARIABLE = 'NOCHE_TEST_CLUB';

/** The data folder that every walk copies: seeding one takes ten seconds, copying it half of one. */
export function seededClub(): string {
  const folder = process.env[FOLDER_VARIABLE];
  if (folder) return folder;
  throw new Error(`${FOLDER_VARIABLE} is not set: name the file *.browser-spec.ts and run it with jest.`);
}

/** Before the first walk of a run: a demo club as a first `npm start` leaves it. */
export default function seedClub(): void {
  const folder = mkdtempSync(join(tmpdir(), 'noche-seeded-'));
  process.env[FOLDER_VARIABLE] = folder;
  const env = { ...process.env, NODE_ENV: 'development', DATA_DIR: folder };
  execFileSync(process.execPath, [join(ROOT, 'dist/tools/seed.js')], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** After the last walk. */
export function removeClub(): void {
  const folder = process.env[FOLDER_VARIABLE];
  if (folder) rmSync(folder, { recursive: true, force: true });
}
