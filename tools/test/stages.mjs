import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { screens } from '../lib/build.mjs';
import { root, runNode, say } from '../lib/process.mjs';

const bin = (path) => join('node_modules', path);

/** What only reads the source takes what databases and browsers leave of the cores; those have them one after the other. */
const [READING, RUNNING] = [19, 0];

/** Each runs on its own and answers how many checks passed and failed; those of one niceness run one after the other. */
export const stages = [
  { name: 'types', title: 'TypeScript, the server and every screen', niceness: READING, run: types },
  { name: 'walls', title: 'who may import whom, and a planted violation of every rule', niceness: READING, run: walls },
  { name: 'lint', title: 'ESLint and Prettier', niceness: READING, run: lint },
  { name: 'unit', title: 'rules and functions, nothing outside the process', niceness: RUNNING, run: jest },
  { name: 'integration', title: 'on a throw-away Postgres', niceness: RUNNING, run: jest },
  { name: 'api', title: 'the whole API over HTTP and sockets', niceness: RUNNING, needsBuild: true, run: jest },
  { name: 'browser', title: 'a person at the screens', niceness: RUNNING, needsBuild: true, run: jest },
];

/** The project of jest, where it has another name than the stage. */
const PROJECTS = { api: 'e2e' };

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
    const { code } = await runNode(command, { niceness: READING });
    say(`${code === 0 ? '✓' : '✗'} ${name}`);
    if (code === 0) total.passed += 1;
    else total.failed += 1;
  }
  return total;
}

/** The last line of tools/walls.mjs is its count. */
async function walls() {
  const { output } = await runNode(['tools/walls.mjs'], { capture: true, niceness: READING });
  say(output.trimEnd());
  const count = /(\d+) passed, (\d+) failed\s*$/.exec(output);
  return count ? { passed: Number(count[1]), failed: Number(count[2]) } : { passed: 0, failed: 1 };
}

/** A suite that could not even load counts as one failure, a test that is skipped or left to do as well. */
async function jest({ name, niceness }) {
  const folder = mkdtempSync(join(tmpdir(), 'noche-jest-'));
  const report = join(folder, 'report.json');
  try {
    const command = [
      ...['--selectProjects', PROJECTS[name] ?? name, '--ci', '--passWithNoTests', '--json', `--outputFile=${report}`],
      // Files have their own database and ports; two walks at once would make each other slow.
      name === 'browser' ? '--runInBand' : '--maxWorkers=2',
    ];
    await runNode([bin('jest/bin/jest.js'), ...command], { env: { NODE_ENV: 'test' }, niceness });
    const result = JSON.parse(readFileSync(report, 'utf8'));
    const skipped = result.numPendingTests + result.numTodoTests;
    if (skipped > 0) say(`${String(skipped)} tests of "${name}" were skipped, which counts as a failure.`);
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites + skipped,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
