import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from './build.mjs';
import { installIfNeeded } from './install.mjs';
import { failWith, Problem, root } from './process.mjs';

/** Tools that need no screens. */
const WITHOUT_SCREENS = new Set(['seed', 'verify', 'migrate', 'openapi', 'bench']);

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
    const compiled = join(root, 'dist', 'tools');
    process.argv = [process.execPath, join(compiled, `${name}.js`), ...args];
    const load = createRequire(import.meta.url);
    load(join(compiled, 'cli.js')).runTool(load(join(compiled, `${name}.js`)).main);
  } catch (error) {
    failWith(error);
  }
}
