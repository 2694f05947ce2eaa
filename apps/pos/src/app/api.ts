import { ApiProblem, NoAnswer } from '@libs/api-client';
import { storedLanguage } from '@libs/ui';
import type * as W from './wire';

async function call<T>(method: string, path: string, options: { body?: unknown; key?: string } = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        'X-App': 'pos',
        'Accept-Language': storedLanguage(),
        ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(options.key ? { 'Idempotency-Key': options.key } : {}),
      },
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: AbortSignal.timeout(10_000),
    });
  } catch (error) {
    throw new NoAnswer(error);
  }
  const text = await response.text();
  const data = (text === '' ? undefined : JSON.parse(text)) as unknown;
  if (response.ok) return data as T;
  const problem = (data ?? {}) as Partial<ApiProblem>;
  if (!problem.code) throw new NoAnswer(new Error(String(response.status)));
  throw new ApiProblem(
    response.status,
    problem.code,
    problem.title ?? '',
    problem.detail ?? '',
    problem.facts,
    problem.errors,
  );
}
const get = <T>(path: string) => call<T>('GET', path);
const post = <T>(path: string, body: unknown, key?: string) => call<T>('POST', path, { body: body ?? {}, key });

/** Every question and act of the till, one function each. */
export const api = {
  enrol: (code: string) => post<W.Named>('/devices/enrol', { code }),
  device: () => get<W.Device>('/devices/me'),
  people: () => get<{ items: W.Person[] }>('/staff/pickable?station=register'),
  me: () => get<W.Me>('/auth/me'),
  login: (employee_id: string, pin: string) => post<W.Me>('/staff/login', { employee_id, station: 'register', pin }),
  lock: () => post<undefined>('/staff/lock', {}),
  unlock: (pin: string) => post<W.Me>('/staff/unlock', { pin }),
  logout: () => post<undefined>('/auth/logout', {}),
  stepUpPeople: (permission: string) => get<{ items: W.Named[] }>(`/auth/step-up/people?permission=${permission}`),
  stepUp: (employee_id: string, pin: string, permission: string) =>
    post<W.StepUp>('/auth/step-up', { employee_id, pin, permission }),
  night: () => get<{ night: { id: string; name: string } | null }>('/nights/current'),
  catalog: () => get<W.Catalog>('/catalog'),
  available: (registerId: string) =>
    get<{ items: { product_id: string; left: number }[] }>(`/stock/available?register_id=${registerId}`),
  registers: () => get<{ items: W.Register[] }>('/registers'),
  mySession: () => get<{ session: W.Session | null }>('/register-sessions/mine'),
  openSession: (registerId: string, body: unknown, key: string) =>
    post<W.Session>(`/registers/${registerId}/sessions`, body, key),
  movements: (sessionId: string) => get<{ items: W.Movement[] }>(`/register-sessions/${sessionId}/cash-movements`),
  moveCash: (sessionId: string, body: unknown, key: string) =>
    post<W.Movement>(`/register-sessions/${sessionId}/cash-movements`, body, key),
  handOver: (sessionId: string, to_employee_id: string, pin: string, key: string) =>
    post<W.Session>(`/register-sessions/${sessionId}/hand-over`, { to_employee_id, pin }, key),
  count: (sessionId: string, denominations: Record<string, number>, key: string) =>
    post<W.CountOutcome>(`/register-sessions/${sessionId}/count`, { denominations }, key),
  resume: (sessionId: string, step_up_token: string, key: string) =>
    post<W.Session>(`/register-sessions/${sessionId}/resume`, { step_up_token }, key),
  close: (sessionId: string, body: unknown, key: string) =>
    post<W.Session>(`/register-sessions/${sessionId}/close`, body, key),
  report: (sessionId: string) => get<W.Report>(`/register-sessions/${sessionId}/report`),
  quote: (register_session_id: string, lines: { product_id: string; qty: number }[]) =>
    post<W.Quote>('/sales/quote', { register_session_id, lines }),
  placeSale: (sale: W.NewSale, key: string) => post<W.Sale>('/sales', sale, key),
  sale: (id: string) => get<W.Sale>(`/sales/${id}`),
  sales: (sessionId: string, cursor?: string) =>
    get<{ items: W.SaleRow[]; next_cursor: string | null }>(
      `/sales?register_session_id=${sessionId}&limit=50${cursor ? `&cursor=${cursor}` : ''}`,
    ),
  cancelSale: (id: string, body: unknown, key: string) => post<W.Sale>(`/sales/${id}/cancel`, body, key),
  changePayments: (id: string, payments: W.AskedPayment[], key: string) =>
    call<W.Sale>('PUT', `/sales/${id}/payments`, { body: { payments }, key }),
  print: (ticketId: string, target: 'printer' | 'browser', register_session_id: string, key: string) =>
    post<W.Printed>(`/tickets/${ticketId}/print`, { target, register_session_id }, key),
};
