import { answer, createApiClient, type Schemas } from '@libs/api-client';
import { storedLanguage } from '@libs/ui';

const client = createApiClient({ app: 'pos', language: storedLanguage });

/** What another person may say yes to on a till. */
export type StepUpPermission = Extract<
  Schemas['StepUpRequest']['permission'],
  'sale.cancel' | 'courtesy.grant' | 'session.sign' | 'payment.resolve' | 'payment.refund' | 'customer.confirm'
>;

/** The header that makes a write happen once, however often it is asked for. */
const once = (key: string) => ({ 'Idempotency-Key': key });

/** Every question and act of the till. Writes throw `ApiProblem` when refused and `NoAnswer` when nobody knows. */
export const api = {
  enrol: (code: string) => answer(client.POST('/api/v1/devices/enrol', { body: { code } })),
  device: () => answer(client.GET('/api/v1/devices/me')),
  people: () => answer(client.GET('/api/v1/staff/pickable', { params: { query: { station: 'register' } } })),
  me: () => answer(client.GET('/api/v1/auth/me')),
  login: (employee_id: string, pin: string) =>
    answer(client.POST('/api/v1/staff/login', { body: { employee_id, station: 'register', pin } })),
  lock: () => answer(client.POST('/api/v1/staff/lock')),
  unlock: (pin: string) => answer(client.POST('/api/v1/staff/unlock', { body: { pin } })),

  night: () => answer(client.GET('/api/v1/nights/current')),
  catalog: () => answer(client.GET('/api/v1/catalog')),
  registers: () => answer(client.GET('/api/v1/registers')),

  mySession: () => answer(client.GET('/api/v1/register-sessions/mine')),
  openSession: (id: string, body: Schemas['OpenSession'], key: string) =>
    answer(client.POST('/api/v1/registers/{id}/sessions', { params: { path: { id }, header: once(key) }, body })),
  movements: (id: string) =>
    answer(client.GET('/api/v1/register-sessions/{id}/cash-movements', { params: { path: { id } } })),
  moveCash: (id: string, body: Schemas['MoveCash'], key: string) =>
    answer(
      client.POST('/api/v1/register-sessions/{id}/cash-movements', {
        params: { path: { id }, header: once(key) },
        body,
      }),
    ),
  handOver: (id: string, to_employee_id: string, pin: string, key: string) =>
    answer(
      client.POST('/api/v1/register-sessions/{id}/hand-over', {
        params: { path: { id }, header: once(key) },
        body: { to_employee_id, pin },
      }),
    ),
  count: (id: string, denominations: Record<string, number>, key: string) =>
    answer(
      client.POST('/api/v1/register-sessions/{id}/count', {
        params: { path: { id }, header: once(key) },
        body: { denominations },
      }),
    ),
  acceptCount: (id: string, key: string) =>
    answer(client.POST('/api/v1/register-sessions/{id}/accept-count', { params: { path: { id }, header: once(key) } })),
  resume: (id: string, step_up_token: string, key: string) =>
    answer(
      client.POST('/api/v1/register-sessions/{id}/resume', {
        params: { path: { id }, header: once(key) },
        body: { step_up_token },
      }),
    ),
  close: (id: string, body: Schemas['CloseSession'], key: string) =>
    answer(client.POST('/api/v1/register-sessions/{id}/close', { params: { path: { id }, header: once(key) }, body })),
  report: (id: string) => answer(client.GET('/api/v1/register-sessions/{id}/report', { params: { path: { id } } })),

  quote: (register_session_id: string, lines: Schemas['QuotedItem'][]) =>
    answer(client.POST('/api/v1/sales/quote', { body: { register_session_id, lines } })),
  placeSale: (sale: Schemas['NewSale'], key: string) =>
    answer(client.POST('/api/v1/sales', { params: { header: once(key) }, body: sale })),
  sale: (id: string) => answer(client.GET('/api/v1/sales/{id}', { params: { path: { id } } })),
  sales: (register_session_id: string, cursor?: string) =>
    answer(client.GET('/api/v1/sales', { params: { query: { register_session_id, limit: 50, cursor } } })),
  cancelSale: (id: string, body: Schemas['CancelSale'], key: string) =>
    answer(client.POST('/api/v1/sales/{id}/cancel', { params: { path: { id }, header: once(key) }, body })),
  changePayments: (id: string, payments: Schemas['AskedPayment'][], key: string) =>
    answer(
      client.PUT('/api/v1/sales/{id}/payments', { params: { path: { id }, header: once(key) }, body: { payments } }),
    ),
  print: (id: string, target: 'printer' | 'browser', register_session_id: string, key: string) =>
    answer(
      client.POST('/api/v1/tickets/{id}/print', {
        params: { path: { id }, header: once(key) },
        body: { target, register_session_id },
      }),
    ),

  identify: (qr: string) => answer(client.POST('/api/v1/customers/identify', { body: { qr } })),
  confirmGuest: (customer_token: string, step_up_token: string) =>
    answer(client.POST('/api/v1/customers/confirm', { body: { customer_token, step_up_token } })),
  takeTopUp: (customer_id: string, body: Schemas['TakeTopUp'], key: string) =>
    answer(
      client.POST('/api/v1/wallets/{customer_id}/top-ups', {
        params: { path: { customer_id }, header: once(key) },
        body,
      }),
    ),
  topUp: (customer_id: string, id: string) =>
    answer(client.GET('/api/v1/wallets/{customer_id}/top-ups/{id}', { params: { path: { customer_id, id } } })),
  pointsOfSale: (id: string) => answer(client.GET('/api/v1/points/of-sale/{id}', { params: { path: { id } } })),

  beginPayment: (body: Schemas['NewPaymentIntent'], key: string) =>
    answer(client.POST('/api/v1/payment-intents', { params: { header: once(key) }, body })),
  payment: (id: string) => answer(client.GET('/api/v1/payment-intents/{id}', { params: { path: { id } } })),
  openPayments: (register_session_id: string) =>
    answer(client.GET('/api/v1/payment-intents', { params: { query: { register_session_id, open: 'true' } } })),
  paymentsOfSale: (sale_id: string) =>
    answer(client.GET('/api/v1/payment-intents', { params: { query: { sale_id } } })),
  cancelPayment: (id: string, key: string) =>
    answer(client.POST('/api/v1/payment-intents/{id}/cancel', { params: { path: { id }, header: once(key) } })),
  askPayment: (id: string, key: string) =>
    answer(client.POST('/api/v1/payment-intents/{id}/ask', { params: { path: { id }, header: once(key) } })),
  resolvePayment: (id: string, body: Schemas['ResolvePayment'], key: string) =>
    answer(client.POST('/api/v1/payment-intents/{id}/resolve', { params: { path: { id }, header: once(key) }, body })),
  refundPayment: (id: string, body: Schemas['RefundPayment'], key: string) =>
    answer(client.POST('/api/v1/payment-intents/{id}/refund', { params: { path: { id }, header: once(key) }, body })),

  stepUpPeople: (permission: StepUpPermission) =>
    answer(client.GET('/api/v1/auth/step-up/people', { params: { query: { permission } } })),
  stepUp: (employee_id: string, pin: string, permission: StepUpPermission) =>
    answer(client.POST('/api/v1/auth/step-up', { body: { employee_id, pin, permission } })),
  available: (register_id: string) =>
    answer(client.GET('/api/v1/stock/available', { params: { query: { register_id } } })),
};
