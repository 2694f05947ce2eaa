import { DomainEvent } from '@libs/kernel';
import { canonicalJson } from './canonical-json';
import { Digest, NO_HASH } from './digest';

/** An event in its place: the hash covers the event, its chain and position, and through `previousHash` all before. */
export interface AuditEntry {
  readonly event: DomainEvent;
  readonly chain: string;
  /** From 1, without gaps. */
  readonly position: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** The last entry of a chain. */
export interface ChainHead {
  readonly chain: string;
  readonly position: number;
  readonly hash: string;
}

/** A register session has a chain of its own; everything else of a venue shares one. */
export function chainOf(event: DomainEvent): string {
  return event.registerSessionId ? `session:${event.registerSessionId}` : `venue:${event.venueId}`;
}

/** What an entry's hash covers besides the hash before it. */
export function contentOf({ event, chain, position }: Pick<AuditEntry, 'event' | 'chain' | 'position'>): string {
  return canonicalJson({
    chain,
    position,
    event_id: event.id,
    type: event.type,
    venue_id: event.venueId,
    night_id: event.nightId,
    subject_id: event.subjectId,
    register_session_id: event.registerSessionId,
    actor: event.actor,
    data: event.data,
    occurred_at: event.occurredAt.toISOString(),
  });
}

/** Puts events, in the order given, behind the heads of their chains. A chain without a head begins. */
export function linkEvents(
  events: readonly DomainEvent[],
  heads: readonly ChainHead[],
  digest: Digest,
): readonly AuditEntry[] {
  const last = new Map(heads.map((head) => [head.chain, head]));
  return events.map((event) => {
    const chain = chainOf(event);
    const head = last.get(chain);
    const place = { event, chain, position: (head?.position ?? 0) + 1 };
    const previousHash = head?.hash ?? NO_HASH;
    const entry = { ...place, previousHash, hash: digest.link(previousHash, contentOf(place)) };
    last.set(chain, entry);
    return entry;
  });
}
