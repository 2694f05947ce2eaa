import { z } from 'zod';
import {
  CASH_MOVEMENT_KINDS,
  CountOutcome,
  MovementView,
  PAYMENT_METHODS,
  REGISTER_TYPES,
  SESSION_STATUSES,
  SessionTotals,
  SessionView,
} from '@libs/sales/application';
import { SessionReport } from '@libs/sales/infrastructure';
import { denominations, instant, pageOf, pageQuery, pesos, positivePesos, text, uuid } from '@libs/platform';
import { person } from './registers.dto';

const stepUpToken = text(100).describe('Of POST /auth/step-up: the yes of another person');
const sessionStatus = z.enum(SESSION_STATUSES).describe('PENDING_CLOSE once counted');
const signedPesos = z.int().describe('Whole pesos, may be below 0');

export const opening = z
  .strictObject({
    denominations: denominations.describe('The float, counted'),
    reason: text(200).optional().describe('Why the float is not the suggested one'),
    step_up_token: stepUpToken.optional().describe('For session.sign, when it differs by more than the tolerance'),
  })
  .meta({ id: 'OpenSession' });

export const newMovement = z
  .strictObject({
    kind: z.enum(CASH_MOVEMENT_KINDS).describe('Into the drawer, out for an expense, or away to the safe'),
    amount: positivePesos,
    reason: text(200),
    step_up_token: stepUpToken.optional().describe('For session.sign, when it goes out and is above the tolerance'),
  })
  .meta({ id: 'MoveCash' });

export const handOver = z
  .strictObject({
    to_employee_id: uuid,
    pin: z
      .string()
      .regex(/^\d{6}$/)
      .describe("The receiver's own PIN"),
  })
  .meta({ id: 'HandOver' });

export const counting = z.strictObject({ denominations }).meta({ id: 'CountCash' });
export const resuming = z
  .strictObject({ step_up_token: stepUpToken.optional().describe('For session.sign') })
  .meta({ id: 'ResumeSession' });
export const closing = z
  .strictObject({
    note: text(500).optional(),
    step_up_token: stepUpToken.optional().describe('For session.sign, when the difference is above the tolerance'),
  })
  .meta({ id: 'CloseSession' });

export const sessionsQuery = z.strictObject({
  ...pageQuery,
  night_id: uuid.optional(),
  status: sessionStatus.optional(),
});

const totals = z
  .object({
    sales_count: z.int(),
    sales_amount: pesos,
    by_method: z.array(z.object({ method: z.enum(PAYMENT_METHODS), amount: pesos, count: z.int() })),
    tips: pesos,
    courtesy_count: z.int(),
    courtesy_value: pesos,
    cancelled_count: z.int(),
    cash_in: pesos,
    cash_out: pesos,
    cash_drops: pesos,
    cash_rounding: signedPesos.describe('Legal rounding of cash, below 0 when the house gave it'),
    expected_cash: signedPesos.describe('Float + cash sales + in - out - drops'),
    counted_amount: pesos.nullable(),
    cash_difference: signedPesos.nullable().describe('Counted less expected'),
  })
  .meta({ id: 'SessionTotals' });

export const registerSession = z
  .object({
    id: uuid,
    register: z.object({ id: uuid, name: z.string(), place: z.string(), type: z.enum(REGISTER_TYPES) }),
    night_id: uuid,
    employee: person.describe('Whose it is now'),
    status: sessionStatus,
    opened_at: instant,
    float_amount: pesos,
    count_attempts: z.int(),
    closed_at: instant.nullable(),
    z_number: z.int().nullable().describe("The close's number at this register, without gaps"),
    totals: totals.nullable().describe('Null for whoever counts blind'),
  })
  .meta({ id: 'RegisterSession' });

export const mySession = z.object({ session: registerSession.nullable() }).meta({ id: 'MySession' });
export const sessionPage = pageOf(registerSession).meta({ id: 'RegisterSessionPage' });

export const cashMovement = z
  .object({
    id: uuid,
    kind: z.enum(CASH_MOVEMENT_KINDS),
    amount: pesos,
    reason: z.string(),
    employee: person,
    created_at: instant,
  })
  .meta({ id: 'CashMovement' });
export const cashMovements = z.object({ items: z.array(cashMovement) }).meta({ id: 'CashMovements' });

export const countOutcome = z
  .object({
    status: z.string(),
    count_attempts: z.int(),
    recount_allowed: z.boolean().describe('One recount, then it stands'),
    needs_supervisor: z.boolean().describe('The close will ask for another person; never by how much it differs'),
  })
  .meta({ id: 'CountOutcome' });

export const sessionReport = z
  .object({
    kind: z.enum(['X', 'Z']).describe('X while open, Z once closed'),
    session: registerSession,
    totals,
    counts: z.object({
      float: denominations.describe('The float, as it was counted'),
      counted: denominations.nullable().describe('The drawer, as it was counted at the end'),
      closed_by: z.string().nullable(),
      signed_by: z.string().nullable().describe('Who else stands for a difference above the tolerance'),
      note: z.string().nullable(),
    }),
    cash_movements: z.array(cashMovement),
    products: z.array(z.object({ name: z.string(), qty: z.int(), amount: pesos })),
    audit_head: z.string().nullable().describe("Last hash of the session's audit chain, hex"),
  })
  .meta({ id: 'SessionReport' });

export function toSession(view: SessionView): z.infer<typeof registerSession> {
  return {
    id: view.id,
    register: view.register,
    night_id: view.nightId,
    employee: view.employee,
    status: view.status,
    opened_at: view.openedAt,
    float_amount: view.floatAmount,
    count_attempts: view.countAttempts,
    closed_at: view.closedAt,
    z_number: view.zNumber,
    totals: view.totals && toTotals(view.totals),
  };
}

export function toMovement(view: MovementView): z.infer<typeof cashMovement> {
  const { id, kind, amount, reason, employee, createdAt } = view;
  return { id, kind, amount, reason, employee, created_at: createdAt };
}

export function toCountOutcome(outcome: CountOutcome): z.infer<typeof countOutcome> {
  return {
    status: outcome.status,
    count_attempts: outcome.countAttempts,
    recount_allowed: outcome.recountAllowed,
    needs_supervisor: outcome.needsSupervisor,
  };
}

export function toReport(report: SessionReport): z.infer<typeof sessionReport> {
  return {
    kind: report.kind,
    session: toSession(report.session),
    totals: toTotals(report.totals),
    counts: toCounts(report.counts),
    cash_movements: report.cashMovements.map(toMovement),
    products: [...report.products],
    audit_head: report.auditHead,
  };
}

function toCounts({ float, counted, closedBy, signedBy, note }: SessionReport['counts']) {
  return { float, counted, closed_by: closedBy, signed_by: signedBy, note };
}

function toTotals(view: SessionTotals): z.infer<typeof totals> {
  return {
    sales_count: view.salesCount,
    sales_amount: view.salesAmount,
    by_method: [...view.byMethod],
    tips: view.tips,
    courtesy_count: view.courtesyCount,
    courtesy_value: view.courtesyValue,
    cancelled_count: view.cancelledCount,
    cash_in: view.cashIn,
    cash_out: view.cashOut,
    cash_drops: view.cashDrops,
    cash_rounding: view.cashRounding,
    expected_cash: view.expectedCash,
    counted_amount: view.countedAmount,
    cash_difference: view.cashDifference,
  };
}
