import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { screens } from '../lib/build.mjs';
import { root, runNode, say } from '../lib/process.mjs';

const bin = (path) => join('node_modules', path);

/** Each runs on its own and answers how many checks passed and failed. */
export const stages = [
  { name: 'types', title: 'TypeScript, the server and every screen', readsOnly: true, run: types },
  { name: 'walls', title: 'who may import whom, and a planted violation of every rule', readsOnly: true, run: walls },
  { name: 'lint', title: 'ESLint and Prettier', readsOnly: true, run: lint },
  { name: 'unit', title: 'rules and functions, nothing outside the process', run: () => jest('unit') },
  { name: 'integration', title: 'on a throw-away Postgres', run: () => jest('integration') },
  { name: 'api', title: 'the whole API over HTTP and sockets', needsBuild: true, run: () => jest('e2e') },
  { name: 'browser', title: 'a person at the screens', needsBuild: true, run: () => jest('browser', ['--runInBand']) },
];

/** The screens in one process, everything else in another: each takes a core. */
async function lint() {
  // Room for what lives short: a fifth less of the time goes to collecting garbage.
  const eslint = ['--max-semi-space-size=64', bin('eslint/bin/eslint.js'), '--max-warnings', '0'];
  const ui = [...screens().map((app) => `apps/${app}`), 'libs/ui', 'libs/screen'];
  const [ofScreens, ofTheRest] = await Promise.all([
    checks([['eslint of the screens', [...eslint, ...ui]]]),
    checks([
      ['eslint of the rest', [...eslint, '.', ...ui.flatMap((path) => ['--ignore-pattern', path])]],
      ['prettier', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
    ]),
  ]);
  return { passed: ofScreens.passed + ofTheRest.passed, failed: ofScreens.failed + ofTheRest.failed };
}

/** By the native compiler, ten times as fast; ESLint and the build need the API that it does not have yet (ADR 17). */
function types() {
  const projects = ['tsconfig.json', 'libs/ui/tsconfig.json', 'libs/screen/tsconfig.json', ...appProjects()].filter(
    (path) => existsSync(join(root, path)),
  );
  return checks(projects.map((path) => [`tsc ${path}`, [bin('@typescript/native/bin/tsc'), '--noEmit', '-p', path]]));
}

/** apps/api is part of the root project. */
function appProjects() {
  const apps = readdirSync(join(root, 'apps')).filter((app) => app !== 'api');
  return apps.map((app) => `apps/${app}/tsconfig.json`);
}

async function checks(list) {
  const total = { passed: 0, failed: 0 };
  for (const [name, command] of list) {
    const { code } = await runNode(command, { patient: true });
    say(`${code === 0 ? '✓' : '✗'} ${name}`);
    if (code === 0) total.passed += 1;
    else total.failed += 1;
  }
  return total;
}

/** The last line of tools/walls.mjs is its count. */
async function walls() {
  const { output } = await runNode(['tools/walls.mjs'], { capture: true, patient: true });
  say(output.trimEnd());
  const count = /(\d+) passed, (\d+) failed\s*$/.exec(output);
  return count ? { passed: Number(count[1]), failed: Number(count[2]) } : { passed: 0, failed: 1 };
}

/** A suite that could not even load counts as one failure, a test that is skipped or left to do as well. */
async function jest(project, args = []) {
  const folder = mkdtempSync(join(tmpdir(), 'noche-jest-'));
  const report = join(folder, 'report.json');
  try {
    const command = [
      '--selectProjects',
      project,
      '--ci',
      // Each has its own database and ports, and waits more than it computes.
      ...(args.length > 0 ? [] : ['--maxWorkers=2']),
      '--passWithNoTests',
      '--json',
      `--outputFile=${report}`,
      ...args,
    ];
    await runNode([bin('jest/bin/jest.js'), ...command], { env: { NODE_ENV: 'test' } });
    const result = JSON.parse(readFileSync(report, 'utf8'));
    const skipped = result.numPendingTests + result.numTodoTests;
    if (skipped > 0) say(`${String(skipped)} tests of "${project}" were skipped, which counts as a failure.`);
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites + skipped,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
