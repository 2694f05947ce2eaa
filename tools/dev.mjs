// npm run dev: the API starts again on every change, the screens reload in the browser.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, screens } from './lib/build.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { failWith, Problem, root, say } from './lib/process.mjs';

const FIRST_SCREEN_PORT = 5173;
const QUIET_MS = 250;
const WATCHED = ['apps/api/src', 'libs', 'migrations', 'tools'];
const SERVER_SOURCE = /\.ts$/;
const NOT_SERVER = /(^|[\\/])(ui|screen|api-client|testing)[\\/]|\.(spec|e2e-spec|contract)\.ts$/;

let server;
let stopping = false;
let busy = false;
let again = false;
const screenServers = [];

function startServer() {
  server = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/tools/serve.js')], {
    cwd: root,
    stdio: 'inherit',
    // Ctrl-C reaches this process, which then stops the server in order.
    detached: true,
  });
}

function ended(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', resolve));
}

async function restartServer() {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  try {
    do {
      again = false;
      await build({ only: ['api', 'payment-agent'] });
      server?.kill('SIGTERM');
      await ended(server);
      if (!stopping) startServer();
    } while (again && !stopping);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(`${error.message} The API keeps running as it was.`);
  } finally {
    busy = false;
  }
}

function watchSources() {
  let timer;
  for (const folder of WATCHED) {
    watch(join(root, folder), { recursive: true }, (_event, file) => {
      if (!file || !SERVER_SOURCE.test(file) || NOT_SERVER.test(join(folder, file))) return;
      clearTimeout(timer);
      timer = setTimeout(() => void restartServer().catch(failWith), QUIET_MS);
    });
  }
}

/** One Vite server a screen; each hands API and socket requests on to the API. */
async function startScreens() {
  const { createServer } = await import(createRequire(import.meta.url).resolve('vite'));
  for (const [index, app] of screens().entries()) {
    const screen = await createServer({
      configFile: join(root, 'apps', app, 'vite.config.ts'),
      server: { port: FIRST_SCREEN_PORT + index },
    });
    await screen.listen();
    screenServers.push(screen);
    say(`  ${app.padEnd(10)} ${screen.resolvedUrls?.local[0] ?? ''}`);
  }
}

async function stop() {
  if (stopping) return;
  stopping = true;
  server?.kill('SIGTERM');
  await Promise.all([ended(server), ...screenServers.map((screen) => screen.close())]);
  process.exit(0);
}

try {
  process.chdir(root);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());
  await installIfNeeded();
  await build({ only: ['api', 'payment-agent'] });
  startServer();
  say('Screens that reload on change:');
  await startScreens();
  watchSources();
} catch (error) {
  failWith(error);
}
