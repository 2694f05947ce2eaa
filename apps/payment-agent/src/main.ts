import { HELP, readArguments } from './setup/arguments';
import { loadConfig, SetupError } from './setup/config';
import { enrol } from './setup/enrol';
import { writeKey } from './setup/key';
import { newKey, runAgent } from './setup/run';

/** Replaced by the bundler with the version of the package. */
declare const PAYMENT_AGENT_VERSION: string | undefined;
const VERSION = typeof PAYMENT_AGENT_VERSION === 'string' ? PAYMENT_AGENT_VERSION : 'development';

async function main(): Promise<void> {
  const command = readArguments(process.argv.slice(2));
  switch (command.name) {
    case 'help':
      process.stdout.write(HELP);
      return;
    case 'version':
      process.stdout.write(`${VERSION}\n`);
      return;
    case 'enrol':
      process.stdout.write(`${await enrol(command, VERSION)}\n`);
      return;
    case 'rotate-key': {
      const config = loadConfig(command.config);
      writeKey(config.keyFile, await newKey(config));
      process.stdout.write('The key was replaced; restart the agent.\n');
      return;
    }
    case 'run':
      await runAgent(loadConfig(command.config), VERSION);
      process.exit(0);
  }
}

main().catch((error: unknown) => {
  if (error instanceof SetupError) {
    process.stderr.write(`Error: ${error.message}\n`);
    process.exit(2);
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
