export * from './venue';
export * from './venue.repository';
