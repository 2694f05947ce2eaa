import { createHash } from 'node:crypto';
import { sameText } from '../provider-facts';

/**
 * The `Apikey` header of a webhook. It covers the ids without a mark between them and nothing else, so that both ids
 * have to be those of one known charge, and the amount its amount.
 */
export function klapWebhookKey(ids: { referenceId: string; orderId: string }, apikey: string): string {
  return createHash('sha256')
    .update(ids.referenceId + ids.orderId + apikey)
    .digest('hex');
}

export function isKlapWebhookKey(
  header: string,
  ids: { referenceId: string; orderId: string },
  apikey: string,
): boolean {
  return sameText(header.toLowerCase(), klapWebhookKey(ids, apikey));
}
