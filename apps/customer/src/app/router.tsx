import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { session } from '../session/current';
import { EnterFrame } from './EnterFrame';
import { MemberFrame } from './MemberFrame';
import { RootFrame } from './RootFrame';
import { readSearch } from './search';

const root = createRootRoute({ component: RootFrame, notFoundComponent: MemberFrame });

/** Login and registration; whoever is in goes where they wanted to go. */
const enter = createRoute({
  getParentRoute: () => root,
  id: 'enter',
  component: EnterFrame,
  validateSearch: readSearch,
  beforeLoad: ({ search }) => {
    if (session.member()) throw redirect({ to: search.next ?? '/', replace: true });
  },
});
const entrance = [
  createRoute({
    getParentRoute: () => enter,
    path: '/login',
    component: lazyRouteComponent(() => import('../features/enter/LoginScreen'), 'LoginScreen'),
  }),
  createRoute({
    getParentRoute: () => enter,
    path: '/register',
    component: lazyRouteComponent(() => import('../features/enter/RegisterScreen'), 'RegisterScreen'),
  }),
  createRoute({
    getParentRoute: () => enter,
    path: '/forgot',
    component: lazyRouteComponent(() => import('../features/enter/ForgotScreen'), 'ForgotScreen'),
  }),
];

/** The pages of who is logged in; others are asked to, except at the start, which shows them what the house is about. */
const member = createRoute({
  getParentRoute: () => root,
  id: 'member',
  component: MemberFrame,
  beforeLoad: ({ location }) => {
    if (session.member() || location.pathname === '/') return;
    throw redirect({ to: '/login', search: { next: location.pathname + location.searchStr }, replace: true });
  },
});
const pages = [
  createRoute({
    getParentRoute: () => member,
    path: '/',
    component: lazyRouteComponent(() => import('../features/home/HomeScreen'), 'HomeScreen'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/profile',
    component: lazyRouteComponent(() => import('../features/profile/ProfileScreen'), 'ProfileScreen'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/profile/data',
    component: lazyRouteComponent(() => import('../features/profile/DataScreen'), 'DataScreen'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/profile/password',
    component: lazyRouteComponent(() => import('../features/profile/PasswordScreen'), 'PasswordScreen'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/profile/delete',
    component: lazyRouteComponent(() => import('../features/profile/DeleteScreen'), 'DeleteScreen'),
  }),
];

/** The screens of a guest. A page of a feature gets its route here. */
export const router = createRouter({
  routeTree: root.addChildren([enter.addChildren(entrance), member.addChildren(pages)]),
  basepath: import.meta.env.BASE_URL,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

let known = session.member()?.uuid;
// Logged in, or out, be it in another tab: who may be where is asked again.
session.subscribe(() => {
  const now = session.member()?.uuid;
  if (now !== known) void router.invalidate();
  known = now;
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
