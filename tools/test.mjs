// npm test [-- stage …]: installs and builds what is missing, then runs the stages and sums them up.
import { nodeVersionProblem } from './lib/node-version.mjs';

const problem = nodeVersionProblem(process.version, new URL('../package.json', import.meta.url));
if (problem) {
  process.stderr.write('Error: ' + problem + '\n');
  process.exit(1);
}

import('./test/main.mjs').then(function (test) {
  return test.main(process.argv.slice(2));
});
