import { queryOptions } from '@tanstack/react-query';
import { answer, api, once } from '../../app/api';
import type {
  FindingResolution,
  IntentStatus,
  Page,
  PaymentFinding,
  PaymentIntent,
  PaymentIntentDetail,
  Refund,
} from '../../app/wire';
import { isOver } from './intent';

export interface IntentsFilter {
  readonly status?: IntentStatus | undefined;
  readonly session?: string | undefined;
  readonly open: boolean;
}

/** The reason and the yes of another person. */
interface Allowed {
  readonly reason: string;
  readonly token: string;
}

/** A charge under way is asked about this often even when no hint comes, ms. */
const EVERY_MS = 4_000;

export function listIntents(filter: IntentsFilter, cursor: string | undefined): Promise<Page<PaymentIntent>> {
  const { status, session, open } = filter;
  const query = { status, register_session_id: session, ...(open ? { open: 'true' as const } : {}), cursor };
  return answer(api.GET('/api/v1/payment-intents', { params: { query } }));
}

/** One charge with its whole history. */
export function intentQuery(id: string) {
  return queryOptions({
    queryKey: ['payments', 'intent', id],
    queryFn: (): Promise<PaymentIntentDetail> =>
      answer(api.GET('/api/v1/payment-intents/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : EVERY_MS),
  });
}

export function askAgain(id: string, key: string): Promise<PaymentIntentDetail> {
  return answer(api.POST('/api/v1/payment-intents/{id}/ask', { params: { path: { id }, ...once(key) } }));
}

export interface Resolution extends Allowed {
  readonly outcome: 'approved' | 'not_charged';
  /** On the voucher; only of what was charged. */
  readonly code?: string | undefined;
}

export function resolveIntent(id: string, given: Resolution, key: string): Promise<PaymentIntentDetail> {
  const { outcome, code, reason, token } = given;
  const body = { outcome, reason, step_up_token: token, ...(code ? { authorization_code: code } : {}) };
  return answer(api.POST('/api/v1/payment-intents/{id}/resolve', { params: { path: { id }, ...once(key) }, body }));
}

/** @param amount pesos */
export async function refundIntent(id: string, amount: number, { reason, token }: Allowed, key: string): Promise<void> {
  const body = { amount, reason, step_up_token: token };
  await answer(api.POST('/api/v1/payment-intents/{id}/refund', { params: { path: { id }, ...once(key) }, body }));
}

export function listRefunds(cursor: string | undefined): Promise<Page<Refund>> {
  return answer(api.GET('/api/v1/payment-refunds', { params: { query: { cursor } } }));
}

export function listFindings(state: 'open' | 'resolved', cursor: string | undefined): Promise<Page<PaymentFinding>> {
  return answer(api.GET('/api/v1/payment-findings', { params: { query: { state, cursor } } }));
}

export async function resolveFinding(
  id: string,
  resolution: FindingResolution,
  { reason, token }: Allowed,
  key: string,
): Promise<void> {
  const body = { resolution, reason, step_up_token: token };
  await answer(api.POST('/api/v1/payment-findings/{id}/resolve', { params: { path: { id }, ...once(key) }, body }));
}
