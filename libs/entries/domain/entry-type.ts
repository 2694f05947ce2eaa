import { Actor, actorRef, AggregateRoot, changesOf, DomainError, domainEvent, merged, onWire } from '@libs/kernel';

/** What people decide about a kind of entry. */
export interface EntryTypePlan {
  readonly name: string;
  readonly description: string;
  /** In pesos; 0 is free. */
  readonly price: number;
  /** People. */
  readonly capacity: number;
  /** How many of it a customer may have. */
  readonly perPerson: number;
  readonly saleStartsAt: Date | null;
  readonly saleEndsAt: Date | null;
  /** Upper case; only who knows it sees the type. */
  readonly code: string | null;
  /** The product that a till sells it as. */
  readonly productId: string | null;
  readonly position: number;
  readonly isActive: boolean;
}

export interface EntryTypeState extends EntryTypePlan {
  readonly id: string;
  readonly venueId: string;
  readonly nightId: string;
  /** Held by open orders and sold, together. */
  readonly taken: number;
  /** Counts the changes. */
  readonly version: number;
}

export type EntryTypeChanges = { readonly [K in keyof EntryTypePlan]?: EntryTypePlan[K] | undefined };

/** A kind of entry to one night: a tier with its price and its room. */
export class EntryType extends AggregateRoot {
  private constructor(private current: EntryTypeState) {
    super();
  }

  static restore(state: EntryTypeState): EntryType {
    return new EntryType(state);
  }

  /** @throws DomainError `entry.window_reversed` */
  static plan(id: string, nightId: string, plan: EntryTypePlan, actor: Actor, at: Date): EntryType {
    refuseReversed(plan);
    const type = new EntryType({ ...plan, id, nightId, venueId: actor.venueId, taken: 0, version: 1 });
    type.tell('entries.type_added', { after: onWire(plan) }, actor, at);
    return type;
  }

  get state(): EntryTypeState {
    return this.current;
  }

  /** @throws DomainError `entry.window_reversed`, `entry.capacity_taken` when more are taken than there would be room for */
  change(changes: EntryTypeChanges, actor: Actor, at: Date): void {
    const before = this.current;
    const after = merged<EntryTypeState>(before, changes);
    refuseReversed(after);
    if (after.capacity < before.taken)
      throw new DomainError('entry.capacity_taken', 'conflict', { taken: before.taken });
    const data = changesOf(before, after);
    if (!data) return;
    this.current = { ...after, version: before.version + 1 };
    this.tell('entries.type_changed', { name: before.name, ...data }, actor, at);
  }

  private tell(type: string, data: Record<string, unknown>, actor: Actor, occurredAt: Date): void {
    const { id: subjectId, venueId, nightId } = this.current;
    this.record(domainEvent({ type, venueId, nightId, subjectId, actor: actorRef(actor), data, occurredAt }));
  }
}

function refuseReversed({ saleStartsAt, saleEndsAt }: EntryTypePlan): void {
  if (saleStartsAt && saleEndsAt && saleEndsAt <= saleStartsAt)
    throw new DomainError('entry.window_reversed', 'invalid');
}

/** A code as it is compared: `amigos ` is `AMIGOS`. */
export function normalizedCode(code: string): string {
  return code.trim().toUpperCase();
}
