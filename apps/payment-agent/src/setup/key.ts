import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { SetupError } from './config';

/** Sent in a header: visible ASCII, no blanks. */
const KEY = /^[\x21-\x7e]{16,512}$/;

/**
 * The agent's key: from NOCHE_AGENT_KEY, else from the key file.
 * @throws SetupError when there is none, or others on this machine can read it
 */
export function readKey(file: string, environment: NodeJS.ProcessEnv): string {
  const fromEnvironment = environment.NOCHE_AGENT_KEY;
  if (fromEnvironment) return checked(fromEnvironment, 'NOCHE_AGENT_KEY');
  let text: string;
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
      throw new SetupError(`Others can read the key file ${file}: run chmod 600 on it.`);
    }
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(
      `There is no key: run "payment-agent enrol --code … --api …" first, or set NOCHE_AGENT_KEY (${file} cannot be read).`,
    );
  }
  return checked(text.trim(), file);
}

/** Replaces the key file in one step; only its owner may read it. */
export function writeKey(file: string, key: string): void {
  const next = `${file}.next`;
  const handle = openSync(next, 'w', 0o600);
  try {
    chmodSync(next, 0o600);
    writeSync(handle, `${key}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(next, file);
}

function checked(key: string, from: string): string {
  if (KEY.test(key)) return key;
  throw new SetupError(`${from} does not hold a key.`);
}
