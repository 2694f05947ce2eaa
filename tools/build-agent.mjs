// npm run build:agent: makes one file of the payment agent, which runs wherever Node does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  define: { PAYMENT_AGENT_VERSION: JSON.stringify(version) },
  ssr: { target: 'node', noExternal: true, external: ['serialport'] },
  build: {
    ssr: 'apps/payment-agent/src/main.ts',
    target: 'node20',
    outDir: 'dist/payment-agent',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      output: {
        format: 'cjs',
        entryFileNames: 'payment-agent.cjs',
        codeSplitting: false,
        banner: '#!/usr/bin/env node',
      },
    },
  },
});
