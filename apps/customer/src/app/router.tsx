import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { EnterFrame } from './EnterFrame';
import { MemberFrame } from './MemberFrame';
import { RootFrame } from './RootFrame';
import { readSearch } from './search';

const root = createRootRoute({ component: RootFrame, notFoundComponent: MemberFrame });

const enter = createRoute({
  getParentRoute: () => root,
  id: 'enter',
  component: EnterFrame,
  validateSearch: readSearch,
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

const member = createRoute({ getParentRoute: () => root, id: 'member', component: MemberFrame });
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

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
