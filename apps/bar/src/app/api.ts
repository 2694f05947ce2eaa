import { answer, createApiClient, type Schemas } from '@libs/api-client';
import { storedLanguage } from '@libs/ui';

export type Bar = Schemas['Bar'];
export type Delivery = Schemas['Delivery'];
export type Device = Schemas['OwnDevice'];
export type Me = Schemas['Me'];
export type Person = Schemas['PickablePeople']['items'][number];
export type Press = Schemas['RecentDeliveries']['items'][number];
export type Refusal = Schemas['TicketRefusal'];
export type Scan = Schemas['Scan'];
export type Ticket = Schemas['Ticket'];
export type Confirmed = Schemas['IdentifiedCustomer'];
export type Portion = Schemas['DeliverTicket']['items'][number];

/** A bartender with a guest waiting knows after this long that nobody answers, ms. */
const LONGEST_WAIT_MS = 6_000;

const client = createApiClient({ app: 'bar', language: storedLanguage, timeoutMs: LONGEST_WAIT_MS });

const once = (key: string): { 'Idempotency-Key': string } => ({ 'Idempotency-Key': key });

/** Every question and act of the bar, one function each. */
export const api = {
  enrol: (code: string) => answer(client.POST('/api/v1/devices/enrol', { body: { code } })),
  device: () => answer(client.GET('/api/v1/devices/me')),
  bars: () => answer(client.GET('/api/v1/bars/pickable')),
  people: () => answer(client.GET('/api/v1/staff/pickable', { params: { query: { station: 'bar' } } })),
  me: () => answer(client.GET('/api/v1/auth/me')),
  login: (employee_id: string, bar_id: string) =>
    answer(client.POST('/api/v1/staff/login', { body: { station: 'bar', employee_id, bar_id } })),
  lock: () => answer(client.POST('/api/v1/staff/lock')),
  unlock: () => answer(client.POST('/api/v1/staff/unlock', { body: {} })),
  scan: (qr: string) => answer(client.POST('/api/v1/tickets/scan', { body: { qr } })),
  deliver: (id: string, bar_id: string, items: Portion[], key: string) =>
    answer(
      client.POST('/api/v1/tickets/{id}/deliver', {
        params: { path: { id }, header: once(key) },
        body: { bar_id, items },
      }),
    ),
  undo: (id: string, press_id: string, key: string) =>
    answer(
      client.POST('/api/v1/tickets/{id}/undo', { params: { path: { id }, header: once(key) }, body: { press_id } }),
    ),
  allow: (id: string, reason: string, key: string) =>
    answer(
      client.POST('/api/v1/tickets/{id}/allow', { params: { path: { id }, header: once(key) }, body: { reason } }),
    ),
  stepUpPeople: () =>
    answer(client.GET('/api/v1/auth/step-up/people', { params: { query: { permission: 'customer.confirm' } } })),
  stepUp: (employee_id: string, pin: string) =>
    answer(client.POST('/api/v1/auth/step-up', { body: { employee_id, pin, permission: 'customer.confirm' } })),
  confirmGuest: (customer_token: string, step_up_token: string) =>
    answer(client.POST('/api/v1/customers/confirm', { body: { customer_token, step_up_token } })),
  recent: (bar_id: string) => answer(client.GET('/api/v1/tickets/recent', { params: { query: { bar_id } } })),
  refusals: () => answer(client.GET('/api/v1/tickets/refusals', { params: { query: { limit: 30 } } })),
};
