import { soon } from '@libs/screen';
import { queryClient } from './query-client';
import { deviceQuery, meQuery } from './queries';

/** The screen behind the PIN, in a file that nobody waits for at the first visit. */
export const fetchWork = (): Promise<typeof import('./DoorScreen')> => import('./DoorScreen');

// Asked while the browser is still reading the rest of the program. What fails here is asked again by the screens.
const device = queryClient.prefetchQuery(deviceQuery);
const me = queryClient.prefetchQuery(meQuery).then(() => {
  if (queryClient.getQueryData(meQuery.queryKey)) void fetchWork().catch(() => undefined);
});

/** Done when it is known which screen is the first, or when that takes too long. */
export const firstKnown = soon(device, me);
