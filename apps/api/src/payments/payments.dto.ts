import { z } from 'zod';
import { INTENT_STATUSES, ORDER_KINDS, PROVIDERS, REFUND_STATUSES, RESOLUTIONS } from '@libs/payments/application';
import { FINDING_STATES, FindingView, IntentDetail, IntentView, RefundView } from '@libs/payments/infrastructure';
import { instant, pageOf, pageQuery, pesos, positivePesos, text, uuid } from '@libs/platform';
import { person } from '../sales/registers.dto';
import { newSale } from '../sales/sales.dto';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const stepUpToken = text(100).optional().describe('Of POST /auth/step-up: the yes of another person');

export const newIntent = z
  .strictObject({
    id: uuid.describe('Made by the till; also stands in the sale as payment_intent_id'),
    amount: positivePesos.describe('Of the card payment in the sale that names this intent'),
    sale: newSale
      .extend({ id: uuid })
      .describe('The sale as the till will place it once this is approved; placed by the house if the till is gone'),
    use_backup: z
      .boolean()
      .default(false)
      .describe('The other provider of the register, once it is certain that the attempts so far charged nothing'),
    voucher: text(30).optional().describe('For a terminal that nobody drives: the number on its voucher'),
  })
  .meta({ id: 'NewPaymentIntent' });

export const intentsQuery = z.strictObject({
  ...pageQuery,
  register_session_id: uuid.optional(),
  sale_id: uuid.optional(),
  status: z.enum(INTENT_STATUSES).optional(),
  open: flag.default(false).describe('Only what is not over: on its way, unknown, or paid and not yet sold'),
});

export const resolution = z
  .strictObject({
    outcome: z.enum(['approved', 'not_charged']),
    authorization_code: text(30).optional().describe('On the voucher; required when it was approved'),
    reason: text(200),
    step_up_token: stepUpToken.describe('For payment.resolve, always of another person'),
  })
  .meta({ id: 'ResolvePayment' });

export const refundRequest = z
  .strictObject({
    amount: positivePesos.optional().describe('All that is left when absent'),
    reason: text(200),
    step_up_token: stepUpToken.describe('For payment.refund, always of another person'),
  })
  .meta({ id: 'RefundPayment' });

export const findingsQuery = z.strictObject({ ...pageQuery, state: z.enum(FINDING_STATES).default('open') });
export const pagesOnly = z.strictObject({ ...pageQuery });

export const findingResolution = z
  .strictObject({
    resolution: z.enum(RESOLUTIONS),
    reason: text(200),
    step_up_token: stepUpToken.describe('For payment.resolve, always of another person'),
  })
  .meta({ id: 'ResolveFinding' });

const charge = z
  .object({
    amount: z.int().nullable(),
    tip: z.int().nullable().describe('For the staff, beside the amount'),
    authorization_code: z.string().nullable(),
    operation_number: z.int().nullable(),
    last4: z.string().nullable(),
    card_brand: z.string().nullable(),
    card_type: z.string().nullable(),
    terminal_id: z.string().nullable(),
  })
  .meta({ id: 'PaymentCharge' });

const intentFields = {
  id: uuid,
  register_id: uuid.nullable().describe('Null, with all of the till, when a customer pays alone on the phone'),
  register_name: z.string().nullable(),
  register_session_id: uuid.nullable(),
  employee: person.nullable(),
  sale_id: uuid.nullable().describe('Null for the payment of an order'),
  order: z
    .object({ kind: z.enum(ORDER_KINDS), id: uuid, customer_id: uuid, customer_name: z.string() })
    .nullable()
    .describe('What a customer pays for without a sale'),
  amount: pesos,
  provider: z.enum(PROVIDERS),
  fallback_of: uuid.nullable(),
  fallback_reason: z.string().nullable(),
  reference: z.string().describe('What the provider knows it by; the ticket number at a terminal'),
  pay_url: z.string().nullable().describe('The page that the guest opens to pay'),
  status: z.enum(INTENT_STATUSES),
  reason: z.string().nullable(),
  progress: z
    .object({
      code: z.int().nullable().describe('Of the terminal: 78 card, 79 amount, 80 shares, 81 PIN, 82 sending, 83 tip'),
      text: z.string().nullable(),
      at: instant.nullable(),
      sent_at: instant.nullable().describe('When the terminal was told: from then on it may charge'),
    })
    .nullable(),
  agent_heartbeat_at: instant.nullable(),
  cancel_requested_at: instant.nullable(),
  charge: charge.nullable(),
  created_at: instant,
  expires_at: instant,
  final_at: instant.nullable(),
  taken_at: instant.nullable().describe('When a sale was made of it, or its order stood'),
  flag: z
    .enum(['amount_differs', 'late_approval', 'sale_not_possible', 'sale_incomplete', 'order_not_possible'])
    .nullable(),
  refunded_amount: pesos,
};
const refund = z
  .object({
    id: uuid,
    intent_id: uuid,
    amount: pesos,
    status: z.enum(REFUND_STATUSES),
    reason: z.string(),
    requested_by: z.string(),
    authorized_by: z.string().nullable().describe('Null when customers take their own money home'),
    provider: z.enum(PROVIDERS),
    reference: z.string(),
    provider_reference: z.string().nullable(),
    detail: z.string().nullable(),
    created_at: instant,
    final_at: instant.nullable(),
  })
  .meta({ id: 'Refund' });

