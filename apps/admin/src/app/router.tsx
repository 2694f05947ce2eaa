import { LoadingState } from '@libs/ui';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { boardQuery } from '../features/board/api';
import { queryClient } from './query-client';
import { loose, oneOf, type RawSearch, textOf } from './search';
import { Lost, PageFailed } from './PageFailed';
import { Shell } from './Shell';
import type { IntentStatus } from './wire';

const root = createRootRoute();

const inside = createRoute({ getParentRoute: () => root, id: 'in', component: Shell });

const boardPage = () => import('../features/board/BoardPage');
// The screen that most visits begin with comes along with the question who is here, not after it, and so do its figures.
if (window.location.pathname === import.meta.env.BASE_URL) {
  void boardPage();
  const { night } = Object.fromEntries(new URLSearchParams(window.location.search));
  void queryClient.prefetchQuery(boardQuery(night));
}

const BOARD_VIEWS = ['slots', 'sum'] as const;
const board = createRoute({
  getParentRoute: () => inside,
  path: '/',
  validateSearch: (raw: RawSearch) => loose({ night: textOf(raw.night), view: oneOf(raw.view, BOARD_VIEWS) }),
  component: lazyRouteComponent(boardPage, 'BoardPage'),
});

const SALES_TABS = ['sales', 'refused'] as const;
const SALE_STATES = ['all', 'cancelled', 'courtesy'] as const;
const sales = createRoute({
  getParentRoute: () => inside,
  path: '/sales',
  validateSearch: (raw: RawSearch) =>
    loose({
      tab: oneOf(raw.tab, SALES_TABS),
      q: textOf(raw.q),
      night: textOf(raw.night),
      session: textOf(raw.session),
      employee: textOf(raw.employee),
      state: oneOf(raw.state, SALE_STATES),
      sale: textOf(raw.sale),
    }),
  component: lazyRouteComponent(() => import('../features/sales/SalesPage'), 'SalesPage'),
});

const REGISTER_TABS = ['registers', 'bars', 'closes'] as const;
const registers = createRoute({
  getParentRoute: () => inside,
  path: '/registers',
  validateSearch: (raw: RawSearch) =>
    loose({
      tab: oneOf(raw.tab, REGISTER_TABS),
      night: textOf(raw.night),
      report: textOf(raw.report),
    }),
  component: lazyRouteComponent(() => import('../features/registers/RegistersPage'), 'RegistersPage'),
});

const INTENT_STATUSES = [
  'CREATED',
  'READY',
  'IN_PROGRESS',
  'APPROVED',
  'DECLINED',
  'CANCELLED',
  'EXPIRED',
  'ERROR',
  'UNKNOWN',
] as const satisfies readonly IntentStatus[];
const payments = createRoute({
  getParentRoute: () => inside,
  path: '/payments',
  validateSearch: (raw: RawSearch) =>
    loose({
      status: oneOf(raw.status, INTENT_STATUSES),
      open: oneOf(raw.open, ['yes']),
      session: textOf(raw.session),
      payment: textOf(raw.payment),
    }),
  component: lazyRouteComponent(() => import('../features/payments/IntentsPage'), 'IntentsPage'),
});

const FINDING_TABS = ['open', 'resolved'] as const;
const findings = createRoute({
  getParentRoute: () => inside,
  path: '/findings',
  validateSearch: (raw: RawSearch) => loose({ tab: oneOf(raw.tab, FINDING_TABS) }),
  component: lazyRouteComponent(() => import('../features/payments/FindingsPage'), 'FindingsPage'),
});

const refunds = createRoute({
  getParentRoute: () => inside,
  path: '/refunds',
  component: lazyRouteComponent(() => import('../features/payments/RefundsPage'), 'RefundsPage'),
});

const terminals = createRoute({
  getParentRoute: () => inside,
  path: '/terminals',
  validateSearch: (raw: RawSearch) => loose({ agent: textOf(raw.agent) }),
  component: lazyRouteComponent(() => import('../features/payments/TerminalsPage'), 'TerminalsPage'),
});

