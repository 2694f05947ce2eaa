import { ApiProblem } from '@libs/api-client';

/** What is wrong with one field of a form, in the server's words; nothing when it is not about that field. */
export function aboutField(error: unknown, field: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.errors.find(({ pointer }) => pointer === `/${field}`)?.detail;
}

/** True when the refusal names fields, so that the form says it all. */
export function isAboutFields(error: unknown): boolean {
  return error instanceof ApiProblem && error.errors.length > 0;
}
