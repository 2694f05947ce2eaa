import { existsSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { build } from './build.mjs';
import { installIfNeeded } from './install.mjs';
import { failWith, Problem, root } from './process.mjs';

/** Tools that need no screens. */
const WITHOUT_SCREENS = new Set([
  'seed',
  'verify',
  'migrate',
  'openapi',
  'bench',
  'simulate-providers',
  'simulate-terminal',
]);

/**
 * Installs and builds what is missing and then becomes the compiled tool, in this process: signals reach it directly.
 * @param {string | undefined} name of tools/<name>.ts
 * @param {string[]} args handed to it
 */
export async function runTool(name, args) {
  try {
    if (!name || !existsSync(join(root, 'tools', `${name}.ts`))) throw new Problem(`There is no tool "${name ?? ''}".`);
    process.chdir(root);
    await installIfNeeded();
    await build(WITHOUT_SCREENS.has(name) ? { only: ['api'] } : {});
    const script = join(root, 'dist', 'tools', `${name}.js`);
    process.argv = [process.execPath, script, ...args];
    Module.runMain(script);
  } catch (error) {
    failWith(error);
  }
}
