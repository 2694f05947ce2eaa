// npm run seed, verify, migrate, openapi, bench, simulate:providers, simulate:terminal: prepares the clone, then runs tools/<name>.ts as it was compiled.
import { nodeVersionProblem } from './lib/node-version.mjs';

const problem = nodeVersionProblem(process.version, new URL('../package.json', import.meta.url));
if (problem) {
  process.stderr.write('Error: ' + problem + '\n');
  process.exit(1);
}

import('./lib/bootstrap.mjs').then(function (bootstrap) {
  return bootstrap.runTool(process.argv[2], process.argv.slice(3));
});
