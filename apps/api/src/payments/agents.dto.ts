import { z } from 'zod';
import { OUTCOMES, REPORT_SOURCES } from '@libs/payments/application';
import type { ClaimedOperation } from '@libs/payments/application';
import { AgentView, OperationView } from '@libs/payments/infrastructure';
import { instant, text, uuid } from '@libs/platform';

const fence = z.int().min(0).max(1_000_000).describe('Of the claim: an older one is stale');

export const newAgent = z.strictObject({ register_id: uuid, name: text(60) }).meta({ id: 'NewPaymentAgent' });
export const agentCode = z
  .object({ id: uuid, name: z.string(), code: z.string().describe('Shown once'), expires_at: instant })
  .meta({ id: 'PaymentAgentCode' });
export const order = z
  .strictObject({
    kind: z.enum(['poll', 'last_voucher', 'details', 'totals', 'close', 'reprint']),
    operation_number: z.int().min(1).max(999_999_999).optional().describe('Of the voucher to print again'),
  })
  .meta({ id: 'TerminalOrder' });

export const enrolment = z
  .strictObject({ code: text(20), version: text(40), hostname: text(100) })
  .meta({ id: 'EnrolAgent' });
export const enrolled = z
  .object({
    agent_id: uuid,
    key: z.string().describe('Shown once: Authorization: Bearer <key>'),
    register: z.object({ id: uuid, name: z.string() }),
  })
  .meta({ id: 'EnrolledAgent' });
export const newKey = z.object({ key: z.string() }).meta({ id: 'NewAgentKey' });

const terminal = z
  .strictObject({
    state: z.enum(['ready', 'busy', 'unreachable', 'unknown']),
    terminal_id: text(40).nullish(),
    model: text(60).nullish(),
    detail: text(200).nullish(),
  })
  .describe('The card terminal, as the agent sees it');
export const heartbeat = z
  .strictObject({ version: text(40), queue_length: z.int().min(0).max(1_000_000), terminal })
  .meta({ id: 'AgentHeartbeat' });
export const heartbeatAnswer = z
  .object({
    now: instant,
    agent_id: uuid,
    register: z.object({ id: uuid, name: z.string() }),
    heartbeat_seconds: z.int(),
  })
  .meta({ id: 'AgentHeartbeatAnswer' });

/** Below the minute after which proxies and routers give up on a quiet connection. */
const MOST_WAIT_SECONDS = 50;

export const claim = z
  .strictObject({ wait_seconds: z.int().min(0).max(MOST_WAIT_SECONDS).default(MOST_WAIT_SECONDS) })
  .meta({ id: 'ClaimOperation' });
const operation = z
  .object({
    id: uuid,
    kind: z.string(),
    fence,
    recover: z.boolean().describe('It was sent once already: find out what became of it, never send it again'),
    amount: z.int().nullable(),
    ticket_number: z.string().nullable(),
    employee_number: z.int(),
    print_on_pos: z.boolean(),
    operation_number: z.int().nullable(),
    authorization_code: z.string().nullable(),
    lease_expires_at: instant.nullable(),
    cancel_requested: z.boolean(),
  })
  .meta({ id: 'TerminalOperation' });
export const claimed = z.object({ operation: operation.nullable() }).meta({ id: 'ClaimedOperation' });

export const sent = z.strictObject({ fence }).meta({ id: 'OperationSent' });
export const progress = z
  .strictObject({ fence, code: z.int().min(0).max(9_999).nullish(), text: text(200).nullish() })
  .meta({ id: 'OperationProgress' });
export const progressAnswer = z.object({ cancel_requested: z.boolean() }).meta({ id: 'OperationProgressAnswer' });
export const report = z
  .strictObject({
    fence,
    outcome: z.enum(OUTCOMES),
    source: z.enum(REPORT_SOURCES),
    response: z.record(z.string().max(60), z.unknown()).nullish().describe('The terminal’s answer in our words'),
    received_at: instant.nullish(),
  })
  .meta({ id: 'OperationReport' });
