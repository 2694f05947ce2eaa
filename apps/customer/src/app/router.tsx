import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { session } from '../session/current';
import { AppFrame } from './AppFrame';
import { EnterFrame } from './EnterFrame';
import { Lost } from './Lost';
import { RootFrame } from './RootFrame';
import { readPaid, readSearch } from './search';
import { StartFrame } from './StartFrame';

const root = createRootRoute({ component: RootFrame, notFoundComponent: Lost });

/** Login and registration; whoever is in goes where they wanted to go. */
const enter = createRoute({
  getParentRoute: () => root,
  id: 'enter',
  component: EnterFrame,
  validateSearch: readSearch,
  beforeLoad: ({ search }) => {
    if (session.member()) redirect({ to: search.next ?? '/', replace: true, throw: true });
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

const start = createRoute({ getParentRoute: () => root, id: 'start', component: StartFrame });
const home = createRoute({
  getParentRoute: () => start,
  path: '/',
  component: lazyRouteComponent(() => import('../features/home/HomeScreen'), 'HomeScreen'),
});

/** What everybody may look at. */
const open = createRoute({ getParentRoute: () => root, id: 'open', component: AppFrame });
const parties = [
  createRoute({
    getParentRoute: () => open,
    path: '/events',
    component: lazyRouteComponent(() => import('../features/events/EventsScreen'), 'EventsScreen'),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/events/$id',
    component: lazyRouteComponent(() => import('../features/events/EventScreen'), 'EventScreen'),
  }),
];

/** The pages of who is logged in; others are asked to. */
const member = createRoute({
  getParentRoute: () => root,
  id: 'member',
  component: AppFrame,
  beforeLoad: ({ location }) => {
    if (session.member()) return;
    const search = { next: location.pathname + location.searchStr };
    redirect({ to: '/login', search, replace: true, throw: true });
  },
});
const pages = [
  createRoute({
    getParentRoute: () => member,
    path: '/wallet',
    component: lazyRouteComponent(() => import('../features/wallet/WalletScreen'), 'WalletScreen'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/wallet/top-up',
    component: lazyRouteComponent(() => import('../features/wallet/TopUpScreen'), 'TopUpScreen'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/wallet/top-up/$id',
    component: lazyRouteComponent(() => import('../features/wallet/TopUpStateScreen'), 'TopUpStateScreen'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/wallet/pay-out',
    component: lazyRouteComponent(() => import('../features/wallet/PayOutScreen'), 'PayOutScreen'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/tickets/claim',
    component: lazyRouteComponent(() => import('../features/tickets/ClaimScreen'), 'ClaimScreen'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/tickets/$id',
    component: lazyRouteComponent(() => import('../features/tickets/TicketScreen'), 'TicketScreen'),
  }),
  // Where a payment page sends its guest; what became of the money, the server knows.
  createRoute({
    getParentRoute: () => member,
    path: '/back',
    validateSearch: readPaid,
    beforeLoad: ({ search: { kind, order: id } }) => {
      if (kind === 'top_up') redirect({ to: '/wallet/top-up/$id', params: { id }, replace: true, throw: true });
      if (kind === 'entry_order') redirect({ to: '/orders/$id', params: { id }, replace: true, throw: true });
      redirect({ to: '/', replace: true, throw: true });
    },
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/wallet/qr',
    component: lazyRouteComponent(() => import('../features/wallet/QrScreen'), 'QrScreen'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/orders/$id',
    component: lazyRouteComponent(() => import('../features/events/OrderScreen'), 'OrderScreen'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/tickets',
    component: lazyRouteComponent(() => import('../features/tickets/TicketsScreen'), 'TicketsScreen'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/tickets/entry/$id',
    component: lazyRouteComponent(() => import('../features/tickets/EntryScreen'), 'EntryScreen'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/tickets/entry/$id/send',
    component: lazyRouteComponent(() => import('../features/tickets/SendScreen'), 'SendScreen'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/tickets/receive',
    component: lazyRouteComponent(() => import('../features/tickets/ReceiveScreen'), 'ReceiveScreen'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/points',
    component: lazyRouteComponent(() => import('../features/points/PointsScreen'), 'PointsScreen'),
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
    path: '/profile/email',
    component: lazyRouteComponent(() => import('../features/profile/EmailScreen'), 'EmailScreen'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/profile/delete',
    component: lazyRouteComponent(() => import('../features/profile/DeleteScreen'), 'DeleteScreen'),
  }),
];

/** The screens of a guest. A page of a feature gets its route here. */
export const router = createRouter({
  routeTree: root.addChildren([
    start.addChildren([home]),
    enter.addChildren(entrance),
    open.addChildren(parties),
    member.addChildren(pages),
  ]),
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
