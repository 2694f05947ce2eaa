import { ApiProblem, NoAnswer } from '@libs/api-client';
import type { PinRefusal } from '@libs/ui';

/** Refusals that say "not now" and nothing of the act. */
const RETRY_CODES = new Set(['idempotency.in_progress', 'request.too_many', 'database.busy', 'customer.busy']);

/** The session is locked or over: the person has to come back before anything else is answered. */
export function needsPerson(error: unknown): boolean {
  return (
    error instanceof ApiProblem && (error.status === 423 || error.status === 401) && error.code.startsWith('auth.')
  );
}

/** The server understood, and said no. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && error.status < 500;
}

/**
 * True when nobody knows whether a write was done, or it could not be looked at yet: no answer, a failing or busy
 * server, or a session that has to be unlocked first. Ask again with the same key.
 */
export function isUnknown(error: unknown): boolean {
  if (error instanceof NoAnswer) return true;
  if (!(error instanceof ApiProblem)) return false;
  return error.status >= 500 || needsPerson(error) || RETRY_CODES.has(error.code);
}

/** What the server said when it said no, in the person's language. */
export function sentenceOf(error: unknown): string | null {
  if (!(error instanceof ApiProblem)) return null;
  return error.detail || error.title || null;
}

/** A number among the facts of a refusal. */
export function factNumber(error: unknown, name: string): number | null {
  const fact = error instanceof ApiProblem ? error.facts[name] : undefined;
  return typeof fact === 'number' ? fact : null;
}

/** A text among the facts of a refusal. */
export function factText(error: unknown, name: string): string {
  const fact = error instanceof ApiProblem ? error.facts[name] : undefined;
  return typeof fact === 'string' ? fact : '';
}

/** Whether this is the refusal with this code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ApiProblem && error.code === code;
}

/** Why a PIN was not taken. */
export function pinRefusal(error: unknown): PinRefusal {
  const lockedForS = factNumber(error, 'retry_after_s');
  if (hasCode(error, 'pin.wrong')) {
    return { kind: 'wrong', attemptsLeft: factNumber(error, 'attempts_left'), lockedForS };
  }
  if (isUnknown(error) || !(error instanceof ApiProblem)) return { kind: 'no_answer', lockedForS };
  return { kind: 'said', text: error.detail, lockedForS };
}
