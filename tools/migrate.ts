import { migrate } from '@libs/platform/migrate';
import { runTool } from './cli';
import { openDatabase } from './database';

/** npm run migrate: brings the database up to this code and tells what was done. */
export async function main(): Promise<void> {
  const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
  const database = await openDatabase({ attach: true, say });
  try {
    const { applied } = await migrate(database.ownerUrl, database.appUrl);
    say(applied.length === 0 ? 'The database is up to date.' : `Migrated: ${applied.join(', ')}.`);
  } finally {
    await database.close();
  }
}

if (require.main === module) runTool(main);
