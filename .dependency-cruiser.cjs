/**
 * The walls of the architecture. `npm run walls` checks the tree and then plants a violation of every rule in a copy of
 * it, so that a rule that no longer bites fails the run (tools/walls/probes.mjs).
 */
const CONTEXTS =
  'staff|nights|catalog|sales|tickets|inventory|payments|customers|wallet|rewards|entries|wardrobe|audit|integrations';
const SCREENS = 'pos|bar|wardrobe|door|kiosk|admin|customer';
/** Tests and what only tests use may look further than the code they test. */
const TESTS = '(\\.(spec|contract|e2e-spec|browser-spec)\\.tsx?$|/testing/|/test/)';
const NPM = '(^|/)node_modules/';

/** Every layer is entered at its index. */
const index = (layers) => `^libs/[^/]+/(${layers})/index\\.ts$`;

module.exports = {
  forbidden: [
    {
      name: '01-kernel-imports-only-itself',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: TESTS },
      to: { pathNot: '^libs/kernel/' },
    },
    {
      name: '02-domain-imports-own-domain-and-kernel',
      comment: 'Types included; no framework, no Node module, no clock, no I/O.',
      severity: 'error',
      from: { path: `^libs/(${CONTEXTS})/domain/`, pathNot: TESTS },
      to: { pathNot: ['^libs/$1/domain/', '^libs/kernel/index\\.ts$'] },
    },
    {
      name: '03-application-imports-own-layers-kernel-and-nest-common',
      severity: 'error',
      from: { path: `^libs/(${CONTEXTS})/application/`, pathNot: TESTS },
      to: {
        pathNot: [
          '^libs/$1/application/',
          '^libs/$1/domain/index\\.ts$',
          '^libs/kernel/index\\.ts$',
          `${NPM}@nestjs/common/`,
        ],
      },
    },
    {
      name: '04-contexts-meet-only-in-infrastructure',
      comment: 'And there only at the index of the other’s application or infrastructure.',
      severity: 'error',
      from: { path: `^libs/(${CONTEXTS})/`, pathNot: TESTS },
      to: { path: `^libs/(${CONTEXTS})/`, pathNot: ['^libs/$1/', index('application|infrastructure')] },
    },
    {
      name: '04-domain-and-application-meet-no-other-context',
      severity: 'error',
      from: { path: `^libs/(${CONTEXTS})/(domain|application)/`, pathNot: TESTS },
      to: { path: `^libs/(${CONTEXTS})/`, pathNot: '^libs/$1/' },
    },
    {
      name: '05-apps-enter-a-context-by-its-index-never-its-domain',
      severity: 'error',
      from: { path: '^apps/', pathNot: TESTS },
      to: { path: `^libs/(${CONTEXTS})/`, pathNot: index('application|infrastructure') },
    },
    {
      name: '06-platform-knows-no-context',
      severity: 'error',
      from: { path: '^libs/platform/' },
      to: { path: `^libs/(${CONTEXTS})/|^apps/` },
    },
    {
      name: '07-card-networks-never-meet',
      severity: 'error',
      from: { path: '^libs/payments/infrastructure/(getnet|klap)/' },
      to: { path: '^libs/payments/infrastructure/(getnet|klap)/', pathNot: '^libs/payments/infrastructure/$1/' },
    },
    {
      name: '08-screens-import-only-ui-and-the-client',
      comment: 'Of the libs, that is; their own files and npm packages are theirs to choose.',
      severity: 'error',
      from: { path: `^apps/(${SCREENS})/` },
      to: { path: '^(libs|migrations|tools)/', pathNot: '^libs/(ui|screen|api-client)/' },
    },
    {
      name: '08-ui-knows-no-api-and-no-other-lib',
      severity: 'error',
      from: { path: '^libs/(ui|api-client)/' },
      to: { path: '^(libs|apps|migrations|tools)/', pathNot: '^libs/$1/' },
    },
    {
      name: '08-what-screens-share-knows-only-ui-and-the-client',
      severity: 'error',
      from: { path: '^libs/screen/' },
      to: { path: '^(libs|apps|migrations|tools)/', pathNot: '^libs/(screen|ui|api-client)/' },
    },
    {
      name: '08-a-feature-imports-no-other-feature',
      severity: 'error',
      from: { path: `^apps/(${SCREENS})/src/features/([^/]+)/`, pathNot: TESTS },
      to: { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' },
    },
    {
      name: '09-no-app-imports-another',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/[^/]+/', pathNot: '^apps/$1/' },
    },
    {
      name: '09-no-lib-imports-an-app',
      severity: 'error',
      from: { path: '^(libs|migrations)/' },
      to: { path: '^(apps|tools|e2e)/' },
    },
    {
      name: '09-the-payment-agent-knows-the-api-only-by-http',
      comment: 'It is one file beside a card terminal; of npm it may use serialport, which is loaded only when needed.',
      severity: 'error',
      from: { path: '^apps/payment-agent/', pathNot: TESTS },
      to: { pathNot: ['^apps/payment-agent/', `${NPM}serialport/`], dependencyTypesNot: ['core'] },
    },
    {
      name: '09-the-terminal-is-judged-by-its-own-code',
      comment: 'The simulator must not share the agent’s mistakes.',
      severity: 'error',
      from: { path: '^tools/terminal/' },
      to: { path: '^(apps|libs|migrations)/' },
    },
    { name: '10-no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: '11-every-import-resolves',
      severity: 'error',
      from: {},
      // Vite makes these modules while it builds.
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?(url|raw|worker|inline)$'] },
    },
  ],
  options: {
    doNotFollow: { path: NPM },
    exclude: { path: ['^(dist|data|coverage)/', '^apps/[^/]+/(dist|dev-dist)/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    preserveSymlinks: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
    },
  },
};
