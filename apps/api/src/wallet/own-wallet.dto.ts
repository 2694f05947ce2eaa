import { z } from 'zod';
import { ASSETS, PaidOut, TRANSFER_KINDS } from '@libs/wallet/application';
import { OwnBalance, OwnTransfer, TopUpView } from '@libs/wallet/infrastructure';
import { instant, pesos, positivePesos, text, uuid } from '@libs/platform';

const number = z.int().describe('A number, for builders that need one');

export const balanceWire = z
  .object({
    id: number,
    balance: pesos.describe('Pesos'),
    points: z.int().min(0),
    is_frozen: z.boolean().describe('Nothing may go out; what comes in is still taken'),
    currency: z.literal('CLP'),
  })
  .meta({ id: 'WalletBalance' });

export const rechargeBody = z
  .strictObject({
    amount: positivePesos,
    provider: z
      .enum(['getnet_web', 'klap'])
      .optional()
      .describe('The first that the house has a contract with, if absent'),
  })
  .meta({ id: 'RechargeWallet' });

export const takeBody = z
  .strictObject({
    register_session_id: uuid.describe('The own open session'),
    amount: positivePesos.describe('Cash in tens: there are no smaller coins'),
    method: z.enum(['cash', 'card']),
    voucher: text(30).optional().describe('For a terminal that nobody drives: the number on its voucher'),
  })
  .meta({ id: 'TakeTopUp' });

export const topUpWire = z
  .object({
    id: number,
    uuid,
    amount: pesos,
    method: z.enum(['online', 'card', 'cash']),
    status: z.enum(['PENDING', 'PAID', 'FAILED']),
    outcome: z
      .string()
      .nullable()
      .describe(
        'Why nothing came: DECLINED, CANCELLED, EXPIRED, ERROR; a code when it was charged and is to be given back',
      ),
    provider: z.string().nullable(),
    payment_url: z.string().nullable().describe('The page to pay on, while it waits; open it in a browser'),
    payment_intent_id: uuid.nullable().describe('Follow and cancel a card at a till by it'),
    payment_status: z.string().nullable(),
    created_at: instant,
    expires_at: instant.nullable(),
    ended_at: instant.nullable(),
  })
  .meta({ id: 'WalletTopUp' });

export const historyQuery = z.strictObject({
  asset: z.enum(ASSETS).default('CLP').describe('Pesos or points: each has its own running balance'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export const historyWire = z.array(
  z
    .object({
      id: number,
      uuid,
      asset: z.enum(ASSETS),
      kind: z.enum(TRANSFER_KINDS),
      amount: z.int().describe('Signed: what came in is above zero'),
      balance: z.int().min(0).describe('After it'),
      reference_kind: z.string().describe('What caused it: top_up, sale, refund, transfer, adjustment'),
      reference_id: uuid,
      reason: z.string().nullable(),
      occurred_at: instant,
    })
    .meta({ id: 'WalletTransaction' }),
);

export const paidOutWire = z
  .object({
    amount: pesos.describe('On its way to the cards'),
    balance: pesos.describe('What no card brought stays: a till can give it'),
    refunds: z.array(z.object({ uuid, top_up_id: uuid, amount: pesos })),
  })
  .meta({ id: 'WalletPayout' });

export function toBalance({ id, balance, points, isFrozen }: OwnBalance): z.input<typeof balanceWire> {
  return { id, balance, points, is_frozen: isFrozen, currency: 'CLP' };
}

export function toTopUp(view: TopUpView): z.input<typeof topUpWire> {
  return {
    id: view.id,
    uuid: view.uuid,
    amount: view.amount,
    method: view.means,
    status: view.status,
    outcome: view.outcome,
    provider: view.provider,
    payment_url: view.status === 'PENDING' ? view.payUrl : null,
    payment_intent_id: view.intentId,
    payment_status: view.paymentStatus,
    created_at: view.createdAt.toISOString(),
    expires_at: view.expiresAt?.toISOString() ?? null,
    ended_at: view.endedAt?.toISOString() ?? null,
  };
}

export function toHistory(rows: readonly OwnTransfer[]): z.input<typeof historyWire> {
  return rows.map(({ referenceKind, referenceId, occurredAt, ...row }) => ({
    ...row,
    reference_kind: referenceKind,
    reference_id: referenceId,
    occurred_at: occurredAt.toISOString(),
  }));
}

export function toPaidOut({ amount, balance, refunds }: PaidOut): z.input<typeof paidOutWire> {
  return {
    ...{ amount, balance },
    refunds: refunds.map((refund) => ({
      uuid: refund.refundId,
      top_up_id: refund.topUpId,
      amount: refund.amount,
    })),
  };
}
