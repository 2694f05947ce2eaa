import { askEarly } from '@libs/screen';
import { queryClient } from './query-client';
import { station } from './queries';

/** The screen behind the PIN, in a file that nobody waits for at the first visit. */
export const fetchWork = (): Promise<typeof import('./DoorScreen')> => import('./DoorScreen');

/** Done when it is known which screen is the first, or when that takes too long. */
export const firstKnown = askEarly(queryClient, station, fetchWork);
