import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Something a person has to put right; the message is one sentence and is printed alone. */
export class Problem extends Error {}

/** Ends the process with the sentence of a Problem, or with the whole stack of anything that should not have happened. */
export function failWith(error) {
  process.stderr.write(`${error instanceof Problem ? `Error: ${error.message}` : (error.stack ?? error)}\n`);
  process.exit(1);
}

/**
 * Runs a Node script and waits for it.
 * @param {string[]} args script and its arguments
 * @param {{ capture?: boolean, env?: Record<string, string | undefined>, niceness?: number }} [options] capture keeps
 *   the output instead of passing it through; niceness, from 0 to 19, is how much it lets others go first
 * @returns {Promise<{ code: number, output: string }>} code 1 when a signal ended it
 */
export function runNode(args, { niceness = 0, ...options } = {}) {
  if (niceness > 0 && process.platform !== 'win32')
    return run('nice', ['-n', String(niceness), process.execPath, ...args], options);
  return run(process.execPath, args, options);
}

/** Runs any program and waits for it; as `runNode`. */
export function run(program, args, { capture = false, env = {}, shell = false, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
      shell,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Prints a line of progress. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Seconds since `startedAt` (ms), with one decimal. */
export function secondsSince(startedAt) {
  return ((Date.now() - startedAt) / 1000).toFixed(1);
}
