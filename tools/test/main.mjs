import { build } from '../lib/build.mjs';
import { installIfNeeded } from '../lib/install.mjs';
import { failWith, Problem, root, say, secondsSince } from '../lib/process.mjs';
import { stages } from './stages.mjs';

/** Names that stand for several stages. */
const GROUPS = { e2e: ['api', 'browser'] };

/**
 * Runs the named stages, or all. The last line is always `N passed, N failed`; the exit code is 1 when anything failed
 * and also when a stage found nothing to run, since a suite that vanished must not look like one that passed.
 * @param {string[]} names
 */
export async function main(names) {
  try {
    process.chdir(root);
    const wanted = select(names);
    await installIfNeeded();
    if (wanted.some(({ needsBuild }) => needsBuild)) await build();
    process.exitCode = (await runAll(wanted)) ? 0 : 1;
  } catch (error) {
    failWith(error);
  }
}

function select(names) {
  const wanted = names.flatMap((name) => GROUPS[name] ?? [name]);
  const unknown = wanted.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown) throw new Problem(`There is no stage "${unknown}"; there are ${stages.map((s) => s.name).join(', ')}.`);
  return wanted.length === 0 ? stages : stages.filter(({ name }) => wanted.includes(name));
}

async function runAll(wanted) {
  const total = { passed: 0, failed: 0 };
  const lines = [];
  for (const stage of wanted) {
    say(`\n── ${stage.name}: ${stage.title} ──`);
    const startedAt = Date.now();
    const result = await outcome(stage);
    total.passed += result.passed;
    total.failed += result.failed;
    lines.push(
      `${stage.name.padEnd(12)} ${String(result.passed).padStart(5)} passed ${String(result.failed).padStart(4)} failed ${secondsSince(startedAt).padStart(7)} s`,
    );
  }
  say(`\n${lines.join('\n')}\n\n${String(total.passed)} passed, ${String(total.failed)} failed`);
  return total.failed === 0 && total.passed > 0;
}

async function outcome(stage) {
  try {
    const { passed, failed } = await stage.run();
    if (passed + failed > 0) return { passed, failed };
    say(`Stage ${stage.name} ran nothing, which counts as a failure.`);
  } catch (error) {
    say(error.stack ?? String(error));
  }
  return { passed: 0, failed: 1 };
}
