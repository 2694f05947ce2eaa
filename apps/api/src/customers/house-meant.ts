import { DomainError } from '@libs/kernel';
import { AppCaller } from '@libs/platform';

/**
 * The house that a call of guests or of everybody is about: that of the app's key, otherwise the one it names.
 * @returns undefined when neither says: the only one there is
 * @throws DomainError `customer.venue_unknown` when it names another house than the key's
 */
export function houseMeant(app: AppCaller | undefined, asked: string | undefined): string | undefined {
  if (!app) return asked;
  if (asked !== undefined && asked !== app.venueId) throw new DomainError('customer.venue_unknown', 'not_found');
  return app.venueId;
}
