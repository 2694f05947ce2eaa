export type { Venue, VenueSettings } from '../domain';
export * from './current-night';
export * from './find-venue';
