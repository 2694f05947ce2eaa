import { soon } from '@libs/screen';
import { queryClient } from './query-client';
import { meQuery } from './session';

/** Everything behind the login, in files that the login does not wait for. */
export const fetchPanel = (): Promise<typeof import('./Panel')> => import('./Panel');

// Asked while the browser is still reading the rest of the program. What fails here is asked again by the gate.
const me = queryClient.prefetchQuery(meQuery).then(() => {
  if (queryClient.getQueryData(meQuery.queryKey)) void fetchPanel().catch(() => undefined);
});

/** Done when it is known whether somebody is signed in, or when that takes too long. */
export const firstKnown = soon(me);
