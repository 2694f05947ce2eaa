/**
 * One planted violation each: the rule that must report it, the file it must be reported for, and the files to write.
 * Targets that the tree already has are left as they are.
 */
const target = (path) => ({ [path]: 'export interface Target { readonly id: string }\nexport const target = 1;\n' });
const importing = (specifier) => `import { target } from '${specifier}';\nexport const planted = target;\n`;
const importingType = (specifier) => `import type { Target } from '${specifier}';\nexport type Planted = Target;\n`;

export const probes = [
  {
    rule: '01-kernel-imports-only-itself',
    from: 'libs/kernel/planted-npm.ts',
    says: 'an npm package in the kernel',
    files: { 'libs/kernel/planted-npm.ts': importing('rxjs') },
  },
  {
    rule: '01-kernel-imports-only-itself',
    from: 'libs/kernel/planted-node.ts',
    says: 'a Node module in the kernel',
    files: { 'libs/kernel/planted-node.ts': importing('node:fs') },
  },
  {
    rule: '02-domain-imports-own-domain-and-kernel',
    from: 'libs/sales/domain/planted-orm.ts',
    says: 'TypeORM in a domain',
    files: { 'libs/sales/domain/planted-orm.ts': importing('typeorm') },
  },
  {
    rule: '02-domain-imports-own-domain-and-kernel',
    from: 'libs/sales/domain/planted-type.ts',
    says: 'another context’s type in a domain',
    files: {
      ...target('libs/nights/domain/planted-target.ts'),
      'libs/sales/domain/planted-type.ts': importingType('@libs/nights/domain/planted-target'),
    },
  },
  {
    rule: '02-domain-imports-own-domain-and-kernel',
    from: 'libs/tickets/domain/planted-up.ts',
    says: 'a domain that reaches up into its own application',
    files: {
      ...target('libs/tickets/application/planted-target.ts'),
      'libs/tickets/domain/planted-up.ts': importing('../application/planted-target'),
    },
  },
  {
    rule: '03-application-imports-own-layers-kernel-and-nest-common',
    from: 'libs/sales/application/planted-orm.ts',
    says: 'TypeORM in a use case',
    files: { 'libs/sales/application/planted-orm.ts': importing('typeorm') },
  },
  {
    rule: '03-application-imports-own-layers-kernel-and-nest-common',
    from: 'libs/sales/application/planted-down.ts',
    says: 'a use case that knows its own infrastructure',
    files: {
      ...target('libs/sales/infrastructure/planted-target.ts'),
      'libs/sales/application/planted-down.ts': importing('../infrastructure/planted-target'),
    },
  },
  {
    rule: '04-contexts-meet-only-in-infrastructure',
    from: 'libs/sales/infrastructure/planted-inside.ts',
    says: 'infrastructure that reaches past another context’s index',
    files: {
      ...target('libs/inventory/infrastructure/planted-target.ts'),
      'libs/sales/infrastructure/planted-inside.ts': importing('@libs/inventory/infrastructure/planted-target'),
    },
  },
  {
    rule: '04-contexts-meet-only-in-infrastructure',
    from: 'libs/sales/infrastructure/planted-domain.ts',
    says: 'infrastructure that uses another context’s domain',
    files: {
      ...target('libs/inventory/domain/index.ts'),
      'libs/sales/infrastructure/planted-domain.ts': importing('@libs/inventory/domain'),
    },
  },
  {
    rule: '04-domain-and-application-meet-no-other-context',
    from: 'libs/sales/application/planted-context.ts',
    says: 'a use case that calls another context',
    files: {
      ...target('libs/inventory/application/index.ts'),
      'libs/sales/application/planted-context.ts': importing('@libs/inventory/application'),
    },
  },
  {
    rule: '05-apps-enter-a-context-by-its-index-never-its-domain',
    from: 'apps/api/src/planted-domain.ts',
    says: 'the API importing a domain',
    files: {
      ...target('libs/sales/domain/index.ts'),
      'apps/api/src/planted-domain.ts': importing('@libs/sales/domain'),
    },
  },
  {
    rule: '05-apps-enter-a-context-by-its-index-never-its-domain',
    from: 'apps/api/src/planted-inside.ts',
    says: 'the API reaching past an index',
    files: {
      ...target('libs/sales/application/planted-target.ts'),
      'apps/api/src/planted-inside.ts': importing('@libs/sales/application/planted-target'),
    },
  },
  {
    rule: '06-platform-knows-no-context',
    from: 'libs/platform/planted-context.ts',
    says: 'the platform importing a context',
    files: {
      ...target('libs/sales/application/index.ts'),
      'libs/platform/planted-context.ts': importing('@libs/sales/application'),
    },
  },
  {
    rule: '07-card-networks-never-meet',
    from: 'libs/payments/infrastructure/klap/planted-meeting.ts',
    says: 'one card network using another’s code',
    files: {
      ...target('libs/payments/infrastructure/getnet/planted-target.ts'),
      'libs/payments/infrastructure/klap/planted-meeting.ts': importing('../getnet/planted-target'),
    },
  },
  {
    rule: '08-screens-import-only-ui-and-the-client',
    from: 'apps/pos/src/planted-screen.tsx',
    says: 'a screen importing the server’s code',
    files: {
      ...target('libs/kernel/planted-target.ts'),
      'apps/pos/src/planted-screen.tsx': importing('@libs/kernel/planted-target'),
    },
  },
  {
    rule: '08-what-screens-share-knows-only-ui-and-the-client',
    from: 'libs/screen/planted-server.ts',
    says: 'what screens share using the server’s code',
    files: {
      ...target('libs/kernel/planted-target.ts'),
      'libs/screen/planted-server.ts': importing('@libs/kernel/planted-target'),
    },
  },
  {
    rule: '08-ui-knows-no-api-and-no-other-lib',
    from: 'libs/ui/planted-client.tsx',
    says: 'a plain component that knows the API',
    files: {
      ...target('libs/api-client/planted-target.ts'),
      'libs/ui/planted-client.tsx': importing('@libs/api-client/planted-target'),
    },
  },
  {
    rule: '08-a-feature-imports-no-other-feature',
    from: 'apps/pos/src/features/planted-a/screen.tsx',
    says: 'one feature of a screen importing another',
    files: {
      ...target('apps/pos/src/features/planted-b/target.ts'),
      'apps/pos/src/features/planted-a/screen.tsx': importing('../planted-b/target'),
    },
  },
  {
    rule: '09-no-app-imports-another',
    from: 'apps/bar/src/planted-app.tsx',
    says: 'the bar importing the till',
    files: {
      ...target('apps/pos/src/planted-target.ts'),
      'apps/bar/src/planted-app.tsx': importing('../../pos/src/planted-target'),
    },
  },
  {
    rule: '09-no-lib-imports-an-app',
    from: 'libs/sales/infrastructure/planted-app.ts',
    says: 'a lib importing the API',
    files: {
      ...target('apps/api/src/planted-target.ts'),
      'libs/sales/infrastructure/planted-app.ts': importing('@apps/api/src/planted-target'),
    },
  },
  {
    rule: '09-the-payment-agent-knows-the-api-only-by-http',
    from: 'apps/payment-agent/src/planted-lib.ts',
    says: 'the payment agent importing a lib',
    files: {
      ...target('libs/kernel/planted-target.ts'),
      'apps/payment-agent/src/planted-lib.ts': importing('@libs/kernel/planted-target'),
    },
  },
  {
    rule: '09-the-payment-agent-knows-the-api-only-by-http',
    from: 'apps/payment-agent/src/planted-npm.ts',
    says: 'the payment agent using an npm package of the server',
    files: { 'apps/payment-agent/src/planted-npm.ts': importing('zod') },
  },
  {
    rule: '09-the-terminal-is-judged-by-its-own-code',
    from: 'tools/terminal/planted-agent.ts',
    says: 'the simulated terminal using the agent’s code',
    files: {
      ...target('apps/payment-agent/src/planted-target.ts'),
      'tools/terminal/planted-agent.ts': importing('../../apps/payment-agent/src/planted-target'),
    },
  },
  {
    rule: '10-no-circles',
    from: 'libs/sales/domain/planted-circle-a.ts',
    says: 'two files importing each other, if only for types',
    files: {
      'libs/sales/domain/planted-circle-a.ts': "import type { B } from './planted-circle-b';\nexport type A = B | 1;\n",
      'libs/sales/domain/planted-circle-b.ts': "import type { A } from './planted-circle-a';\nexport type B = A | 2;\n",
    },
  },
  {
    rule: '11-every-import-resolves',
    from: 'libs/sales/infrastructure/planted-nowhere.ts',
    says: 'an import that leads nowhere',
    files: { 'libs/sales/infrastructure/planted-nowhere.ts': importing('@libs/sales/nowhere') },
  },
  {
    rule: '11-every-import-resolves',
    from: 'apps/admin/src/planted-nowhere.tsx',
    says: 'a package that is not installed, in a screen',
    files: { 'apps/admin/src/planted-nowhere.tsx': importing('left-pad-that-is-not-there') },
  },
];
