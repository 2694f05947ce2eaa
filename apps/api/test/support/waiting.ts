import { setTimeout as delay } from 'node:timers/promises';
import { Fixtures } from './fixtures';

/** Until somebody waits for a row that another transaction holds. */
export async function untilSomebodyWaits(make: Fixtures): Promise<void> {
  for (let n = 0; n < 200; n += 1) {
    const waiting = await make.run(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
    await delay(20);
  }
  throw new Error('nobody waits');
}
