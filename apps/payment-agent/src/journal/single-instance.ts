import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Longest name of a local socket that every system takes. */
const LONGEST_PATH = 100;

/**
 * Keeps a second agent away from the same journal, and so from the same terminal. The system releases it whenever the
 * process ends, however it ends.
 * @throws Error when another agent holds it
 */
export async function holdAlone(journalPath: string): Promise<Server> {
  const path = lockName(journalPath);
  if (await answers(path)) throw new Error(`another payment agent already uses ${journalPath}`);
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((done, reject) => {
    server.once('error', reject);
    server.listen(path, done);
  });
  server.unref();
  return server;
}

function lockName(journalPath: string): string {
  const absolute = resolve(journalPath);
  const hash = createHash('sha256').update(absolute).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\noche-agent-${hash}`;
  const beside = `${absolute}.lock`;
  return beside.length <= LONGEST_PATH ? beside : join(tmpdir(), `noche-agent-${hash}.lock`);
}

function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}
