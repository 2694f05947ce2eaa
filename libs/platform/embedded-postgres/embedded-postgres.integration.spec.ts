import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '.';
import { claimInstance, liveInstance, releaseInstance } from './instance-lock';
import { processStart } from './process-identity';

async function ask<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded Postgres', () => {
  let dataDir: string;
  let postgres: EmbeddedPostgres | undefined;
  const start = async (): Promise<EmbeddedPostgres> => (postgres = await startEmbeddedPostgres({ dataDir }));
  const serverPid = (): number => Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);

  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'noche-embedded-'));
    chmodSync(dataDir, 0o755);
  });
  afterEach(async () => {
    await postgres?.stop();
    postgres = undefined;
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('keeps data and secrets between two starts', async () => {
    const first = await start();
    await ask(first.ownerUrl, 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)');
    await first.stop();
    const second = await start();
    expect(await ask(second.ownerUrl, 'SELECT id FROM kept')).toEqual([{ id: 7 }]);
    expect(second.secrets).toEqual(first.secrets);
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(Buffer.from(second.secrets.DATA_KEY, 'base64')).toHaveLength(32);
  });

  it('starts from a copy of the folder, whoever made it, and says what is wrong with a copy that is not whole', async () => {
    const first = await start();
    await ask(first.ownerUrl, 'CREATE TABLE copied (id int)');
    await first.stop();
    const copy = mkdtempSync(join(tmpdir(), 'noche-copied-'));
    chmodSync(copy, 0o755);
    try {
      cpSync(dataDir, copy, { recursive: true });
      const second = await startEmbeddedPostgres({ dataDir: copy });
      expect(await ask(second.ownerUrl, 'SELECT * FROM copied')).toEqual([]);
      await second.stop();
      rmSync(join(copy, 'pg', 'postgresql.conf'));
      await expect(startEmbeddedPostgres({ dataDir: copy })).rejects.toThrow(/did not start: .*postgresql\.conf/);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });

  it('lets the app role own nothing and the superuser not log in at all', async () => {
    const { appUrl } = await start();
    await expect(ask(appUrl, 'CREATE SCHEMA mine')).rejects.toThrow('permission denied');
    await expect(ask(appUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow('permission denied');
    const asSuperuser = new URL(appUrl);
    asSuperuser.username = 'postgres';
    await expect(ask(asSuperuser.href, 'SELECT 1')).rejects.toThrow('no pg_hba.conf entry');
  });

  it('waits for the disk, so that a power cut loses nothing that was answered', async () => {
    const { appUrl } = await start();
    expect(await ask(appUrl, "SELECT current_setting('fsync') AS fsync")).toEqual([{ fsync: 'on' }]);
    expect(await ask(appUrl, "SELECT current_setting('synchronous_commit') AS c")).toEqual([{ c: 'on' }]);
  });

  it('refuses a folder that another live instance works with, in one sentence', async () => {
    await start();
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/is in use by another instance \(process \d+\)/);
  });

  it('lets a tool attach to the instance that runs, and leaves it running', async () => {
    const { appUrl } = await start();
    const attached = await startEmbeddedPostgres({ dataDir, attach: true });
    expect(attached.appUrl).toBe(appUrl);
    await attached.stop();
    expect(await ask(appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('keeps what was committed when it is cut off without warning', async () => {
    const running = await start();
    await ask(running.ownerUrl, 'CREATE TABLE survives (id int); INSERT INTO survives VALUES (1)');
    await running.restart('crash');
    expect(await ask(running.ownerUrl, 'SELECT id FROM survives')).toEqual([{ id: 1 }]);
  });

  it('comes back on the same port when the server is killed', async () => {
    const { appUrl } = await start();
    process.kill(serverPid(), 'SIGKILL');
    let answer: object[] = [];
    for (let attempt = 0; attempt < 100 && answer.length === 0; attempt += 1) {
      answer = await ask(appUrl, 'SELECT 1 AS one').catch(() => new Promise((resolve) => setTimeout(resolve, 100, [])));
    }
    expect(answer).toEqual([{ one: 1 }]);
  });

  it('starts although a pid file names a process that is something else', async () => {
    const stranger = spawn('sleep', ['60']);
    writeFileSync(join(dataDir, 'pg', 'postmaster.pid'), `${String(stranger.pid)}\n${dataDir}\n`);
    const { appUrl } = await start();
    expect(await ask(appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(processStart(stranger.pid ?? 0)).toBeDefined();
    stranger.kill();
  });

  it('refuses a taken port, and secrets that are gone while the data is there', async () => {
    const occupant = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => occupant.once('listening', resolve));
    const { port } = occupant.address() as { port: number };
    await expect(startEmbeddedPostgres({ dataDir, port })).rejects.toThrow(`Port ${String(port)}`);
    occupant.close();

    const path = join(dataDir, 'secrets.json');
    const secrets = readFileSync(path);
    rmSync(path);
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow('secrets.json is missing');
    expect(liveInstance(dataDir)).toBeUndefined();
    writeFileSync(path, secrets, { mode: 0o600 });
  });

  it('refuses a folder that cannot be created, in one sentence', async () => {
    await expect(startEmbeddedPostgres({ dataDir: join(dataDir, 'secrets.json', 'below') })).rejects.toThrow(
      'cannot be created',
    );
    if (process.platform !== 'linux') return;
    await expect(startEmbeddedPostgres({ dataDir: '/proc/noche/data' })).rejects.toThrow('cannot be created');
  });

  it('removes a throw-away cluster when it stops', async () => {
    const throwAway = await startEmbeddedPostgres({ ephemeral: true, unsafeFast: true });
    expect(await ask(throwAway.ownerUrl, "SELECT current_setting('fsync') AS fsync")).toEqual([{ fsync: 'off' }]);
    await throwAway.stop();
    expect(existsSync(throwAway.dataFolder)).toBe(false);
  });
});

describe('the claim on a data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'noche-claim-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is not held by a process that ended, even when its number is used again', () => {
    writeFileSync(
      join(folder, 'instance.json'),
      JSON.stringify({ pid: process.pid, processStart: 'long ago', port: 1 }),
    );
    expect(liveInstance(folder)).toBeUndefined();
    expect(claimInstance(folder, 5)).toBeUndefined();
    expect(claimInstance(folder, 6)).toMatchObject({ pid: process.pid, port: 5 });
    releaseInstance(folder);
    expect(liveInstance(folder)).toBeUndefined();
  });
});
