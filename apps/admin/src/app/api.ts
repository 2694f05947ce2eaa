import { createApiClient } from '@libs/api-client';
import { storedLanguage } from '@libs/ui';

export { answer, ApiProblem, NoAnswer } from '@libs/api-client';

/** The API as admin calls it: `answer(api.GET('/api/v1/nights', …))`. */
export const api = createApiClient({ app: 'admin', language: storedLanguage });

/** The header of a write that happens once, however often it is sent. */
export function once(key: string): { header: { 'Idempotency-Key': string } } {
  return { header: { 'Idempotency-Key': key } };
}
