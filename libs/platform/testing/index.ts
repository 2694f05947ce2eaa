export { createTestDatabase, type TestDatabase, useTestDatabase } from './test-database';
export { type TestPlatform, useTestPlatform } from './test-platform';
