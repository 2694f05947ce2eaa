import { createHash, randomBytes } from 'node:crypto';

export interface WebCheckoutAuth {
  readonly login: string;
  readonly tranKey: string;
  readonly nonce: string;
  readonly seed: string;
}

export interface WebCheckoutCredentials {
  readonly login: string;
  readonly secretKey: string;
}

/**
 * The `auth` of every request. The server refuses a seed more than five minutes from its own clock.
 * Source: PlacetoPay Web Checkout, "Authentication".
 */
export function webCheckoutAuth(
  { login, secretKey }: WebCheckoutCredentials,
  seed: string,
  rawNonce: Buffer = randomBytes(16),
): WebCheckoutAuth {
  const tranKey = createHash('sha256').update(rawNonce).update(seed).update(secretKey).digest('base64');
  return { login, tranKey, nonce: rawNonce.toString('base64'), seed };
}
