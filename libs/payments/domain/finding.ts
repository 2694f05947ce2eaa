import { Flag } from './payment-intent';

/** Why a person has to look: a flagged payment, a refund that no machine finished, or books that differ. */
export const FINDING_KINDS = [
  'amount_differs',
  'late_approval',
  'sale_not_possible',
  'sale_incomplete',
  'order_not_possible',
  'refund_by_hand',
  'refund_unknown',
  'refund_refused',
  'refund_in_wallet',
  'only_at_terminal',
  'only_in_books',
  'totals_differ',
  'close_differs',
  'reversed_by_provider',
  'wallet_without_owner',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Every flag of a payment is a kind of finding. */
export const FINDING_OF_FLAG: Readonly<Record<Flag, FindingKind>> = {
  amount_differs: 'amount_differs',
  late_approval: 'late_approval',
  sale_not_possible: 'sale_not_possible',
  sale_incomplete: 'sale_incomplete',
  order_not_possible: 'order_not_possible',
};

export interface NewFinding {
  readonly venueId: string;
  readonly kind: FindingKind;
  /** Names the thing within its kind: the same difference is listed once. */
  readonly subject: string;
  readonly intentId: string | null;
  readonly refundId: string | null;
  readonly registerSessionId: string | null;
  /** Pesos. */
  readonly amount: number | null;
  readonly facts: Readonly<Record<string, unknown>>;
}
