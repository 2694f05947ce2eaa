import { queryClient } from './query-client';
import { deviceQuery, meQuery } from './queries';

/** How long the first picture may wait for the server, ms; later it says that it is loading. */
const PATIENCE_MS = 400;

/** The screen behind the PIN, in a file that nobody waits for at the first visit. */
export const fetchWork = (): Promise<typeof import('./DoorScreen')> => import('./DoorScreen');

// Asked while the browser is still reading the rest of the program. What fails here is asked again by the screens.
const device = queryClient.prefetchQuery(deviceQuery);
const me = queryClient.prefetchQuery(meQuery).then(() => {
  if (queryClient.getQueryData(meQuery.queryKey)) void fetchWork().catch(() => undefined);
});

/** Done when it is known which screen is the first, or when that takes too long. */
export const firstKnown = Promise.race([
  Promise.all([device, me]),
  new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
]);
