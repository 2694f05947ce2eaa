export * from './reward';
export * from './reward-book';
