import {
  type Icon,
  IconActivity,
  IconBuildingStore,
  IconAlertTriangle,
  IconCalendarEvent,
  IconCreditCard,
  IconCreditCardRefund,
  IconDeviceMobileDollar,
  IconHistory,
  IconPackage,
  IconReceipt,
  IconSettings,
  IconStar,
  IconTags,
  IconTicket,
  IconUserHeart,
  IconUsers,
  IconWallet,
} from '@tabler/icons-react';
import type { Me } from './wire';

type Permission = Me['permissions'][number];

interface Section {
  readonly to:
    | '/'
    | '/sales'
    | '/registers'
    | '/payments'
    | '/findings'
    | '/refunds'
    | '/terminals'
    | '/customers'
    | '/wallet'
    | '/points'
    | '/entries'
    | '/catalog'
    | '/inventory'
    | '/nights'
    | '/team'
    | '/audit'
    | '/settings';
  readonly word:
    | 'board'
    | 'sales'
    | 'registers'
    | 'payments'
    | 'findings'
    | 'refunds'
    | 'terminals'
    | 'customers'
    | 'wallet'
    | 'points'
    | 'entries'
    | 'catalog'
    | 'inventory'
    | 'nights'
    | 'team'
    | 'audit'
    | 'settings';
  readonly icon: Icon;
  /** Who may not do this does not see the section. */
  readonly needs?: Permission;
}

/** The sections of admin, in the order of the side. */
export const SECTIONS: readonly Section[] = [
  { to: '/', word: 'board', icon: IconActivity, needs: 'report.read' },
  { to: '/sales', word: 'sales', icon: IconReceipt, needs: 'sale.read' },
  { to: '/registers', word: 'registers', icon: IconBuildingStore, needs: 'report.read' },
  { to: '/payments', word: 'payments', icon: IconCreditCard, needs: 'payment.read' },
  { to: '/findings', word: 'findings', icon: IconAlertTriangle, needs: 'payment.read' },
  { to: '/refunds', word: 'refunds', icon: IconCreditCardRefund, needs: 'payment.read' },
  { to: '/terminals', word: 'terminals', icon: IconDeviceMobileDollar, needs: 'payment.read' },
  { to: '/customers', word: 'customers', icon: IconUserHeart, needs: 'customer.manage' },
  { to: '/wallet', word: 'wallet', icon: IconWallet, needs: 'wallet.manage' },
  { to: '/points', word: 'points', icon: IconStar, needs: 'wallet.manage' },
  { to: '/entries', word: 'entries', icon: IconTicket, needs: 'entry.manage' },
  { to: '/catalog', word: 'catalog', icon: IconTags, needs: 'catalog.manage' },
  { to: '/inventory', word: 'inventory', icon: IconPackage, needs: 'inventory.manage' },
  { to: '/nights', word: 'nights', icon: IconCalendarEvent, needs: 'night.manage' },
  { to: '/team', word: 'team', icon: IconUsers, needs: 'staff.manage' },
  { to: '/audit', word: 'audit', icon: IconHistory, needs: 'audit.read' },
  { to: '/settings', word: 'settings', icon: IconSettings },
];
