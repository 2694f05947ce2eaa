import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { Home } from './Home';
import { Shell } from './Shell';

const root = createRootRoute({ component: Shell });
const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

/** The screens of the app. Add a route here for each screen of a feature. */
export const router = createRouter({
  routeTree: root.addChildren([home]),
  basepath: import.meta.env.BASE_URL,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
