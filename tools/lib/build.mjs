import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem, root, runNode, say, secondsSince } from './process.mjs';
import { contentHash } from './sources.mjs';

const NEST = 'node_modules/@nestjs/cli/bin/nest.js';
const VITE = 'node_modules/vite/bin/vite.js';
const SHARED = ['package-lock.json', 'tsconfig.base.json'];
/** Folders of dist/ that tsc does not write. */
const NOT_COMPILED = new Set(['web', 'payment-agent', '.stamps']);
/** Builds at once: two cores are busy with two. */
const PARALLEL = 2;

/** Names of the apps that are screens. */
export function screens() {
  return readdirSync(join(root, 'apps')).filter((app) => existsSync(join(root, 'apps', app, 'vite.config.ts')));
}

function targets() {
  const api = {
    name: 'api',
    sources: [
      ...SHARED,
      'tsconfig.build.json',
      'nest-cli.json',
      'apps/api/src',
      'migrations',
      ...serverLibs(),
      ...scripts(),
    ],
    output: 'dist/apps/api/src/main.js',
    command: [NEST, 'build'],
    before: forgetIncrementalState,
    after: removeOrphans,
  };
  const webShared = [...SHARED, 'libs/ui', 'libs/screen', 'libs/api-client'];
  const web = screens().map((app) => ({
    name: app,
    sources: [...webShared, `apps/${app}`],
    output: `dist/web/${app}/index.html`,
    command: [VITE, 'build', `apps/${app}`, '--logLevel', 'warn'],
  }));
  const agent = {
    name: 'payment-agent',
    sources: [...SHARED, 'apps/payment-agent/src', 'tools/build-agent.mjs'],
    output: 'dist/payment-agent/payment-agent.cjs',
    command: ['tools/build-agent.mjs'],
  };
  return [api, ...web, agent];
}

function serverLibs() {
  const libs = readdirSync(join(root, 'libs'), { withFileTypes: true });
  return libs
    .filter((entry) => entry.isDirectory() && !['ui', 'screen', 'api-client'].includes(entry.name))
    .map((entry) => `libs/${entry.name}`);
}

function scripts() {
  return readdirSync(join(root, 'tools'))
    .filter((name) => !name.endsWith('.mjs') && name !== 'lib')
    .map((name) => `tools/${name}`);
}

/**
 * Builds what is not built from the present sources.
 * @param {{ only?: string[], force?: boolean }} [options] only: names of targets; force: build whatever the stamps say
 * @throws Problem when one does not build; its output was printed
 */
export async function build({ only, force = false } = {}) {
  const wanted = targets().filter(({ name }) => !only || only.includes(name));
  const stale = wanted.map((target) => ({ ...target, hash: contentHash(target.sources) })).filter(isStale(force));
  if (stale.length === 0) return;
  say(`Building ${stale.map(({ name }) => name).join(', ')} …`);
  const failed = [];
  const worker = async () => {
    for (let target = stale.shift(); target; target = stale.shift()) {
      if (!(await buildOne(target))) failed.push(target.name);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  if (failed.length > 0) throw new Problem(`${failed.join(' and ')} could not be built: see the messages above.`);
}

function isStale(force) {
  return ({ name, hash, output }) => {
    const stamp = stampOf(name);
    return force || !existsSync(join(root, output)) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash;
  };
}

async function buildOne(target) {
  const startedAt = Date.now();
  rmSync(stampOf(target.name), { force: true });
  target.before?.(target);
  const { code, output } = await runNode(target.command, { capture: true, env: { NODE_ENV: 'production' } });
  if (code !== 0) {
    say(output.trimEnd());
    return false;
  }
  target.after?.();
  mkdirSync(dirname(stampOf(target.name)), { recursive: true });
  writeFileSync(stampOf(target.name), target.hash);
  say(`  ${target.name.padEnd(13)} ${secondsSince(startedAt).padStart(5)} s`);
  return true;
}

function stampOf(name) {
  return join(root, 'dist', '.stamps', name);
}

/** tsc believes its own notes about what it wrote before; without the files they are wrong. */
function forgetIncrementalState({ output }) {
  if (!existsSync(join(root, output))) rmSync(join(root, 'dist', '.tsbuildinfo'), { force: true });
}

/** What was compiled from a source that is gone must go too: a removed migration would otherwise still run. */
function removeOrphans(folder = '') {
  for (const entry of readdirSync(join(root, 'dist', folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      if (!NOT_COMPILED.has(path)) removeOrphans(path);
    } else if (/\.js(\.map)?$/.test(path) && !existsSync(join(root, path.replace(/\.js(\.map)?$/, '.ts')))) {
      rmSync(join(root, 'dist', path));
    }
  }
}
