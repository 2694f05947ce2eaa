// npm start: from a fresh clone to a running club. Uses nothing that has to be installed first.
import { nodeVersionProblem } from './lib/node-version.mjs';

const problem = nodeVersionProblem(process.version, new URL('../package.json', import.meta.url));
if (problem) {
  process.stderr.write('Error: ' + problem + '\n');
  process.exit(1);
}

import('./lib/bootstrap.mjs').then(function (bootstrap) {
  return bootstrap.runTool('serve', process.argv.slice(2));
});
