import { Actor, actorRef, DomainEvent, domainEvent } from '@libs/kernel';

/** What happened to something in the store. */
export function stockEvent(
  type: string,
  subjectId: string,
  data: Readonly<Record<string, unknown>>,
  actor: Actor,
  occurredAt: Date,
): DomainEvent {
  return domainEvent({ type, subjectId, data, venueId: actor.venueId, actor: actorRef(actor), occurredAt });
}
