import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '../start-error';
import { chooseAccount } from './account';
import { locateBinaries } from './binaries';
import { APP_ROLE, createCluster, DATABASE_NAME, OWNER_ROLE } from './cluster';
import { type DataFolder, prepareDataFolder } from './data-folder';
import { claimInstance, liveInstance, releaseInstance } from './instance-lock';
import { type GeneratedSecrets, loadSecrets } from './secrets-file';
import type { ServerOptions } from './server';
import { serverSettings } from './settings';
import { Supervisor } from './supervisor';

export { StartError } from '../start-error';
export { APP_ROLE, OWNER_ROLE } from './cluster';
export { type GeneratedSecrets, loadSecrets } from './secrets-file';

/** How `startEmbeddedPostgres` may be told to differ from its defaults. */
export interface EmbeddedPostgresOptions {
  /** Where the data is kept between starts; `./data` when nobody says. Not used by a throw-away one. */
  readonly dataDir?: string;
  /** A throw-away cluster in the system's temporary folder, removed when it stops. */
  readonly ephemeral?: boolean;
  /** Only with `ephemeral`: do not wait for the disk. A power cut would lose data, which a test does not have. */
  readonly unsafeFast?: boolean;
  /** The TCP port on 127.0.0.1; a free one when nobody says. */
  readonly port?: number;
  /** Use the server of a live instance on the same folder, instead of refusing. */
  readonly attach?: boolean;
  /** Receives sentences for the person who starts it. */
  readonly say?: (sentence: string) => void;
}

/** A Postgres that belongs to this process. */
export interface EmbeddedPostgres {
  /** Connection of the role that owns the schemas: migrations only. */
  readonly ownerUrl: string;
  /** Connection of the role that the API works with. */
  readonly appUrl: string;
  readonly secrets: GeneratedSecrets;
  /** Where data and secrets are, after any move (see `prepareDataFolder`). */
  readonly dataFolder: string;
  /** Stops the server within five seconds; nothing committed is lost. Does nothing when attached. */
  stop(): Promise<void>;
  /** Stops and starts it on the same port. `crash` skips the orderly end, as a power cut would. */
  restart(mode?: 'fast' | 'crash'): Promise<void>;
}

/**
 * Starts a real Postgres from the programs that came with npm, creating its data on the first start and recovering
 * after a crash. If the server dies on its own it is started again on the same port.
 * @throws StartError in one sentence when a person has to act: folder not writable or in use, port taken, no programs
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions = {}): Promise<EmbeddedPostgres> {
  const folder = options.ephemeral ? temporaryFolder() : persistentFolder(options);
  const running = options.ephemeral ? undefined : liveInstance(folder.path);
  if (running) {
    if (!options.attach) throw inUse(folder.path, running.pid);
    return { ...connection(folder, running.port), stop: async () => {}, restart: refuseRestart };
  }
  await refuseTakenPort(options.port);
  const port = options.port ?? (await freePort());
  const rival = claimInstance(folder.path, port);
  if (rival) throw inUse(folder.path, rival.pid);
  try {
    return await run(folder, port, options);
  } catch (error) {
    release(folder, options);
    throw error;
  }
}

async function run(folder: DataFolder, port: number, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = locateBinaries(folder.account);
  const urls = connection(folder, port);
  createCluster(binaries, {
    cluster: folder.cluster,
    account: folder.account,
    ownerPassword: urls.secrets.PG_OWNER_PASSWORD,
    appPassword: urls.secrets.PG_APP_PASSWORD,
    ephemeral: options.ephemeral ?? false,
  });
  const serverOptions: ServerOptions = {
    binaries,
    cluster: folder.cluster,
    account: folder.account,
    port,
    logFile: join(folder.path, 'postgres.log'),
    removeAfterCrash: options.ephemeral ? folder.path : undefined,
    settings: serverSettings(options.ephemeral === true && options.unsafeFast === true),
  };
  const supervised = await Supervisor.start(serverOptions);
  return {
    ...urls,
    stop: async () => {
      await supervised.stop();
      release(folder, options);
    },
    restart: (mode = 'fast') => supervised.restart(mode),
  };
}

function persistentFolder(options: EmbeddedPostgresOptions): DataFolder {
  return prepareDataFolder(options.dataDir ?? 'data', options.dataDir === undefined, options.say ?? (() => undefined));
}

function temporaryFolder(): DataFolder {
  const path = mkdtempSync(join(tmpdir(), 'noche-pg-'));
  const account = chooseAccount([]);
  if (account) chownSync(path, account.uid, account.gid);
  return { path, cluster: join(path, 'pg'), account };
}

function connection(
  folder: DataFolder,
  port: number,
): Pick<EmbeddedPostgres, 'ownerUrl' | 'appUrl' | 'secrets' | 'dataFolder'> {
  const secrets = loadSecrets(folder.path);
  const url = (role: string, password: string): string =>
    `postgresql://${role}:${password}@127.0.0.1:${String(port)}/${DATABASE_NAME}`;
  return {
    ownerUrl: url(OWNER_ROLE, secrets.PG_OWNER_PASSWORD),
    appUrl: url(APP_ROLE, secrets.PG_APP_PASSWORD),
    secrets,
    dataFolder: folder.path,
  };
}

function release(folder: DataFolder, options: EmbeddedPostgresOptions): void {
  releaseInstance(folder.path);
  if (options.ephemeral) rmSync(folder.path, { recursive: true, force: true });
}

function inUse(path: string, pid: number): StartError {
  return new StartError(
    `The data folder ${path} is in use by another instance (process ${String(pid)}); stop that one or set DATA_DIR.`,
  );
}

function refuseRestart(): Promise<void> {
  return Promise.reject(new StartError('This Postgres belongs to another process, which alone may restart it.'));
}

async function refuseTakenPort(port: number | undefined): Promise<void> {
  if (port === undefined || (await listenOnce(port)) !== undefined) return;
  throw new StartError(`Port ${String(port)} (PGPORT_EMBEDDED) is taken; choose another for the bundled Postgres.`);
}

async function freePort(): Promise<number> {
  const port = await listenOnce(0);
  if (port === undefined) throw new StartError('No free port was found on 127.0.0.1 for the bundled Postgres.');
  return port;
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
