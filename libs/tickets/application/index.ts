export * from './issue-ticket';
export * from './ticket-repository';
export * from './ticket-seal';
export * from './void-ticket';
