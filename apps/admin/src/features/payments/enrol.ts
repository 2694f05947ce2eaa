import type { PaymentAgent } from '../../app/wire';

/** Starts an agent that is installed. */
export const START_COMMAND = 'node payment-agent.cjs --config agent.json';

/** What is typed in the agent's folder to install it; the server is the one that shows this page. */
export function enrolCommand(code: string, origin: string): string {
  return `node payment-agent.cjs enrol --code ${code} --api ${origin} --key-file agent.key`;
}

/** A code is forgotten by the server once an agent was installed with it. */
export function isUsed({
  enrolled_at,
  code_expires_at,
}: Pick<PaymentAgent, 'enrolled_at' | 'code_expires_at'>): boolean {
  return enrolled_at !== null && code_expires_at === null;
}
