export * from './device-queries';
export * from './employee-queries';
export * from './session-queries';
export * from './staff.module';
