import { ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startEmbeddedPostgres } from '@libs/platform/embedded-postgres';
import { Client } from 'pg';
import { seededClub } from './seeded-club';

const ROOT = resolve(__dirname, '../..');
const START_LIMIT_MS = 120_000;
const MAIL_LIMIT_MS = 10_000;

/** The demo club on a Postgres and a port of its own, as `npm start` brings it up. */
export interface RunningClub {
  readonly url: string;
  /** One-time pairing codes, as printed at the start. */
  readonly codes: { readonly till: string; readonly bar: string; readonly door: string };
  /** Orders to the simulated card terminal, such as `decline next`. @returns what it answered */
  terminal(order: string): Promise<string>;
  /** kill -9 of the agent beside the terminal, which its service then starts again. */
  killAgent(): void;
  /** The code in the last mail to an address; waits for the mail. */
  mailedCode(to: string): Promise<string>;
  /** One statement as the owner of the database, for what takes too long to wait for. */
  run(sql: string, values: readonly unknown[]): Promise<void>;
  /** `npm run verify`: its exit code and what it printed. */
  verify(): Promise<{ code: number; output: string }>;
  /** Stops as Ctrl-C does, and removes the data. */
  stop(): Promise<void>;
}

/** Starts the built product on a demo club of its own; resolves once the welcome text is printed. */
export async function startClub(): Promise<RunningClub> {
  const dataDir = mkdtempSync(join(tmpdir(), 'noche-club-'));
  cpSync(seededClub(), dataDir, { recursive: true });
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    DATA_DIR: dataDir,
    PORT: String(port),
    MAIL_FOLDER: join(dataDir, 'mail'),
  };
  const server = spawn(process.execPath, [join(ROOT, 'dist/tools/serve.js')], { cwd: ROOT, env });
  const printed = await welcomeOf(server);
  const code = (name: string): string =>
    new RegExp(`^ +${name} +([0-9A-Z]{4}-[0-9A-Z]{4})$`, 'm').exec(printed)?.[1] ?? '';
  return {
    url: `http://localhost:${port}`,
    codes: { till: code('Caja'), bar: code('Barra'), door: code('Puerta') },
    terminal: async (order) => (await fetch(terminalOf(printed), { method: 'POST', body: order })).text(),
    killAgent: () => killAgent(dataDir),
    mailedCode: (to) => mailedCode(env.MAIL_FOLDER, to),
    run: (sql, values) => run(dataDir, sql, values),
    verify: () => verify(env),
    stop: async () => {
      const gone = new Promise((done) => server.once('exit', done));
      server.kill('SIGTERM');
      await gone;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function welcomeOf(server: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`the club did not start:\n${printed}`)), START_LIMIT_MS);
    const take = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (!printed.includes('Ctrl-C')) return;
      clearTimeout(timer);
      done(printed);
    };
    server.stdout?.on('data', take);
    server.stderr?.on('data', take);
    server.once('exit', () => fail(new Error(`the club ended early:\n${printed}`)));
  });
}

function terminalOf(printed: string): string {
  return /"decline next" (http:\S+)/.exec(printed)?.[1] ?? '';
}

function killAgent(dataDir: string): void {
  process.kill(Number(readFileSync(join(dataDir, 'demo', 'agent.pid'), 'utf8')), 'SIGKILL');
}

/** Mails are files whose names begin with their time. Each is taken once, so that the next code is the next mail's. */
async function mailedCode(folder: string, to: string): Promise<string> {
  const until = Date.now() + MAIL_LIMIT_MS;
  while (Date.now() < until) {
    const names = existsSync(folder) ? readdirSync(folder).sort().reverse() : [];
    for (const path of names.map((name) => join(folder, name))) {
      const mail = readFileSync(path, 'utf8');
      const code = /^[0-9A-Z]{4}(?:-[0-9A-Z]{4})+\r?$/m.exec(mail)?.[0].trim();
      if (!mail.includes(`To: ${to}\r\n`) || code === undefined) continue;
      rmSync(path);
      return code;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no mail with a code came to ${to}`);
}

async function run(dataDir: string, sql: string, values: readonly unknown[]): Promise<void> {
  const { ownerUrl, stop } = await startEmbeddedPostgres({ dataDir, attach: true });
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(sql, [...values]);
  } finally {
    await client.end();
    await stop();
  }
}

function verify(env: NodeJS.ProcessEnv): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [join(ROOT, 'dist/tools/verify.js')], { cwd: ROOT, env }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr });
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
