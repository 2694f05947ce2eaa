import { Injectable } from '@nestjs/common';

/** The night that is on. */
export interface RunningNight {
  readonly id: string;
  readonly name: string;
  readonly status: 'OPEN' | 'CLOSING';
  readonly openedAt: Date;
}

/** Where the running night is looked up. */
export abstract class RunningNights {
  abstract find(venueId: string): Promise<RunningNight | undefined>;
}

/** Which night is on in a house: the one that is OPEN or, while it is being wound up, CLOSING. Sales need OPEN. */
@Injectable()
export class CurrentNight {
  constructor(private readonly nights: RunningNights) {}

  execute(venueId: string): Promise<RunningNight | undefined> {
    return this.nights.find(venueId);
  }
}
