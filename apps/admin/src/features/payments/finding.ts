import type { FindingResolution, PaymentFinding } from '../../app/wire';
import { factOf } from './timeline';
import type { findings } from './finding-words.es';

export type FindingKind = Exclude<keyof typeof findings.kinds, 'other'>;
type FactName = keyof typeof findings.facts;

/** What a finding of each kind may turn out to be, the most likely first. */
const RESOLUTIONS: Readonly<Record<FindingKind, readonly FindingResolution[]>> = {
  amount_differs: ['settled', 'refunded_by_hand', 'no_difference', 'written_off'],
  late_approval: ['refunded_by_hand', 'settled', 'no_difference', 'written_off'],
  sale_not_possible: ['settled', 'refunded_by_hand', 'written_off'],
  sale_incomplete: ['settled', 'refunded_by_hand', 'written_off'],
  order_not_possible: ['refunded_by_hand', 'settled', 'written_off'],
  refund_by_hand: ['refunded_by_hand', 'not_refunded'],
  refund_unknown: ['refunded_by_hand', 'not_refunded', 'no_difference'],
  refund_refused: ['refunded_by_hand', 'not_refunded', 'settled'],
  refund_in_wallet: ['settled'],
  only_at_terminal: ['settled', 'refunded_by_hand', 'no_difference', 'written_off'],
  only_in_books: ['no_difference', 'settled', 'written_off'],
  totals_differ: ['settled', 'refunded_by_hand', 'no_difference', 'written_off'],
  close_differs: ['no_difference', 'settled', 'written_off'],
  reversed_by_provider: ['settled', 'written_off', 'no_difference'],
  wallet_without_owner: ['refunded_by_hand', 'settled', 'written_off'],
};
const ALL: readonly FindingResolution[] = [
  'settled',
  'refunded_by_hand',
  'not_refunded',
  'no_difference',
  'written_off',
];

export function kindOf(kind: string): FindingKind | undefined {
  return Object.hasOwn(RESOLUTIONS, kind) ? (kind as FindingKind) : undefined;
}

/** What it may have been; all of them for a kind that this screen does not know. */
export function resolutionsFor(kind: string): readonly FindingResolution[] {
  const known = kindOf(kind);
  return known ? RESOLUTIONS[known] : ALL;
}

export interface Fact {
  readonly name: FactName;
  readonly value: string | number;
  readonly as: 'pesos' | 'provider' | 'reason' | 'card' | 'plain';
}

/** What is known about a finding and helps to find it on paper, in the order of looking. */
export function factsOf({ facts }: Pick<PaymentFinding, 'facts'>): Fact[] {
  const charge: unknown = facts.charge;
  const found: readonly (readonly [FactName, string | number | undefined, Fact['as']])[] = [
    ['terminal_count', factOf(facts, 'count'), 'plain'],
    ['booked_count', factOf(facts, 'booked_count'), 'plain'],
    ['terminal_amount', factOf(facts, 'amount'), 'pesos'],
    ['booked_amount', factOf(facts, 'booked_amount'), 'pesos'],
    ['charged_amount', factOf(charge, 'amount'), 'pesos'],
    ['reason', factOf(facts, 'reason') ?? factOf(facts, 'why'), 'reason'],
    ['provider', factOf(facts, 'provider'), 'provider'],
    ['ticket', factOf(facts, 'ticket'), 'plain'],
    ['operation_number', factOf(facts, 'operation_number') ?? factOf(charge, 'operationNumber'), 'plain'],
    ['authorization_code', factOf(facts, 'authorization_code') ?? factOf(charge, 'authorizationCode'), 'plain'],
    ['card', factOf(charge, 'last4'), 'card'],
  ];
  return found.flatMap(([name, value, as]) => (value === undefined || value === '' ? [] : [{ name, value, as }]));
}
