import { askEarly } from '@libs/screen';
import { queryClient } from './query-client';
import { station } from './queries';

/** Everything behind the PIN, in files that nobody waits for at the first visit. */
export async function fetchWork(): Promise<typeof import('./Work')> {
  const [work] = await Promise.all([import('./Work'), import('./TillScreen')]);
  return work;
}

/** Done when it is known which screen is the first, or when that takes too long. */
export const firstKnown = askEarly(queryClient, station, fetchWork);
