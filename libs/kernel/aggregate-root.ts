import { DomainEvent } from './domain-event';

/** A thing with rules of its own that remembers what happened to it until its repository writes that down. */
export abstract class AggregateRoot {
  private events: DomainEvent[] = [];

  protected record(event: DomainEvent): void {
    this.events.push(event);
  }

  /** Hands over what happened since the last call. The repository writes it into the outbox. */
  pullEvents(): DomainEvent[] {
    const events = this.events;
    this.events = [];
    return events;
  }
}
