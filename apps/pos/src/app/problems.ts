import { ApiProblem } from '@libs/api-client';

/** True when the act needs the yes of another person that was not given, or no longer holds. */
export function needsStepUp(error: unknown): boolean {
  return error instanceof ApiProblem && STEP_UP_CODES.has(error.code);
}

const STEP_UP_CODES = new Set([
  'step_up.required',
  'step_up.invalid',
  'session.needs_supervisor',
  'sale.courtesy_not_allowed',
  'sale.courtesy_over_budget',
]);
