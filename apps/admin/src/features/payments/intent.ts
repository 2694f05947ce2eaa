import type { Tone } from '@libs/ui';
import type { IntentStatus, PaymentIntent, RefundStatus } from '../../app/wire';

type Known = Pick<PaymentIntent, 'status' | 'flag' | 'amount' | 'refunded_amount' | 'taken_at'>;

const TONES: Readonly<Record<IntentStatus, Tone>> = {
  CREATED: 'idle',
  READY: 'idle',
  IN_PROGRESS: 'idle',
  APPROVED: 'ok',
  DECLINED: 'bad',
  CANCELLED: 'idle',
  EXPIRED: 'idle',
  ERROR: 'bad',
  UNKNOWN: 'warn',
};
const REFUND_TONES: Readonly<Record<RefundStatus, Tone>> = {
  REQUESTED: 'idle',
  SENT: 'idle',
  DONE: 'ok',
  REFUSED: 'bad',
  UNKNOWN: 'warn',
  BY_HAND: 'warn',
};

/** The colour of an outcome: amber is what a person has to look at. */
export function toneOf({ status, flag }: Pick<Known, 'status' | 'flag'>): Tone {
  return flag ? 'warn' : TONES[status];
}

export function toneOfRefund(status: RefundStatus): Tone {
  return REFUND_TONES[status];
}

/** Whether nothing more happens to it by itself: not charged, or sold, refunded or left to a person. */
export function isOver({ status, taken_at, flag, amount, refunded_amount }: Known): boolean {
  if (status === 'APPROVED') return taken_at !== null || flag !== null || refunded_amount >= amount;
  return ['DECLINED', 'CANCELLED', 'EXPIRED', 'ERROR'].includes(status);
}

/** The outcome as it has to be read: a late approval means that the guest was charged after all. */
export function outcomeOf({ status, flag }: Pick<Known, 'status' | 'flag'>): IntentStatus | 'LATE' {
  return flag === 'late_approval' ? 'LATE' : status;
}

/** Pesos that can still be given back; 0 when nothing was charged. */
export function leftToRefund({ status, flag, amount, refunded_amount }: Known): number {
  const isCharged = status === 'APPROVED' || flag === 'late_approval';
  return isCharged ? Math.max(0, amount - refunded_amount) : 0;
}

/** What was charged in the end: a sale, money without a sale (yet), or nothing that could be one. */
export function saleOf(intent: Known): 'sold' | 'not_sold' | 'no_sale' {
  if (intent.taken_at !== null) return 'sold';
  return isOver(intent) ? 'no_sale' : 'not_sold';
}

/** Why the attempt before was given up: `DECLINED: Fondos insuficientes` in its two parts. */
export function fallbackOf(text: string): { readonly status: string; readonly reason: string | null } {
  const cut = text.indexOf(': ');
  return cut < 0 ? { status: text, reason: null } : { status: text.slice(0, cut), reason: text.slice(cut + 2) };
}
