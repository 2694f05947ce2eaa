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
  // Stages of one niceness stand in line, the lines go side by side.
  let building;
  const built = () => (building ??= build());
  const lanes = [...new Set(wanted.map(({ niceness }) => niceness))];
  const byLane = lanes.map((lane) =>
    inOrder(
      wanted.filter(({ niceness }) => niceness === lane),
      built,
    ),
  );
  const results = (await Promise.all(byLane)).flat();
  const total = { passed: 0, failed: 0 };
  for (const { passed, failed } of results) {
    total.passed += passed;
    total.failed += failed;
  }
  const lines = results.map(
    ({ name, passed, failed, seconds }) =>
      `${name.padEnd(12)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.padStart(7)} s`,
  );
  say(`\n${lines.join('\n')}\n\n${String(total.passed)} passed, ${String(total.failed)} failed`);
  return total.failed === 0 && total.passed > 0;
}

async function inOrder(stages, built) {
  const results = [];
  for (const stage of stages) {
    if (stage.needsBuild) await built();
    results.push(await runOne(stage));
  }
  return results;
}

async function runOne(stage) {
  say(`\n── ${stage.name}: ${stage.title} ──`);
  const startedAt = Date.now();
  const { passed, failed } = await outcome(stage);
  return { name: stage.name, passed, failed, seconds: secondsSince(startedAt) };
}

async function outcome(stage) {
  try {
    const { passed, failed } = await stage.run(stage);
    if (passed + failed > 0) return { passed, failed };
    say(`Stage ${stage.name} ran nothing, which counts as a failure.`);
  } catch (error) {
    say(error.stack ?? String(error));
  }
  return { passed: 0, failed: 1 };
}
