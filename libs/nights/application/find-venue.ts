import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '@libs/kernel';
import { Venue, VenueRepository } from '../domain';

/** Another instance's change of the settings is seen after this long. */
const KEPT_MS = 3_000;

/** The house and its settings: asked for on every sale and scan, so kept for a few seconds. */
@Injectable()
export class FindVenue {
  private readonly kept = new Map<string, { venue: Venue; until: number }>();

  constructor(
    private readonly venues: VenueRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `venue.not_found` */
  async execute(venueId: string): Promise<Venue> {
    const now = this.clock.now().getTime();
    const kept = this.kept.get(venueId);
    if (kept && kept.until > now) return kept.venue;
    const venue = await this.venues.find(venueId);
    if (!venue) throw new DomainError('venue.not_found', 'not_found');
    this.kept.set(venueId, { venue, until: now + KEPT_MS });
    return venue;
  }

  /** After a change in this instance: the next question goes to the database. */
  forget(venueId: string): void {
    this.kept.delete(venueId);
  }
}
