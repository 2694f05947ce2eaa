import { queryOptions } from '@tanstack/react-query';
import { answer, api, once } from '../../app/api';
import type { Employee, Page, Refusal, Sale, SaleRow, TicketDetail } from '../../app/wire';
import { everyPage } from '../../parts/everyPage';

export interface SalesFilter {
  readonly night?: string;
  readonly session?: string;
  readonly employee?: string;
  readonly q?: string;
  readonly state?: 'all' | 'cancelled' | 'courtesy';
}

export function listSales(filter: SalesFilter, cursor: string | undefined): Promise<Page<SaleRow>> {
  const { night, session, employee, q, state } = filter;
  const query = { night_id: night, register_session_id: session, employee_id: employee, q, state, cursor };
  return answer(api.GET('/api/v1/sales', { params: { query } }));
}

/** One sale with everything about it. */
export function saleQuery(id: string) {
  return queryOptions({
    queryKey: ['sales', 'one', id],
    queryFn: (): Promise<Sale> => answer(api.GET('/api/v1/sales/{id}', { params: { path: { id } } })),
  });
}

/** A ticket with everything that happened to it. */
export function ticketQuery(id: string) {
  return queryOptions({
    queryKey: ['tickets', id],
    queryFn: (): Promise<TicketDetail> => answer(api.GET('/api/v1/tickets/{id}', { params: { path: { id } } })),
  });
}

export const sellersQuery = queryOptions({
  queryKey: ['team', 'sellers'],
  queryFn: (): Promise<Employee[]> =>
    everyPage((cursor): Promise<Page<Employee>> =>
      answer(api.GET('/api/v1/employees', { params: { query: { cursor, limit: 100 } } })),
    ),
});

export interface Cancellation {
  readonly reason: string;
  readonly token: string;
  readonly despiteDelivery: boolean;
}

export function cancelSale(id: string, { reason, token, despiteDelivery }: Cancellation, key: string): Promise<Sale> {
  return answer(
    api.POST('/api/v1/sales/{id}/cancel', {
      params: { path: { id }, ...once(key) },
      body: { reason, step_up_token: token, ...(despiteDelivery ? { despite_delivery: true } : {}) },
    }),
  );
}

export function listRefusals(night: string | undefined, cursor: string | undefined): Promise<Page<Refusal>> {
  return answer(api.GET('/api/v1/tickets/refusals', { params: { query: { night_id: night, cursor } } }));
}

export async function allowTicket(id: string, reason: string, key: string): Promise<void> {
  await answer(api.POST('/api/v1/tickets/{id}/allow', { params: { path: { id }, ...once(key) }, body: { reason } }));
}
