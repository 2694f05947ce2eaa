import { newId } from '@libs/kernel';
import { canonicalJson } from './canonical-json';
import { Digest, NO_HASH } from './digest';
import { ChainHead } from './entry';

/** Where chains stood at a moment. What an anchor holds can no longer be cut off or written anew unnoticed. */
export interface Anchor {
  readonly id: string;
  readonly venueId: string;
  /** Of the chains that moved since the anchor before. */
  readonly heads: Readonly<Record<string, { readonly position: number; readonly hash: string }>>;
  readonly previousHash: string;
  readonly hash: string;
  readonly anchoredAt: Date;
}

/** @param previousHash hash of the venue's newest anchor, undefined when this is its first */
export function dropAnchor(
  venueId: string,
  moved: readonly ChainHead[],
  previousHash: string | undefined,
  anchoredAt: Date,
  digest: Digest,
): Anchor {
  const heads = Object.fromEntries(moved.map(({ chain, position, hash }) => [chain, { position, hash }]));
  const anchor = { id: newId(anchoredAt.getTime()), venueId, heads, previousHash: previousHash ?? NO_HASH, anchoredAt };
  return { ...anchor, hash: anchorHash(anchor, digest) };
}

export function anchorHash(anchor: Omit<Anchor, 'hash'>, digest: Digest): string {
  const { id, venueId, heads, previousHash, anchoredAt } = anchor;
  return digest.link(
    previousHash,
    canonicalJson({ id, venue_id: venueId, heads, anchored_at: anchoredAt.toISOString() }),
  );
}

/** By what they refer to, never by their clocks: each anchor follows the one whose hash it holds. */
export function inOrder(anchors: readonly Anchor[]): { readonly linked: Anchor[]; readonly loose: Anchor[] } {
  const following = new Map(anchors.map((anchor) => [anchor.previousHash, anchor]));
  const linked: Anchor[] = [];
  for (let next = following.get(NO_HASH); next; next = following.get(next.hash)) {
    linked.push(next);
    following.delete(next.previousHash);
  }
  return { linked, loose: anchors.filter((anchor) => !linked.includes(anchor)) };
}
