export * from './session-queries';
export * from './staff.module';
