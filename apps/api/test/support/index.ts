export * from './fixtures';
export * from './http-client';
export * from './test-app';
