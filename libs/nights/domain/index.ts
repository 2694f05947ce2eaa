export * from './checklist';
export * from './night';
export * from './night.repository';
export * from './night-status';
export * from './venue';
export * from './venue.repository';
