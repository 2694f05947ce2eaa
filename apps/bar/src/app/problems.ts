import { ApiProblem, NoAnswer } from '@libs/api-client';

const RETRY_CODES = new Set(['idempotency.in_progress', 'request.too_many', 'database.busy']);

/** The session is locked or over: the person has to come back before anything else is answered. */
export function needsPerson(error: unknown): boolean {
  return (
    error instanceof ApiProblem && (error.status === 423 || error.status === 401) && error.code.startsWith('auth.')
  );
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
export function factText(error: ApiProblem, name: string): string {
  const fact = error.facts[name];
  return typeof fact === 'string' ? fact : '';
}
