import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../start-error';
import type { Account } from './account';
import type { Binaries } from './binaries';
import { postgresEnvironment } from './cluster';
import { isAlive, isPostgres, processStart } from './process-identity';

/** What a server process is started with. */
export interface ServerOptions {
  readonly binaries: Binaries;
  readonly cluster: string;
  readonly account: Account | undefined;
  readonly port: number;
  readonly logFile: string;
  /** A throw-away folder to remove should this process die without stopping the server. */
  readonly removeAfterCrash: string | undefined;
  readonly settings: Readonly<Record<string, string>>;
}

const START_LIMIT_MS = 60_000;
const FAST_STOP_LIMIT_MS = 2_200;
/** A server that outlived its API gets this long to stop in order. */
const LEFTOVER_LIMIT_MS = 4_000;
const LOG_LIMIT_BYTES = 10_000_000;

/** One running Postgres process. */
export class PostgresProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly guard: ChildProcess | undefined,
    private readonly options: ServerOptions,
    /** Where in the log this start begins, in bytes. */
    private readonly logFrom: number,
  ) {}

  /**
   * Starts Postgres and waits until it accepts connections, recovery after a crash included.
   * @throws StartError with Postgres' own reason when it gives up
   */
  static async start(options: ServerOptions): Promise<PostgresProcess> {
    await clearLeftovers(options);
    const { log, from } = openLog(options.logFile);
    const { account } = options;
    const child = spawn(options.binaries.postgres, serverArguments(options), {
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
      cwd: '/',
      env: postgresEnvironment(),
      stdio: ['ignore', log, log],
      // Its own process group: Ctrl-C reaches the API alone, which finishes its work before it stops the database.
      detached: true,
    });
    closeSync(log);
    const server = new PostgresProcess(child, guardAgainstOurDeath(child, options.removeAfterCrash), options, from);
    await server.untilReady();
    return server;
  }

  /** Calls back once when the process ends, for whatever reason. */
  onExit(listener: () => void): void {
    if (this.hasEnded()) listener();
    else this.child.once('exit', listener);
  }

  /**
   * Stops the server within five seconds. Clients are cut off and open transactions rolled back; what was committed is
   * on disk either way, so that a checkpoint that takes too long is given up and left to the next start.
   * @param mode `crash` ends it without a checkpoint at once, as a power cut would
   */
  async stop(mode: 'fast' | 'crash' = 'fast'): Promise<void> {
    if (!this.hasEnded()) {
      const ended = new Promise<void>((resolve) => this.onExit(resolve));
      this.signal(mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
      const timer = setTimeout(() => this.signal('SIGQUIT'), FAST_STOP_LIMIT_MS);
      await ended;
      clearTimeout(timer);
    }
    this.guard?.kill('SIGKILL');
  }

  private hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private signal(signal: 'SIGINT' | 'SIGQUIT'): void {
    if (process.platform !== 'win32') {
      this.child.kill(signal);
      return;
    }
    const mode = signal === 'SIGINT' ? 'fast' : 'immediate';
    spawn(this.options.binaries.pgCtl, ['stop', '-D', this.options.cluster, '-m', mode, '-W'], { stdio: 'ignore' });
  }

  private async untilReady(): Promise<void> {
    const limit = Date.now() + START_LIMIT_MS;
    while (!this.hasEnded() && Date.now() < limit) {
      if (readStatus(this.options.cluster, this.child.pid) === 'ready') return;
      await delay(15);
    }
    await this.stop('crash');
    throw new StartError(
      `Postgres did not start: ${lastComplaint(this.options.logFile, this.logFrom)} (see ${this.options.logFile}).`,
    );
  }
}

function serverArguments(options: ServerOptions): string[] {
  const settings = { ...options.settings, port: String(options.port), listen_addresses: '127.0.0.1' };
  return ['-D', options.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Postgres writes its process number into the first line of this file and its state into the eighth. */
function readStatus(cluster: string, pid: number | undefined): string | undefined {
  const lines = readPidFile(cluster);
  return lines[0] === String(pid) ? lines[7]?.trim() : undefined;
}

function readPidFile(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * After a kill -9 of the API its Postgres may still run, or its pid file may name a process that is something else by
 * now. The first is stopped, the second file removed; a file whose process is gone is left to Postgres, which then
 * also checks for backends that outlived their parent.
 */
async function clearLeftovers({ cluster }: ServerOptions): Promise<void> {
  const pid = Number.parseInt(readPidFile(cluster)[0] ?? '', 10);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return;
  if (processStart(pid) === undefined || !isPostgres(pid)) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  for (let waited = 0; processStart(pid) !== undefined; waited += 20) {
    if (waited === LEFTOVER_LIMIT_MS) process.kill(pid, 'SIGQUIT');
    await delay(20);
  }
}

/**
 * A shell that waits for this process to vanish (its standard input then closes) and stops Postgres in its place, so
 * that not even kill -9 leaves a server behind.
 */
function guardAgainstOurDeath(child: ChildProcess, folder = ''): ChildProcess | undefined {
  if (process.platform === 'win32' || child.pid === undefined) return undefined;
  const script = `read -r _; kill -INT "$0"; test -z "$1" && exit; while kill -0 "$0"; do sleep 0.1; done; rm -rf "$1"`;
  const guard = spawn('/bin/sh', ['-c', script, String(child.pid), folder], {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.stdin.on('error', () => undefined);
  guard.unref();
  return guard;
}

function openLog(path: string): { readonly log: number; readonly from: number } {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const isFull = size > LOG_LIMIT_BYTES;
  if (isFull) renameSync(path, `${path}.1`);
  return { log: openSync(path, 'a', 0o600), from: isFull ? 0 : size };
}

/** Before it has read its settings Postgres complains without a level, under its own name. */
function lastComplaint(logFile: string, from: number): string {
  const log = readFileSync(logFile).subarray(from).toString('utf8');
  const complaints = [...log.matchAll(/^(?:.*(?:FATAL|PANIC): +(.*)|.*LOG: +(could not bind.*)|postgres: (.*))$/gm)];
  const [, fatal, unbound, early] = complaints.at(-1) ?? [];
  return fatal ?? unbound ?? early ?? 'it ended without a reason';
}
