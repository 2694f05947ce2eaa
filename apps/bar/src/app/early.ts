import { askEarly } from '@libs/screen';
import { queryClient } from './query-client';
import { station } from './queries';

/** The screen behind the choice of bar and name, in a file that nobody waits for at the first visit. */
export const fetchWork = (): Promise<typeof import('./BarScreen')> => import('./BarScreen');

/** Done when it is known which screen is the first, or when that takes too long. */
export const firstKnown = askEarly(queryClient, station, fetchWork);