export const intent = z.object(intentFields).meta({ id: 'PaymentIntent' });
export const intentPage = pageOf(intent).meta({ id: 'PaymentIntentPage' });
export const intentDetail = z
  .object({
    ...intentFields,
    sale: z.unknown().describe('The sale as the till was about to place it; null for an order’s'),
    history: z.array(
      z.object({
        at: instant,
        act: z.string(),
        from: z.string().nullable(),
        to: z.string(),
        source: z.enum(['till', 'agent', 'provider', 'clock', 'person', 'customer']),
        employee_name: z.string().nullable(),
        authorized_by: z.string().nullable().describe('The name of who said yes besides'),
        data: z.record(z.string(), z.unknown()),
      }),
    ),
    reports: z.array(
      z.object({
        at: instant,
        outcome: z.string(),
        source: z.string(),
        fence: z.int(),
        accepted: z.boolean().describe('False: it came too late and changed nothing that was final'),
        response: z.unknown(),
      }),
    ),
    refunds: z.array(refund),
  })
  .meta({ id: 'PaymentIntentDetail' });
export const refundPage = pageOf(refund).meta({ id: 'RefundPage' });
export const requested = z.object({ id: uuid }).meta({ id: 'RequestedRefund' });

const finding = z
  .object({
    id: uuid,
    kind: z
      .string()
      .describe(
        'late_approval, amount_differs, sale_not_possible, order_not_possible, refund_by_hand, only_at_terminal, …',
      ),
    intent_id: uuid.nullable(),
    refund_id: uuid.nullable(),
    register_session_id: uuid.nullable(),
    register_name: z.string().nullable(),
    amount: z.int().nullable(),
    facts: z.record(z.string(), z.unknown()),
    found_at: instant,
    resolution: z.string().nullable(),
    resolution_reason: z.string().nullable(),
    resolved_at: instant.nullable(),
    resolved_by: z.string().nullable(),
    authorized_by: z.string().nullable(),
  })
  .meta({ id: 'PaymentFinding' });
export const findingPage = pageOf(finding).meta({ id: 'PaymentFindingPage' });

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function toIntent(view: IntentView): z.infer<typeof intent> {
  return {
    id: view.id,
    register_id: view.registerId,
    register_name: view.registerName,
    register_session_id: view.registerSessionId,
    employee: view.employeeId && view.employeeName ? { id: view.employeeId, name: view.employeeName } : null,
    sale_id: view.saleId,
    order: orderOf(view),
    amount: view.amount,
    provider: view.provider,
    fallback_of: view.fallbackOf,
    fallback_reason: view.fallbackReason,
    reference: view.reference,
    pay_url: view.payUrl,
    status: view.status,
    reason: view.reason,
    progress: view.operationState
      ? { code: view.progressCode, text: view.progressText, at: iso(view.progressAt), sent_at: iso(view.sentAt) }
      : null,
    agent_heartbeat_at: iso(view.heartbeatAt),
    cancel_requested_at: iso(view.cancelRequestedAt),
    charge: view.charge && {
      amount: view.charge.amount,
      tip: view.charge.tip,
      authorization_code: view.charge.authorizationCode,
      operation_number: view.charge.operationNumber,
      last4: view.charge.last4,
      card_brand: view.charge.cardBrand,
      card_type: view.charge.cardType,
      terminal_id: view.charge.terminalId,
    },
    created_at: view.createdAt.toISOString(),
    expires_at: view.expiresAt.toISOString(),
    final_at: iso(view.finalAt),
    taken_at: iso(view.takenAt),
    flag: view.flag,
    refunded_amount: view.refundedAmount,
  };
}

function orderOf(view: IntentView): z.infer<typeof intent>['order'] {
  const { orderKind: kind, orderId: id, customerId, customerName } = view;
  if (!kind || !id || !customerId) return null;
  return { kind, id, customer_id: customerId, customer_name: customerName ?? '' };
}

export function toIntentDetail(view: IntentDetail): z.infer<typeof intentDetail> {
  return {
    ...toIntent(view),
    sale: view.draft,
    history: view.history.map(({ at, employeeName, authorizedBy, ...step }) => ({
      ...step,
      at: at.toISOString(),
      employee_name: employeeName,
      authorized_by: authorizedBy,
    })),
    reports: view.reports.map(({ at, ...report }) => ({ ...report, at: at.toISOString() })),
    refunds: view.refunds.map(toRefund),
  };
}

export function toRefund(view: RefundView): z.infer<typeof refund> {
  return {
    id: view.id,
    intent_id: view.intentId,
    amount: view.amount,
    status: view.status,
    reason: view.reason,
    requested_by: view.requestedBy,
    authorized_by: view.authorizedBy,
    provider: view.provider,
    reference: view.reference,
    provider_reference: view.providerReference,
    detail: view.detail,
    created_at: view.createdAt.toISOString(),
    final_at: iso(view.finalAt),
  };
}

export function toFinding(view: FindingView): z.infer<typeof finding> {
  return {
    id: view.id,
    kind: view.kind,
    intent_id: view.intentId,
    refund_id: view.refundId,
    register_session_id: view.registerSessionId,
    register_name: view.registerName,
    amount: view.amount,
    facts: { ...view.facts },
    found_at: view.foundAt.toISOString(),
    resolution: view.resolution,
    resolution_reason: view.resolutionReason,
    resolved_at: iso(view.resolvedAt),
    resolved_by: view.resolvedBy,
    authorized_by: view.authorizedBy,
  };
}
