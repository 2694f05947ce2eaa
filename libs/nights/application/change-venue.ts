import { Injectable } from '@nestjs/common';
import { Actor, actorRef, changesOf, Clock, DomainError, domainEvent, merged, Transactions } from '@libs/kernel';
import { Venue, VenueRepository, VenueSettings } from '../domain';
import { FindVenue } from './find-venue';

export interface VenueChanges {
  readonly name?: string | undefined;
  readonly settings?: { readonly [K in keyof VenueSettings]?: VenueSettings[K] | undefined } | undefined;
}

/** The house changes its name, limits and habits. */
@Injectable()
export class ChangeVenue {
  constructor(
    private readonly transactions: Transactions,
    private readonly venues: VenueRepository,
    private readonly findVenue: FindVenue,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `venue.not_found` */
  async execute(actor: Actor, { name, settings = {} }: VenueChanges): Promise<Venue> {
    const { venueId } = actor;
    const changed = await this.transactions.run(async (tx) => {
      const before = await this.venues.findForChange(tx, venueId);
      if (!before) throw new DomainError('venue.not_found', 'not_found');
      const after = {
        ...before,
        name: name ?? before.name,
        settings: merged<VenueSettings>(before.settings, settings),
      };
      const data = changesOf({ name: before.name, ...before.settings }, { name: after.name, ...after.settings });
      if (!data) return before;
      const about = { venueId, subjectId: venueId, actor: actorRef(actor), occurredAt: this.clock.now() };
      await this.venues.update(tx, after, [domainEvent({ type: 'nights.venue_changed', data, ...about })]);
      return after;
    });
    this.findVenue.forget(venueId);
    return changed;
  }
}
