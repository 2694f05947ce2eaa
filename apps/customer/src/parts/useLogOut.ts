import { api } from '../app/api';
import { session } from '../session/current';

/** Ends the login: on this device at once, at the server as soon as it hears of it. */
export function useLogOut(): () => void {
  return () => {
    const token = session.end();
    // Out of reach: nobody holds the token any more, and it ends by itself.
    if (token !== null) void api.logOut(token).catch(() => undefined);
  };
}
