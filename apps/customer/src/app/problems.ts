import { ApiProblem, NoAnswer } from '@libs/api-client';

const RETRY_CODES = new Set(['idempotency.in_progress', 'request.too_many', 'database.busy', 'customer.busy']);

/** True when nobody knows whether a write was done, or it could not be looked at yet. Ask again with the same key. */
export function isUnknown(error: unknown): boolean {
  if (error instanceof NoAnswer) return true;
  return error instanceof ApiProblem && (error.status >= 500 || RETRY_CODES.has(error.code));
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ApiProblem && error.code === code;
}

/** What is wrong with one field of a form, in the server's words; nothing when it is not about that field. */
export function aboutField(error: unknown, field: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.errors.find(({ pointer }) => pointer === `/${field}`)?.detail;
}

/** True when the refusal names fields, so that the form says it all. */
export function isAboutFields(error: unknown): boolean {
  return error instanceof ApiProblem && error.errors.length > 0;
}
