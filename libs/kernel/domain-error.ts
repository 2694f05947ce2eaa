/**
 * What kind of no it is; the HTTP status follows from it in one place:
 * invalid 400, unauthenticated 401, forbidden 403, not_found 404, conflict 409, gone 410, unprocessable 422,
 * locked 423, rate_limited 429, unavailable 503.
 */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'gone'
  | 'unprocessable'
  | 'locked'
  | 'rate_limited'
  | 'unavailable';

/** Facts that a message needs: names, amounts in pesos, times as ISO-8601. Never a secret. */
export type ErrorFacts = Readonly<Record<string, unknown>>;

/** The domain says no. `code` is stable and part of the API; the text for people is looked up by it. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    readonly facts: ErrorFacts = {},
  ) {
    super(code);
    this.name = new.target.name;
  }
}
