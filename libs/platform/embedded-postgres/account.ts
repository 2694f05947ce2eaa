import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { StartError } from '../start-error';

/** The operating-system user that Postgres runs as when the product itself runs as root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Where root keeps what an unprivileged Postgres must reach when the clone is out of its reach. */
export const FALLBACK_ROOT = '/var/lib/noche';

/** Whether this process runs as root, which Postgres refuses. */
export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Picks the user for Postgres, or none when this process is an ordinary user. Order: whoever owns the database already,
 * whoever owns the folder the data goes to, `postgres`, `nobody`.
 * No user is ever created.
 * @param candidates paths from the most to the least telling; missing ones are passed over
 * @throws StartError when the machine has none of these users
 */
export function chooseAccount(candidates: readonly string[]): Account | undefined {
  if (!runsAsRoot()) return undefined;
  for (const path of candidates) {
    const owner = ownerOf(path);
    const account = owner ? lookUp(String(owner)) : undefined;
    if (account) return account;
  }
  const account = lookUp('postgres') ?? lookUp('nobody');
  if (account) return account;
  throw new StartError('Postgres refuses to run as root and this machine has no other user for it; start as one.');
}

function ownerOf(path: string): number | undefined {
  try {
    return statSync(path).uid;
  } catch {
    return undefined;
  }
}

function lookUp(user: string): Account | undefined {
  const ask = (flag: string): string => spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout.trim();
  const name = ask('-un');
  const uid = Number.parseInt(ask('-u'), 10);
  const gid = Number.parseInt(ask('-g'), 10);
  return name && Number.isInteger(uid) && uid !== 0 && Number.isInteger(gid) ? { name, uid, gid } : undefined;
}

/** Whether `account` (or this process, when none) can reach and write the folder. */
export function canWrite(folder: string, account: Account | undefined): boolean {
  const identity = account ? { uid: account.uid, gid: account.gid } : {};
  if (process.platform === 'win32') return true;
  const result = spawnSync('/bin/sh', ['-c', 'cd "$0" && test -w . && test -x .', folder], { ...identity, cwd: '/' });
  return result.status === 0;
}
