export * from './door';
export * from './fixtures';
export * from './free-port';
export * from './heard-events';
export * from './http-client';
export * from './test-app';
