export * from './api-key-queries';
export * from './device-queries';
export * from './employee-queries';
export * from './session-queries';
export * from './staff.module';
