import type { PaymentIntent } from '../../app/wire';

/** After this long without a sign of life the terminal's computer counts as away, ms. */
export const AGENT_SILENT_MS = 60_000;

/** Where the guest is at the terminal. */
export type Step = 'card' | 'amount' | 'shares' | 'pin' | 'sending' | 'tip' | 'change' | 'working';

/** Codes of the terminal's messages. */
const STEP_OF: Readonly<Record<number, Step>> = {
  78: 'card',
  79: 'amount',
  80: 'shares',
  81: 'pin',
  82: 'sending',
  83: 'tip',
  84: 'change',
};

/**
 * What a screen says of a card payment. `no_terminal` with `sent`: the terminal had the order when it went silent, so it
 * may charge. `given_back`: approved, and refunded before it became a sale.
 */
export type Phase =
  | { readonly kind: 'starting' | 'waiting' | 'page' }
  | { readonly kind: 'progress'; readonly step: Step }
  | { readonly kind: 'cancelling'; readonly sent: boolean }
  | { readonly kind: 'no_terminal'; readonly sent: boolean; readonly cancelAsked: boolean }
  | { readonly kind: 'approved' | 'given_back' }
  | { readonly kind: Failure }
  | { readonly kind: 'unknown' };

/** It is certain that nothing was charged. */
export type Failure = 'declined' | 'cancelled' | 'expired' | 'error';

type Seen = Pick<
  PaymentIntent,
  | 'status'
  | 'provider'
  | 'pay_url'
  | 'progress'
  | 'agent_heartbeat_at'
  | 'cancel_requested_at'
  | 'amount'
  | 'refunded_amount'
>;

/** @param now by the server's clock, ms since the epoch */
export function phaseOf(intent: Seen | null, now: number): Phase {
  if (!intent) return { kind: 'starting' };
  switch (intent.status) {
    case 'APPROVED':
      return { kind: intent.refunded_amount >= intent.amount ? 'given_back' : 'approved' };
    case 'DECLINED':
      return { kind: 'declined' };
    case 'CANCELLED':
      return { kind: 'cancelled' };
    case 'EXPIRED':
      return { kind: 'expired' };
    case 'ERROR':
      return { kind: 'error' };
    case 'UNKNOWN':
      return { kind: 'unknown' };
    default:
      return underWay(intent, now);
  }
}

function underWay(intent: Seen, now: number): Phase {
  const sent = intent.progress?.sent_at != null;
  const cancelAsked = intent.cancel_requested_at !== null;
  if (intent.provider === 'getnet_terminal' && isSilent(intent.agent_heartbeat_at, now)) {
    return { kind: 'no_terminal', sent, cancelAsked };
  }
  if (cancelAsked) return { kind: 'cancelling', sent };
  if (intent.pay_url !== null) return { kind: 'page' };
  if (intent.status === 'CREATED') return { kind: 'starting' };
  if (intent.status === 'READY') return { kind: 'waiting' };
  return { kind: 'progress', step: STEP_OF[intent.progress?.code ?? 0] ?? 'working' };
}

function isSilent(heartbeatAt: string | null, now: number): boolean {
  return heartbeatAt === null || now - Date.parse(heartbeatAt) > AGENT_SILENT_MS;
}

const FAILURES: readonly string[] = ['declined', 'cancelled', 'expired', 'error'] satisfies Failure[];

/** Only then may the sale be paid another way. */
export function isFailure(phase: Phase): phase is { readonly kind: Failure } {
  return FAILURES.includes(phase.kind);
}

/** Whether asking it to end makes sense: not once it ended, was asked already, or nobody knows. */
export function mayCancel(phase: Phase): boolean {
  if (phase.kind === 'no_terminal') return !phase.cancelAsked;
  return phase.kind === 'waiting' || phase.kind === 'page' || phase.kind === 'progress';
}

/** "1:05". */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
