import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { PersonArea } from './PersonArea';
import { TillFrame } from './TillFrame';

const TillScreen = lazyRouteComponent(() => import('./TillScreen'), 'TillScreen');
const root = createRootRoute({ component: PersonArea, notFoundComponent: TillScreen });
const sell = createRoute({ getParentRoute: () => root, path: '/', component: TillScreen });
/** Everything of an open till that is not selling, below the bar. */
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: TillFrame });
const pages = [
  createRoute({
    getParentRoute: () => frame,
    path: '/sales',
    component: lazyRouteComponent(() => import('../features/sales/SalesScreen'), 'SalesScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/cash',
    component: lazyRouteComponent(() => import('../features/cash/CashScreen'), 'CashScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/report',
    component: lazyRouteComponent(() => import('../features/cash/ReportScreen'), 'ReportScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/hand-over',
    component: lazyRouteComponent(() => import('../features/close/HandOverScreen'), 'HandOverScreen'),
  }),
];

/** The screens of the till. A page of a feature gets its route here. */
export const router = createRouter({
  routeTree: root.addChildren([sell, frame.addChildren(pages)]),
  basepath: import.meta.env.BASE_URL,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
