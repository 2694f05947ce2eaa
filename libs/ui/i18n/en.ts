import type { es } from './es';
import type { Translation } from './types';

/** Words of the shared components, English. */
export const en = {
  net: {
    online: 'Online',
    sending: 'Sending {{count}}',
    offline: 'Offline',
    pending: '{{count}} to send',
    stale: 'Data from {{age}}',
    what: 'What can I do',
  },
  pad: {
    back: 'Delete',
    keys: 'Number pad',
    pin: '{{filled}} of {{length}} digits',
    pin_wrong: 'Wrong PIN',
  },
  qr: {
    label: 'QR code',
    number: 'No. {{number}}',
  },
  scan: {
    closing: 'Closes by itself; touch to keep it open',
    more: 'More below',
  },
  tile: {
    in_cart: 'in the sale',
    sold_out: 'Sold out',
  },
  sheet: {
    close: 'Close',
  },
  state: {
    loading: 'Loading',
    error: 'Something failed',
    error_detail: 'Nothing was lost. Try again.',
    offline: 'Offline',
    offline_detail: 'This needs the server. It comes back by itself.',
    retry: 'Try again',
    reload: 'Reload',
  },
  toast: {
    undo: 'Undo',
    region: 'Notices',
  },
  count: {
    title: 'Count by note and coin',
    total: 'Counted',
    less: 'One {{worth}} less',
    more: 'One {{worth}} more',
    how_many: 'How many of {{worth}}',
  },
  update: {
    ready: 'A new version is ready',
    apply: 'Update',
  },
  pair: {
    title: 'Code of the tablet',
    detail: 'Admin shows it, in Team, Tablets. It works once.',
    act: 'Connect this tablet',
  },
  language: {
    label: 'Language',
  },
} satisfies Translation<typeof es>;
