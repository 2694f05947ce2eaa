import { Injectable } from '@nestjs/common';
import { FindVenue } from '@libs/nights/application';
import { House, Houses } from '../application';

/** {@link Houses} out of the venues' settings. */
@Injectable()
export class VenueHouses extends Houses {
  constructor(private readonly venues: FindVenue) {
    super();
  }

  async of(venueId: string): Promise<House> {
    const { name, ticketPrefix, timeZone, settings } = await this.venues.execute(venueId);
    return {
      ...{ name, ticketPrefix, timeZone },
      maxAgeHours: settings.ticketMaxAgeHours,
      maxAttempts: settings.ticketMaxAttempts,
    };
  }
}
