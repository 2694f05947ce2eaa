import { z } from 'zod';
import { instant, Page, pageOf, pageQuery, positivePesos, text, uuid } from '@libs/platform';
import { AccountState, ASSETS, Posted, TRANSFER_KINDS, WalletRules, WalletVerdict } from '@libs/wallet/application';
import { WalletAccountRow, WalletEntryRow } from '@libs/wallet/infrastructure';

const stepUpToken = text(100)
  .optional()
  .describe('Of POST /auth/step-up, for wallet.adjust: the yes of another person');
const balance = z.int().min(0).describe('In pesos (CLP) or points (POINTS)');

const accountWire = z
  .object({
    id: uuid,
    customer_id: uuid,
    asset: z.enum(ASSETS),
    balance,
    frozen_at: instant.nullable().describe('Since then nothing goes out; null: it is not frozen'),
    frozen_reason: z.string().nullable(),
    moved_at: instant,
    created_at: instant,
  })
  .meta({ id: 'WalletAccount' });
export const accountsWire = z.object({ items: z.array(accountWire) }).meta({ id: 'WalletAccounts' });
export const accountsQuery = z.strictObject({ customer_id: uuid });

export const entriesWire = pageOf(
  z
    .object({
      transfer_id: uuid,
      sequence: z.int().min(1).describe('In its account, from 1, without gaps'),
      amount: z.int().describe('Signed: what came in is above zero'),
      balance: balance.describe('After this entry'),
      kind: z.enum(TRANSFER_KINDS),
      reference_kind: z.string().describe('What caused it: sale, intent, redemption, refund, transfer, adjustment'),
      reference_id: uuid,
      returns_of: uuid.nullable().describe('The transfer that this one gives back'),
      reason: z.string().nullable(),
      employee_name: z.string().nullable(),
      authorized_by_name: z.string().nullable(),
      night_id: uuid.nullable(),
      occurred_at: instant,
    })
    .meta({ id: 'WalletEntry' }),
).meta({ id: 'WalletEntryPage' });
export const entriesQuery = z.strictObject({ ...pageQuery });

export const adjustment = z
  .strictObject({
    direction: z.enum(['credit', 'debit']).describe('credit: comes to the customer; debit: is taken away'),
    amount: positivePesos.describe('In pesos or points of the account'),
    reason: text(200),
    step_up_token: stepUpToken,
  })
  .meta({ id: 'AdjustWallet' });
export const postedWire = z.object({ transfer_id: uuid, account_id: uuid, balance }).meta({ id: 'WalletTransfer' });

export const freezing = z.strictObject({ reason: text(200) }).meta({ id: 'FreezeWallet' });
export const unfreezing = z.strictObject({ step_up_token: stepUpToken }).meta({ id: 'UnfreezeWallet' });
export const stateWire = z.object({ account_id: uuid, balance, is_frozen: z.boolean() }).meta({ id: 'WalletState' });

const days = z.int().min(1).max(3650).nullable();
export const rulesBody = z
  .strictObject({
    max_balance: positivePesos.optional(),
    max_top_up: positivePesos.optional(),
    max_top_up_a_day: positivePesos.optional(),
    points_expire_days: days.optional().describe('Null: points never expire'),
  })
  .meta({ id: 'ChangeWalletLimits' });
export const rulesWire = z
  .object({
    max_balance: positivePesos.describe('The most pesos that a guest may keep'),
    max_top_up: positivePesos.describe('At once'),
    max_top_up_a_day: positivePesos.describe('Within 24 hours up to now'),
    points_expire_days: days.describe('Points that nobody touches for so many days expire; null: never'),
  })
  .meta({ id: 'WalletLimits' });

export const verdictWire = z
  .object({
    ok: z.boolean(),
    broken: z.array(
      z.object({
        invariant: z.string().describe('The sentence that does not hold, such as wallet-transfer-sums-to-zero'),
        id: uuid.describe('The transfer or account'),
        problem: z.string(),
      }),
    ),
  })
  .meta({ id: 'WalletVerdict' });

export function toAccounts(rows: readonly WalletAccountRow[]): z.input<typeof accountsWire> {
  return {
    items: rows.map((row) => ({
      ...row,
      frozen_at: row.frozen_at?.toISOString() ?? null,
      moved_at: row.moved_at.toISOString(),
      created_at: row.created_at.toISOString(),
    })),
  };
}

export function toEntries({ items, nextCursor }: Page<WalletEntryRow>): z.input<typeof entriesWire> {
  return {
    items: items.map((row) => ({ ...row, occurred_at: row.occurred_at.toISOString() })),
    next_cursor: nextCursor,
  };
}

export function toPosted({ transferId, accountId, balance: after }: Posted): z.input<typeof postedWire> {
  return { transfer_id: transferId, account_id: accountId, balance: after };
}

export function toState({ accountId, balance: held, isFrozen }: AccountState): z.input<typeof stateWire> {
  return { account_id: accountId, balance: held, is_frozen: isFrozen };
}

export function toVerdict({ ok, broken }: WalletVerdict): z.input<typeof verdictWire> {
  return { ok, broken: [...broken] };
}

export function toRules(rules: WalletRules): z.input<typeof rulesWire> {
  return {
    max_balance: rules.maxBalance,
    max_top_up: rules.maxTopUp,
    max_top_up_a_day: rules.maxTopUpADay,
    points_expire_days: rules.pointsExpireDays,
  };
}

/** Only what was sent: a missing field stays as it is. */
export function toRuleChanges(body: z.output<typeof rulesBody>): Partial<WalletRules> {
  const all = {
    maxBalance: body.max_balance,
    maxTopUp: body.max_top_up,
    maxTopUpADay: body.max_top_up_a_day,
    pointsExpireDays: body.points_expire_days,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
