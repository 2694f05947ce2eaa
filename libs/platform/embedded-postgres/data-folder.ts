import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartError } from '../start-error';
import { type Account, canWrite, chooseAccount, FALLBACK_ROOT } from './account';

/** A data folder that is ready to hold a cluster. */
export interface DataFolder {
  readonly path: string;
  /** The cluster itself, inside `path`; made by initdb. */
  readonly cluster: string;
  readonly account: Account | undefined;
}

/**
 * Makes the data folder ready: it exists, this process can write it, and so can the user Postgres will run as.
 * @param wanted absolute or relative path
 * @param mayMove whether a folder out of Postgres' reach may be replaced by one under /var/lib (only for the default
 *   folder; a folder that somebody named is never swapped silently)
 * @param say receives the one sentence that tells of such a move
 * @throws StartError when the folder cannot be written or reached
 */
export function prepareDataFolder(wanted: string, mayMove: boolean, say: (sentence: string) => void): DataFolder {
  const path = resolve(wanted);
  const moved = join(FALLBACK_ROOT, createHash('sha256').update(path).digest('hex').slice(0, 12));
  const account = chooseAccount([join(path, 'pg'), path, nearestExisting(path), join(moved, 'pg')]);
  makeWritable(path);
  if (!account) return { path, cluster: join(path, 'pg'), account };
  hand(path, account);
  if (canWrite(path, account)) return { path, cluster: join(path, 'pg'), account };
  if (!mayMove) {
    throw new StartError(
      `Postgres cannot run as root and the user "${account.name}" cannot reach ${path}; choose a DATA_DIR it can reach, or start as an ordinary user.`,
    );
  }
  makeWritable(moved);
  hand(moved, account);
  if (!canWrite(moved, account)) {
    throw new StartError(
      `Postgres cannot run as root and the user "${account.name}" can reach neither ${path} nor ${moved}; start as an ordinary user.`,
    );
  }
  say(`Running as root, and Postgres (as user "${account.name}") cannot reach ${path}: the data is kept in ${moved}.`);
  return { path: moved, cluster: join(moved, 'pg'), account };
}

function nearestExisting(path: string): string {
  let parent = dirname(path);
  while (!existsSync(parent) && dirname(parent) !== parent) parent = dirname(parent);
  return parent;
}

function makeWritable(path: string): void {
  try {
    makeFolders(path);
  } catch (error) {
    throw new StartError(`The data folder ${path} cannot be created: ${(error as Error).message}.`);
  }
  if (!canWrite(path, undefined)) {
    throw new StartError(`The data folder ${path} is not writable; change its permissions or set DATA_DIR to another.`);
  }
}

/** Step by step: Node's own recursive mkdir never returns where a file system such as /proc refuses new folders. */
function makeFolders(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return;
  if (dirname(path) !== path) makeFolders(dirname(path));
  mkdirSync(path, { mode: 0o755 });
}

/**
 * Root gives the folder to the user that Postgres runs as; both keep working in it. A cluster that root copied here,
 * from a backup say, goes with it.
 */
function hand(path: string, account: Account): void {
  if (statSync(path).uid === 0) chownSync(path, account.uid, account.gid);
  const cluster = join(path, 'pg');
  if (statSync(cluster, { throwIfNoEntry: false })?.uid !== 0) return;
  for (const entry of readdirSync(cluster, { recursive: true, encoding: 'utf8' }))
    chownSync(join(cluster, entry), account.uid, account.gid);
  // Last, so that a copy that was interrupted here is taken up again.
  chownSync(cluster, account.uid, account.gid);
}
