import { DomainError } from '@libs/kernel';

export const SESSION_STATUSES = ['OPEN', 'PENDING_CLOSE', 'CLOSED'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];
export type SessionAct = 'sell' | 'cancel' | 'move_cash' | 'hand_over' | 'count' | 'accept_count' | 'resume' | 'close';

/** What may be done in which state, and what state follows. What is not here is refused. */
const NEXT: Readonly<Record<SessionStatus, Readonly<Partial<Record<SessionAct, SessionStatus>>>>> = {
  OPEN: { sell: 'OPEN', cancel: 'OPEN', move_cash: 'OPEN', hand_over: 'OPEN', count: 'PENDING_CLOSE' },
  PENDING_CLOSE: { count: 'PENDING_CLOSE', accept_count: 'PENDING_CLOSE', resume: 'OPEN', close: 'CLOSED' },
  CLOSED: {},
};

/** Why an act is refused: acts that need a count say so, all others need an open session. */
const REFUSALS: Readonly<Partial<Record<SessionAct, string>>> = {
  accept_count: 'session.not_counted',
  resume: 'session.not_counted',
  close: 'session.not_counted',
};

/** @throws DomainError `session.not_open`, `session.not_counted` or `session.closed` (conflict) */
export function nextStatus(status: SessionStatus, act: SessionAct): SessionStatus {
  const next = NEXT[status][act];
  if (next) return next;
  const counting = act === 'count' || REFUSALS[act] !== undefined;
  const code = status === 'CLOSED' && counting ? 'session.closed' : (REFUSALS[act] ?? 'session.not_open');
  throw new DomainError(code, 'conflict', { status });
}
