import { DomainError } from '@libs/kernel';

export const INTENT_STATUSES = [
  'CREATED',
  'READY',
  'IN_PROGRESS',
  'APPROVED',
  'DECLINED',
  'CANCELLED',
  'EXPIRED',
  'ERROR',
  'UNKNOWN',
] as const;
export type IntentStatus = (typeof INTENT_STATUSES)[number];

/**
 * begin: it waits at the terminal or on a page · start: the guest is being charged · approve, decline: the provider says so
 * · cancel: certain that nothing was charged · expire: nobody paid in time · fail: it could not be asked for at all ·
 * lose: it may have been charged, and nobody knows.
 */
export type IntentAct = 'begin' | 'start' | 'approve' | 'decline' | 'cancel' | 'expire' | 'fail' | 'lose';

/** What may happen in which state, and what follows. Final states have no way out: refunds are records of their own. */
const NEXT: Readonly<Record<IntentStatus, Readonly<Partial<Record<IntentAct, IntentStatus>>>>> = {
  CREATED: { begin: 'READY', approve: 'APPROVED', cancel: 'CANCELLED', expire: 'EXPIRED', fail: 'ERROR' },
  READY: {
    start: 'IN_PROGRESS',
    approve: 'APPROVED',
    decline: 'DECLINED',
    cancel: 'CANCELLED',
    expire: 'EXPIRED',
    fail: 'ERROR',
    lose: 'UNKNOWN',
  },
  IN_PROGRESS: {
    approve: 'APPROVED',
    decline: 'DECLINED',
    cancel: 'CANCELLED',
    expire: 'EXPIRED',
    fail: 'ERROR',
    lose: 'UNKNOWN',
  },
  UNKNOWN: { approve: 'APPROVED', decline: 'DECLINED', cancel: 'CANCELLED', expire: 'EXPIRED', lose: 'UNKNOWN' },
  APPROVED: {},
  DECLINED: {},
  CANCELLED: {},
  EXPIRED: {},
  ERROR: {},
};

/** States of which it is certain that nothing was charged: only after these another provider may be tried. */
export const NOTHING_CHARGED: readonly IntentStatus[] = ['DECLINED', 'CANCELLED', 'EXPIRED', 'ERROR'];

export function isFinal(status: IntentStatus): boolean {
  return Object.keys(NEXT[status]).length === 0;
}

export function follows(status: IntentStatus, act: IntentAct): IntentStatus | undefined {
  return NEXT[status][act];
}

/** @throws DomainError `payment.not_possible_now` (conflict) */
export function nextIntentStatus(status: IntentStatus, act: IntentAct): IntentStatus {
  const next = NEXT[status][act];
  if (!next) throw new DomainError('payment.not_possible_now', 'conflict', { status });
  return next;
}
