import { createHash } from 'node:crypto';
import { sameText } from '../provider-facts';

export interface SignedNotification {
  readonly requestId: string;
  readonly status: string;
  readonly date: string;
  readonly signature: string;
}

const PREFIX = 'sha256:';

/**
 * Whether a notification comes from who knows the secret. It signs neither amount nor reference. With the prefix
 * `sha256:` the digest is SHA-256, without one the older SHA-1; accounts send either.
 * Source: PlacetoPay Web Checkout, "Notification" and "Migration to SHA-256".
 */
export function isSignedBy(secretKey: string, { requestId, status, date, signature }: SignedNotification): boolean {
  const modern = signature.startsWith(PREFIX);
  const expected = createHash(modern ? 'sha256' : 'sha1')
    .update(requestId + status + date + secretKey)
    .digest('hex');
  return sameText(signature.slice(modern ? PREFIX.length : 0).toLowerCase(), expected);
}
