import { queryClient } from './query-client';
import { meQuery } from './session';

/** How long the first picture may wait for the server, ms; later it says that it is loading. */
const PATIENCE_MS = 400;

/** Everything behind the login, in files that the login does not wait for. */
export const fetchPanel = (): Promise<typeof import('./Panel')> => import('./Panel');

// Asked while the browser is still reading the rest of the program. What fails here is asked again by the gate.
const me = queryClient.prefetchQuery(meQuery).then(() => {
  if (queryClient.getQueryData(meQuery.queryKey)) void fetchPanel().catch(() => undefined);
});

/** Done when it is known whether somebody is signed in, or when that takes too long. */
export const firstKnown = Promise.race([me, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
