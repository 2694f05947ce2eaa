import { answer, createApiClient, type Schemas } from '@libs/api-client';
import { storedLanguage } from '@libs/ui';
import { session } from '../session/current';

/** What anybody may ask. */
const open = createApiClient({ language: storedLanguage });

/** A request in the name of who is logged in. A token that is refused before its time is renewed once. */
async function asMember(request: Request): Promise<Response> {
  const again = request.clone();
  const token = await session.token();
  request.headers.set('Authorization', `Bearer ${token}`);
  const response = await fetch(request);
  if (response.status !== 401) return response;
  again.headers.set('Authorization', `Bearer ${await session.tokenAfter(token)}`);
  return fetch(again);
}

const own = createApiClient({ language: storedLanguage, send: asMember });

/** The header that makes a write happen once, however often it is asked for. */
const once = (key: string) => ({ 'Idempotency-Key': key });

/** Every question and act of a guest. Writes throw `ApiProblem` when refused and `NoAnswer` when nobody knows. */
export const api = {
  register: (body: Schemas['RegisterCustomer']) => answer(open.POST('/api/v1/customers/register', { body })),
  confirmEmail: (token: string, code: string) =>
    answer(open.POST('/api/v1/customers/email/verify', { body: { token, code } })),
  logIn: (email: string, password: string) =>
    answer(open.POST('/api/v1/customers/login', { body: { email, password } })),
  logOut: (refresh_token: string) => answer(open.POST('/api/v1/customers/logout', { body: { refresh_token } })),
  forgotPassword: (email: string) => answer(open.POST('/api/v1/customers/password/forgot', { body: { email } })),
  resetPassword: (body: Schemas['ResetPassword']) => answer(open.POST('/api/v1/customers/password/reset', { body })),

  tonight: () => answer(open.GET('/api/v1/public/evento/hoy')),
  events: () => answer(open.GET('/api/v1/public/eventos/proximos', { params: { query: { limit: 50 } } })),
  entriesOnSale: (night_id: string, code?: string) =>
    answer(open.GET('/api/v1/entradas', { params: { query: { night_id, code } } })),

  qr: () => answer(own.GET('/api/v1/wallet/qr')),
  balance: () => answer(own.GET('/api/v1/wallet/balance')),
  transactions: (offset: number, limit: number) =>
    answer(own.GET('/api/v1/wallet/transactions', { params: { query: { offset, limit } } })),
  topUp: (amount: number, key: string) =>
    answer(own.POST('/api/v1/wallet/recharge', { params: { header: once(key) }, body: { amount } })),
  topUpState: (id: string) => answer(own.GET('/api/v1/wallet/recharge/{id}', { params: { path: { id } } })),
  payOut: (key: string) => answer(own.POST('/api/v1/wallet/refund', { params: { header: once(key) } })),

  points: () => answer(own.GET('/api/v1/points')),
  rewards: () => answer(own.GET('/api/v1/rewards')),
  redeem: (id: string, key: string) =>
    answer(own.POST('/api/v1/rewards/{id}/redeem', { params: { path: { id }, header: once(key) } })),
  redemptions: () => answer(own.GET('/api/v1/rewards/mine', { params: { query: { limit: 20 } } })),

  tickets: () => answer(own.GET('/api/v1/tickets/my-tickets', { params: { query: { limit: 50 } } })),
  claimTicket: (qr: string, key: string) =>
    answer(own.POST('/api/v1/tickets/claim', { params: { header: once(key) }, body: { qr } })),

  placeOrder: (body: Schemas['PlaceEntryOrder'], key: string) =>
    answer(own.POST('/api/v1/entradas/orders', { params: { header: once(key) }, body })),
  payOrder: (id: string, key: string) =>
    answer(own.POST('/api/v1/entradas/orders/{id}/pay', { params: { path: { id }, header: once(key) }, body: {} })),
  order: (id: string) => answer(own.GET('/api/v1/entradas/orders/{id}', { params: { path: { id } } })),
  cancelOrder: (id: string, key: string) =>
    answer(own.POST('/api/v1/entradas/orders/{id}/cancel', { params: { path: { id }, header: once(key) } })),
  refundOrder: (id: string, to: 'wallet' | 'original', key: string) =>
    answer(
      own.POST('/api/v1/entradas/orders/{id}/refund', { params: { path: { id }, header: once(key) }, body: { to } }),
    ),
  offerEntry: (id: string, email: string | null, key: string) =>
    answer(
      own.POST('/api/v1/entradas/{id}/transfer', {
        params: { path: { id }, header: once(key) },
        body: email === null ? {} : { email },
      }),
    ),
  withdrawEntry: (id: string, key: string) =>
    answer(own.POST('/api/v1/entradas/{id}/transfer/withdraw', { params: { path: { id }, header: once(key) } })),
  takeEntry: (code: string, key: string) =>
    answer(own.POST('/api/v1/entradas/claim', { params: { header: once(key) }, body: { code } })),
  entries: () => answer(own.GET('/api/v1/entradas/mine', { params: { query: { limit: 50 } } })),

  profile: () => answer(own.GET('/api/v1/customers/profile')),
  changeProfile: (body: Schemas['ChangeCustomer']) => answer(own.PATCH('/api/v1/customers/profile', { body })),
  changePassword: (body: Schemas['ChangeCustomerPassword']) =>
    answer(own.POST('/api/v1/customers/password/change', { body })),
  askForEmail: (email: string, password: string) =>
    answer(own.POST('/api/v1/customers/email/change', { body: { email, password } })),
  changeEmail: (token: string, code: string) =>
    answer(own.POST('/api/v1/customers/email/change/confirm', { body: { token, code } })),
  exportAll: () => answer(own.GET('/api/v1/customers/export')),
  deleteAccount: (body: Schemas['DeleteCustomer']) => answer(own.DELETE('/api/v1/customers/profile', { body })),
};
