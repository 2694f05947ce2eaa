import { ActorRef } from './actor';
import { newId } from './id';

/**
 * Something that happened and that others may want to know: it goes into the outbox in the same transaction, from
 * there to the audit trail, to subscribers and, as a hint, to the screens.
 */
export interface DomainEvent {
  readonly id: string;
  /** `<context>.<what_happened>`, for example `sales.sale_placed`. */
  readonly type: string;
  readonly venueId: string;
  readonly nightId: string | null;
  /** What the event is about: the sale, the ticket, the employee. */
  readonly subjectId: string;
  /** The register session, when there is one: it has an audit chain of its own. */
  readonly registerSessionId: string | null;
  readonly actor: ActorRef;
  /** Facts of the event; `before` and `after` for changes. Never a secret. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredAt: Date;
}

type Given = Pick<DomainEvent, 'type' | 'venueId' | 'subjectId' | 'actor' | 'data' | 'occurredAt'> &
  Partial<Pick<DomainEvent, 'nightId' | 'registerSessionId'>>;

export function domainEvent(given: Given): DomainEvent {
  return { nightId: null, registerSessionId: null, ...given, id: newId(given.occurredAt.getTime()) };
}
