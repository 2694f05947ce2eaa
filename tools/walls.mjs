// npm run walls: checks every import of the tree, then proves each wall by planting a violation of it in a copy.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root, run, say } from './lib/process.mjs';
import { probes } from './walls/probes.mjs';

const CRUISER = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const FOLDERS = ['apps', 'libs', 'migrations', 'tools', 'e2e'];
const FILES = ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.base.json', 'jest.config.cjs'];

let passed = 0;
let failed = 0;

function check(ok, sentence) {
  say(`${ok ? '✓' : '✗'} ${sentence}`);
  if (ok) passed += 1;
  else failed += 1;
}

/** What the cruiser found in a tree. Its JSON reporter ends with 0 whatever it found: only the report counts. */
async function cruise(folder) {
  const report = join(folder, 'walls-report.json');
  const present = FOLDERS.filter((name) => existsSync(join(folder, name)));
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', '--output-to', report, ...present];
  const { code, output } = await run(process.execPath, [CRUISER, ...args], { capture: true, cwd: folder });
  if (!existsSync(report)) throw new Error(`The import check did not run (exit code ${String(code)}): ${output}`);
  const { default: result } = await import(report, { with: { type: 'json' } });
  rmSync(report);
  return result;
}

function copyOfTheTree() {
  const copy = mkdtempSync(join(tmpdir(), 'noche-walls-'));
  const sourcesOnly = (path) => !/\/(node_modules|dist|dev-dist)$/.test(path);
  for (const name of [...FOLDERS, ...FILES].filter((entry) => existsSync(join(root, entry)))) {
    cpSync(join(root, name), join(copy, name), { recursive: true, filter: sourcesOnly });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

function plant(copy, files) {
  for (const [path, content] of Object.entries(files)) {
    if (existsSync(join(copy, path))) continue;
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), content);
  }
}

const tree = await cruise(root);
const violations = tree.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
check(violations.length === 0, `the tree keeps every wall (${String(tree.summary.totalCruised)} modules)`);
for (const violation of violations) say(`    ${violation}`);

const copy = copyOfTheTree();
try {
  for (const probe of probes) plant(copy, probe.files);
  const planted = (await cruise(copy)).summary.violations;
  for (const { rule, from, says } of probes) {
    check(
      planted.some((violation) => violation.rule.name === rule && violation.from === from),
      `${rule} bites: ${says}`,
    );
  }
  const names = tree.summary.ruleSetUsed.forbidden.map(({ name }) => name);
  const unproven = names.filter((name) => !probes.some(({ rule }) => rule === name));
  check(
    unproven.length === 0,
    `every wall has a planted violation${unproven.map((name) => `, but ${name} has none`).join('')}`,
  );
} finally {
  rmSync(copy, { recursive: true, force: true });
}

say(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
