export * from './entries.module';
export * from './entry-type.queries';
export * from './event.queries';
