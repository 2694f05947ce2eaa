import { soon } from '@libs/screen';
import { queryClient } from './query-client';
import { deviceQuery, meQuery } from './queries';

/** Everything behind the PIN, in files that nobody waits for at the first visit. */
export async function fetchWork(): Promise<typeof import('./Work')> {
  const [work] = await Promise.all([import('./Work'), import('./TillScreen')]);
  return work;
}

// Asked while the browser is still reading the rest of the program. What fails here is asked again by the screens.
const device = queryClient.prefetchQuery(deviceQuery);
const me = queryClient.prefetchQuery(meQuery).then(() => {
  if (queryClient.getQueryData(meQuery.queryKey)) void fetchWork().catch(() => undefined);
});

/** Done when it is known which screen is the first, or when that takes too long. */
export const firstKnown = soon(device, me);
