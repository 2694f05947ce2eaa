// npm run build [-- --force] [api pos bar …]: installs when needed and builds into dist/.
import { build } from './lib/build.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { failWith, say } from './lib/process.mjs';

const args = process.argv.slice(2);
const only = args.filter((arg) => !arg.startsWith('--'));
try {
  await installIfNeeded();
  await build({ only: only.length > 0 ? only : undefined, force: args.includes('--force') });
  say('Everything is built.');
} catch (error) {
  failWith(error);
}