export const reportAnswer = z
  .object({ accepted: z.boolean(), state: z.string() })
  .meta({ id: 'OperationReportAnswer' });

/** What is read of a terminal's answer; whatever has another shape counts as not said. */
const whole = z.int().min(0).max(2_000_000_000).nullish().catch(null);
const word = z.string().max(200).nullish().catch(null);
const saleAnswer = z.looseObject({
  response_code: whole,
  response_message: word,
  terminal_id: word,
  ticket: word,
  authorization_code: word,
  amount: whole,
  tip: whole,
  last4: word,
  operation_number: whole,
  card_type: word,
  card_brand: word,
});
export const answer = saleAnswer.extend({
  sale_details: z.array(saleAnswer).max(5_000).nullish().catch(null),
  totals: z.record(z.string().max(60), whole).nullish().catch(null),
});

const agent = z
  .object({
    id: uuid,
    name: z.string(),
    register: z.object({ id: uuid, name: z.string() }),
    created_at: instant,
    enrolled_at: instant.nullable(),
    code_expires_at: instant.nullable(),
    version: z.string().nullable(),
    hostname: z.string().nullable(),
    heartbeat_at: instant.nullable(),
    queue_length: z.int().nullable(),
    terminal: z.record(z.string(), z.unknown()).nullable(),
    waiting: z.int().describe('Operations that are not over'),
  })
  .meta({ id: 'PaymentAgent' });
export const agents = z.object({ items: z.array(agent) }).meta({ id: 'PaymentAgents' });

export const operationView = z
  .object({
    id: uuid,
    kind: z.string(),
    state: z.enum(['queued', 'claimed', 'sent', 'final', 'cancelled']),
    outcome: z.string().nullable(),
    response: z.record(z.string(), z.unknown()).nullable(),
    intent_id: uuid.nullable(),
    amount: z.int().nullable(),
    ticket_number: z.string().nullable(),
    progress_text: z.string().nullable(),
    created_at: instant,
    sent_at: instant.nullable(),
    final_at: instant.nullable(),
  })
  .meta({ id: 'TerminalOperationView' });
export const operations = z.object({ items: z.array(operationView) }).meta({ id: 'TerminalOperations' });

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function toOperation(one: ClaimedOperation): z.infer<typeof operation> {
  return {
    id: one.id,
    kind: one.kind,
    fence: one.fence,
    recover: one.recover,
    amount: one.amount,
    ticket_number: one.ticketNumber,
    employee_number: 0,
    print_on_pos: one.printOnPos,
    operation_number: one.operationNumber,
    authorization_code: one.authorizationCode,
    lease_expires_at: iso(one.leaseExpiresAt),
    cancel_requested: one.cancelRequested,
  };
}

export function toAgent(view: AgentView): z.infer<typeof agent> {
  return {
    id: view.id,
    name: view.name,
    register: { id: view.registerId, name: view.registerName },
    created_at: view.createdAt.toISOString(),
    enrolled_at: iso(view.enrolledAt),
    code_expires_at: iso(view.codeExpiresAt),
    version: view.version,
    hostname: view.hostname,
    heartbeat_at: iso(view.heartbeatAt),
    queue_length: view.queueLength,
    terminal: view.terminal && { ...view.terminal },
    waiting: view.waiting,
  };
}

export function toOperationView(view: OperationView): z.infer<typeof operationView> {
  return {
    id: view.id,
    kind: view.kind,
    state: view.state,
    outcome: view.outcome,
    response: view.response && { ...view.response },
    intent_id: view.intentId,
    amount: view.amount,
    ticket_number: view.ticketNumber,
    progress_text: view.progressText,
    created_at: view.createdAt.toISOString(),
    sent_at: iso(view.sentAt),
    final_at: iso(view.finalAt),
  };
}
