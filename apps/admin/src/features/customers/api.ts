import { queryOptions } from '@tanstack/react-query';
import { answer, api, once } from '../../app/api';
import type {
  Customer,
  CustomerCard,
  Page,
  WalletAccount,
  WalletEntry,
  WalletLimits,
  WalletVerdict,
} from '../../app/wire';

export interface CustomersFilter {
  readonly q?: string | undefined;
  readonly active?: boolean | undefined;
}

/** The reason and the yes of another person. */
interface Allowed {
  readonly reason: string;
  readonly token: string;
}

export function listCustomers({ q, active }: CustomersFilter, cursor: string | undefined): Promise<Page<Customer>> {
  const state = active === undefined ? {} : { active: active ? ('true' as const) : ('false' as const) };
  return answer(api.GET('/api/v1/customers', { params: { query: { q, ...state, cursor } } }));
}

export function shutCustomer(id: string, reason: string): Promise<Customer> {
  return answer(api.POST('/api/v1/customers/{id}/disable', { params: { path: { id } }, body: { reason } }));
}

export function openCustomer(id: string): Promise<Customer> {
  return answer(api.POST('/api/v1/customers/{id}/enable', { params: { path: { id } } }));
}

export function issueCard(id: string): Promise<CustomerCard> {
  return answer(api.POST('/api/v1/customers/{id}/card', { params: { path: { id } } }));
}

export async function revokeCard(id: string): Promise<void> {
  await answer(api.DELETE('/api/v1/customers/{id}/card', { params: { path: { id } } }));
}

export const accountsQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['wallet', 'accounts', customerId],
    queryFn: async (): Promise<WalletAccount[]> =>
      (await answer(api.GET('/api/v1/wallet/accounts', { params: { query: { customer_id: customerId } } }))).items,
  });

export function listMoves(accountId: string, cursor: string | undefined): Promise<Page<WalletEntry>> {
  const params = { path: { id: accountId }, query: { cursor, limit: 50 } };
  return answer(api.GET('/api/v1/wallet/accounts/{id}/entries', { params }));
}

export interface Adjustment extends Allowed {
  readonly direction: 'credit' | 'debit';
  readonly amount: number;
}

export function adjust(accountId: string, { direction, amount, reason, token }: Adjustment, key: string) {
  const body = { direction, amount, reason, step_up_token: token };
  return answer(
    api.POST('/api/v1/wallet/accounts/{id}/adjust', { params: { path: { id: accountId }, ...once(key) }, body }),
  );
}

export function freeze(accountId: string, reason: string, key: string) {
  const params = { path: { id: accountId }, ...once(key) };
  return answer(api.POST('/api/v1/wallet/accounts/{id}/freeze', { params, body: { reason } }));
}

export function unfreeze(accountId: string, token: string, key: string) {
  const params = { path: { id: accountId }, ...once(key) };
  return answer(api.POST('/api/v1/wallet/accounts/{id}/unfreeze', { params, body: { step_up_token: token } }));
}

export const limitsQuery = queryOptions({
  queryKey: ['wallet', 'limits'],
  queryFn: (): Promise<WalletLimits> => answer(api.GET('/api/v1/wallet/limits')),
});

export function changeLimits(limits: WalletLimits): Promise<WalletLimits> {
  return answer(api.PATCH('/api/v1/wallet/limits', { body: limits }));
}

export function verifyWallet(): Promise<WalletVerdict> {
  return answer(api.POST('/api/v1/wallet/verify'));
}
