import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../app/api';
import type { AgentCode, Named, PaymentAgent, TerminalOperation, TerminalOrder } from '../../app/wire';

/** How often the list looks how the agents are, ms. */
const EVERY_MS = 5_000;
/** How often the operations are read while the terminal owes an answer, ms. */
const WAITING_MS = 1_000;

export const agentsQuery = queryOptions({
  queryKey: ['payments', 'agents'],
  queryFn: async (): Promise<PaymentAgent[]> => (await answer(api.GET('/api/v1/payment-agents'))).items,
  refetchInterval: EVERY_MS,
});

/** What an agent did last, newest first. */
export function operationsQuery(agent: string) {
  return queryOptions({
    queryKey: ['payments', 'agents', agent, 'operations'],
    queryFn: async (): Promise<TerminalOperation[]> =>
      (await answer(api.GET('/api/v1/payment-agents/{id}/operations', { params: { path: { id: agent } } }))).items,
    refetchInterval: ({ state }) => (state.data?.some(isPending) ? WAITING_MS : EVERY_MS),
  });
}

export function isPending({ state }: TerminalOperation): boolean {
  return state === 'queued' || state === 'claimed' || state === 'sent';
}

export const registersToEquipQuery = queryOptions({
  queryKey: ['registers', 'names'],
  queryFn: async (): Promise<Named[]> =>
    (await answer(api.GET('/api/v1/registers'))).items
      .filter(({ is_active: isActive }) => isActive)
      .map(({ id, name }) => ({ id, name })),
});

export function addAgent(register: string, name: string): Promise<AgentCode> {
  return answer(api.POST('/api/v1/payment-agents', { body: { register_id: register, name } }));
}

export function renewCode(agent: string): Promise<AgentCode> {
  return answer(api.POST('/api/v1/payment-agents/{id}/code', { params: { path: { id: agent } } }));
}

export async function revokeAgent(agent: string): Promise<void> {
  await answer(api.DELETE('/api/v1/payment-agents/{id}', { params: { path: { id: agent } } }));
}

export function orderAt(agent: string, order: TerminalOrder): Promise<TerminalOperation> {
  return answer(api.POST('/api/v1/payment-agents/{id}/operations', { params: { path: { id: agent } }, body: order }));
}
