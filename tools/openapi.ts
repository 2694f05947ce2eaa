import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderApiTypes } from '@apps/api/src/api-types';

/** Writes the typed client's schema from the controllers as they are now. */
async function main(): Promise<void> {
  const target = join(process.cwd(), 'libs/api-client/schema.ts');
  await writeFile(target, await renderApiTypes());
  process.stdout.write(`${target}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
