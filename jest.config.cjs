/** The file's name decides what a test may touch and which project runs it: see CONTRIBUTING, "Tests". */
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
    '^.+\\.m?js$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!(@nestjs|uqr|es-toolkit|@standard-schema)/)'],
  moduleNameMapper: { '^@libs/(.*)$': '<rootDir>/libs/$1', '^@apps/(.*)$': '<rootDir>/apps/$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

const onPostgres = {
  ...base,
  globalSetup: '<rootDir>/libs/platform/testing/global-setup.ts',
  globalTeardown: '<rootDir>/libs/platform/testing/global-teardown.ts',
};

module.exports = {
  testTimeout: 30_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
      testPathIgnorePatterns: [...base.testPathIgnorePatterns, '\\.integration\\.spec\\.ts$'],
    },
    { ...onPostgres, displayName: 'integration', testMatch: ['**/*.integration.spec.ts'] },
    { ...onPostgres, displayName: 'e2e', testMatch: ['**/*.e2e-spec.ts'] },
    {
      ...base,
      displayName: 'browser',
      testMatch: ['**/*.browser-spec.ts'],
      globalSetup: '<rootDir>/e2e/support/seeded-club.ts',
      globalTeardown: '<rootDir>/e2e/support/seeded-club-teardown.ts',
    },
  ],
};
