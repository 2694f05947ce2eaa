import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error';
import type { Account } from './account';
import type { Binaries } from './binaries';

/** The role that owns schemas and runs migrations. */
export const OWNER_ROLE = 'noche_owner';
/** The role the API works with; owns nothing. */
export const APP_ROLE = 'noche_app';
/** The database inside the cluster. */
export const DATABASE_NAME = 'noche';

/** What `createCluster` needs to know. */
export interface ClusterOptions {
  readonly cluster: string;
  readonly account: Account | undefined;
  readonly ownerPassword: string;
  readonly appPassword: string;
  /** A throw-away cluster: not flushed to disk, and its owner role may create databases. */
  readonly ephemeral: boolean;
}

/**
 * Runs initdb and makes the two roles and the database, all before the server ever listens: the superuser exists for
 * this set-up only and cannot log in afterwards, since pg_hba.conf names the two roles and nobody else.
 * A cluster that was left half made is removed and made again.
 */
export function createCluster(binaries: Binaries, options: ClusterOptions): void {
  if (existsSync(join(options.cluster, 'PG_VERSION'))) return;
  const unfinished = `${options.cluster}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  if (existsSync(options.cluster) && readdirSync(options.cluster).length > 0) {
    throw new StartError(`${options.cluster} is not empty and holds no database; move its files away or set DATA_DIR.`);
  }
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  if (options.account) chownSync(unfinished, options.account.uid, options.account.gid);
  run(binaries.initdb, initdbArguments(unfinished, options.ephemeral), options.account);
  run(
    binaries.postgres,
    ['--single', '-F', '-D', unfinished, 'postgres'],
    options.account,
    setUpStatements(options).join('\n'),
  );
  writeFileSync(join(unfinished, 'pg_hba.conf'), accessRules(options.ephemeral));
  rmSync(options.cluster, { recursive: true, force: true });
  renameSync(unfinished, options.cluster);
}

function initdbArguments(folder: string, ephemeral: boolean): string[] {
  return [
    `--pgdata=${folder}`,
    '--username=postgres',
    '--encoding=UTF8',
    '--locale=C',
    // Postgres' own collation: the same order on every system and after every upgrade of the system's libraries.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--auth=reject',
    '--no-instructions',
    ...(ephemeral ? ['--no-sync', '--no-data-checksums'] : []),
  ];
}

/** One statement a line, as Postgres' single-user mode reads them. The passwords are hex and need no quoting. */
function setUpStatements(options: ClusterOptions): string[] {
  return [
    `CREATE ROLE ${OWNER_ROLE} LOGIN PASSWORD '${options.ownerPassword}'${options.ephemeral ? ' CREATEDB' : ''}`,
    `CREATE ROLE ${APP_ROLE} LOGIN PASSWORD '${options.appPassword}'`,
    `CREATE DATABASE ${DATABASE_NAME} OWNER ${OWNER_ROLE}`,
    `REVOKE ALL ON DATABASE ${DATABASE_NAME} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${DATABASE_NAME} TO ${APP_ROLE}`,
    // A throw-away cluster's databases are dropped under whoever is still connected.
    ...(options.ephemeral ? [`GRANT ${APP_ROLE} TO ${OWNER_ROLE}`] : []),
    '',
  ];
}

function accessRules(ephemeral: boolean): string {
  const databases = ephemeral ? 'all' : DATABASE_NAME;
  return [OWNER_ROLE, APP_ROLE].map((role) => `host ${databases} ${role} 127.0.0.1/32 scram-sha-256\n`).join('');
}

function run(program: string, args: string[], account: Account | undefined, input = ''): void {
  const identity = account ? { uid: account.uid, gid: account.gid } : {};
  const result = spawnSync(program, args, {
    ...identity,
    cwd: '/',
    input,
    encoding: 'utf8',
    env: postgresEnvironment(),
  });
  const failed = result.status !== 0 || /^.*(ERROR|FATAL):/m.test(result.stderr);
  if (!failed) return;
  const reason =
    /(?:ERROR|FATAL|error): +(.*)/.exec(result.stderr)?.[1] ?? result.error?.message ?? result.stderr.trim();
  throw new StartError(`The bundled Postgres could not be set up: ${reason}.`);
}

/** The environment for Postgres programs: none of ours, whose PG* variables and locale would change what they do. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, SystemRoot, TEMP, LC_ALL: 'C', TZ: 'UTC' };
}
