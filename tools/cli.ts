import { ConfigError } from '@libs/platform';
import { StartError } from '@libs/platform/start-error';

/**
 * Runs a tool. What a person has to put right is told in one sentence; anything else that fails is a defect and keeps
 * its stack. Both end with exit code 1.
 */
export function runTool(main: (args: readonly string[]) => Promise<void>): void {
  main(process.argv.slice(2)).catch((error: unknown) => {
    const expected = error instanceof StartError || error instanceof ConfigError;
    process.stderr.write(`${expected ? `Error: ${error.message}` : describe(error)}\n`);
    process.exit(1);
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