const CUSTOMER_STATES = ['active', 'shut'] as const;
const customers = createRoute({
  getParentRoute: () => inside,
  path: '/customers',
  validateSearch: (raw: RawSearch) =>
    loose({ q: textOf(raw.q), state: oneOf(raw.state, CUSTOMER_STATES), customer: textOf(raw.customer) }),
  component: lazyRouteComponent(() => import('../features/customers/CustomersPage'), 'CustomersPage'),
});

const wallet = createRoute({
  getParentRoute: () => inside,
  path: '/wallet',
  component: lazyRouteComponent(() => import('../features/customers/WalletPage'), 'WalletPage'),
});

const POINT_TABS = ['rules', 'tiers', 'rewards', 'redemptions'] as const;
const points = createRoute({
  getParentRoute: () => inside,
  path: '/points',
  validateSearch: (raw: RawSearch) => loose({ tab: oneOf(raw.tab, POINT_TABS), night: textOf(raw.night) }),
  component: lazyRouteComponent(() => import('../features/points/PointsPage'), 'PointsPage'),
});

const ENTRY_TABS = ['types', 'orders', 'lists'] as const;
const entries = createRoute({
  getParentRoute: () => inside,
  path: '/entries',
  validateSearch: (raw: RawSearch) =>
    loose({ tab: oneOf(raw.tab, ENTRY_TABS), night: textOf(raw.night), list: textOf(raw.list) }),
  component: lazyRouteComponent(() => import('../features/entries/EntriesPage'), 'EntriesPage'),
});

const CATALOG_TABS = ['products', 'categories', 'windows'] as const;
const catalog = createRoute({
  getParentRoute: () => inside,
  path: '/catalog',
  validateSearch: (raw: RawSearch) =>
    loose({
      tab: oneOf(raw.tab, CATALOG_TABS),
      q: textOf(raw.q),
      category: textOf(raw.category),
      product: textOf(raw.product),
    }),
  component: lazyRouteComponent(() => import('../features/catalog/CatalogPage'), 'CatalogPage'),
});

const STOCK_TABS = ['stock', 'ingredients', 'locations'] as const;
const inventory = createRoute({
  getParentRoute: () => inside,
  path: '/inventory',
  validateSearch: (raw: RawSearch) =>
    loose({
      tab: oneOf(raw.tab, STOCK_TABS),
      location: textOf(raw.location),
      q: textOf(raw.q),
    }),
  component: lazyRouteComponent(() => import('../features/inventory/InventoryPage'), 'InventoryPage'),
});

const nights = createRoute({
  getParentRoute: () => inside,
  path: '/nights',
  validateSearch: (raw: RawSearch) => loose({ night: textOf(raw.night) }),
  component: lazyRouteComponent(() => import('../features/nights/NightsPage'), 'NightsPage'),
});

const TEAM_TABS = ['people', 'roles', 'devices'] as const;
const team = createRoute({
  getParentRoute: () => inside,
  path: '/team',
  validateSearch: (raw: RawSearch) => loose({ tab: oneOf(raw.tab, TEAM_TABS), q: textOf(raw.q) }),
  component: lazyRouteComponent(() => import('../features/team/TeamPage'), 'TeamPage'),
});

const audit = createRoute({
  getParentRoute: () => inside,
  path: '/audit',
  validateSearch: (raw: RawSearch) =>
    loose({
      type: textOf(raw.type),
      employee: textOf(raw.employee),
      night: textOf(raw.night),
      subject: textOf(raw.subject),
      from: textOf(raw.from),
      to: textOf(raw.to),
    }),
  component: lazyRouteComponent(() => import('../features/audit/AuditPage'), 'AuditPage'),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/SettingsPage'), 'SettingsPage'),
});

/** The screens of the app. Add a route here for each screen of a feature. */
export const router = createRouter({
  routeTree: root.addChildren([
    inside.addChildren([
      ...[board, nights, sales, registers, payments, findings, refunds, terminals],
      ...[customers, wallet, points, entries],
      ...[catalog, inventory, team, audit, settings],
    ]),
  ]),
  basepath: import.meta.env.BASE_URL,
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingState,
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: Lost,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
