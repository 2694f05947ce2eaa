import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** A test that never runs, or that keeps the others from running, is not a test. */
const NO_SKIPPED_TESTS = ['it', 'test', 'describe'].flatMap((name) => [
  {
    selector: `CallExpression[callee.object.name='${name}'][callee.property.name=/^(only|skip|todo|failing)$/]`,
    message: 'Every test runs, always.',
  },
  {
    selector: `CallExpression[callee.name='${name === 'describe' ? 'fdescribe' : `f${name}`}']`,
    message: 'Every test runs, always.',
  },
  { selector: `CallExpression[callee.name='x${name}']`, message: 'Every test runs, always.' },
]);

/** Mistakes of the language itself; the types catch most others. */
const LANGUAGE = {
  'array-callback-return': 'error',
  'for-direction': 'error',
  'no-async-promise-executor': 'error',
  'no-case-declarations': 'error',
  'no-compare-neg-zero': 'error',
  'no-cond-assign': 'error',
  'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
  'no-control-regex': 'error',
  'no-debugger': 'error',
  'no-dupe-else-if': 'error',
  'no-duplicate-case': 'error',
  'no-empty': 'error',
  'no-fallthrough': 'error',
  'no-irregular-whitespace': 'error',
  'no-loss-of-precision': 'error',
  'no-regex-spaces': 'error',
  'no-self-assign': 'error',
  'no-self-compare': 'error',
  'no-unreachable': 'error',
  'no-unsafe-finally': 'error',
  'no-unused-labels': 'error',
  'no-useless-catch': 'error',
  'no-useless-escape': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'use-isnan': 'error',
  'valid-typeof': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'max-lines': ['error', { max: 400 }],
  'no-restricted-syntax': ['error', ...NO_SKIPPED_TESTS],
};

export default defineConfig(
  {
    ignores: ['dist/', 'data/', 'coverage/', 'libs/api-client/', 'test-results/', 'bench-results/', 'apps/*/dev-dist/'],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...LANGUAGE,
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
      // React ignores what an event handler returns.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unnecessary-type-arguments': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-optional-chain': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'error',
    },
  },
  {
    // The server is one program: naming it spares ESLint a program for each folder that has a tsconfig.
    files: ['{apps/{api,payment-agent},libs,migrations,tools,e2e}/**/*.ts'],
    ignores: ['libs/{ui,screen}/**'],
    languageOptions: {
      parserOptions: { projectService: false, project: ['tsconfig.json', 'apps/payment-agent/tsconfig.json'] },
    },
  },
  {
    // Tests look at what came over the wire, which has no type.
    files: [
      '**/*.{spec,e2e-spec,browser-spec,contract}.{ts,tsx}',
      '**/{test,testing}/**/*.{ts,tsx}',
      'e2e/**/*.{ts,tsx}',
    ],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // React ignores what an event handler returns.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.tsx', 'libs/{ui,screen}/**/*.ts', 'apps/*/src/**/*.ts'],
    ignores: ['apps/api/**'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    // The benchmark's table is for a person at a terminal.
    files: ['tools/bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
      },
    },
    rules: { ...LANGUAGE, 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' } },
  },
);
