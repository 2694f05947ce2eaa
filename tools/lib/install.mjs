import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, root, run, runNode, say, secondsSince } from './process.mjs';

const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.noche-install');
const npmsOwnStamp = join(root, 'node_modules', '.package-lock.json');

/** Runs `npm ci` when node_modules is absent or was installed from another package-lock.json. */
export async function installIfNeeded() {
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  if (!existsSync(stampFile) && installedByHand()) {
    remember(wanted);
    return;
  }
  say('Installing packages (npm ci); the first time takes a minute or two …');
  const startedAt = Date.now();
  const { code } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error']);
  if (code !== 0) throw new Problem('The packages could not be installed: see npm’s message above.');
  remember(wanted);
  say(`Packages installed in ${secondsSince(startedAt)} s.`);
}

/** Somebody ran npm ci themselves, and the lock file has not changed since. */
function installedByHand() {
  return existsSync(npmsOwnStamp) && statSync(npmsOwnStamp).mtimeMs >= statSync(lockFile).mtimeMs;
}

/** In an image whose node_modules is read-only the check simply runs again next time. */
function remember(hash) {
  try {
    writeFileSync(stampFile, hash);
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
  }
}

function npm(args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return runNode([script, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}
