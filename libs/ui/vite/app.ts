import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import type { UserConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { precompress } from './precompress';

interface AppOptions {
  /** Folder below `apps`, path below the origin (`/pos/`) and folder below `dist/web`. */
  readonly name: string;
  /** Root of the repository, absolute. */
  readonly root: string;
  /** Name on the home screen. */
  readonly title: string;
  readonly description: string;
  /** Tills fill the screen; admin keeps the browser's ways. */
  readonly display: 'fullscreen' | 'standalone';
  readonly orientation?: 'any' | 'landscape' | 'portrait';
}

const API_IN_DEVELOPMENT = `http://localhost:${process.env.PORT ?? '3000'}`;
const SERVER_PATHS = ['/api', '/health', '/socket.io'];
const CANVAS = '#0b0c0e';
/** Everything of libs/ui that only defines things; its styles act by being imported. */
const PLAIN_PARTS = /\/libs\/ui\/(index|NocheProvider|theme|(components|device|format|i18n)\/[\w-]+)\.tsx?$/;

/** One Vite configuration for every screen app, so that base path, offline shell and compression cannot differ. */
export function screenApp({ name, root, title, description, display, orientation = 'any' }: AppOptions): UserConfig {
  const base = `/${name}/`;
  return {
    root: resolve(root, 'apps', name),
    base,
    cacheDir: resolve(root, 'node_modules/.vite', name),
    resolve: { alias: [{ find: /^@libs\//, replacement: `${resolve(root, 'libs')}/` }] },
    plugins: [
      react(),
      VitePWA({
        registerType: 'prompt',
        injectRegister: false,
        includeAssets: ['icons/icon.svg', 'icons/apple-touch.png'],
        manifest: {
          id: base,
          name: title,
          short_name: title,
          description,
          lang: 'es',
          start_url: base,
          scope: base,
          display,
          orientation,
          theme_color: CANVAS,
          background_color: CANVAS,
          icons: [
            { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
            { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
            { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          ],
        },
        workbox: {
          globPatterns: ['**/*.{js,css,html,woff2,wasm}'],
          globIgnores: ['**/*-latin-ext-*', '**/*-vietnamese-*'],
          maximumFileSizeToCacheInBytes: 3_000_000,
          navigateFallback: 'index.html',
          navigateFallbackDenylist: SERVER_PATHS.map((path) => new RegExp(`^${path.replace('.', '\\.')}(/|$)`)),
          cleanupOutdatedCaches: true,
          clientsClaim: true,
        },
      }),
      precompress(),
    ],
    worker: { format: 'es' },
    build: {
      outDir: resolve(root, 'dist/web', name),
      emptyOutDir: true,
      target: 'es2022',
      reportCompressedSize: false,
      // Whoever needs one part of the design system loads that part, not all that its index names.
      rolldownOptions: { treeshake: { moduleSideEffects: [{ test: PLAIN_PARTS, sideEffects: false }] } },
    },
    server: {
      proxy: Object.fromEntries(
        SERVER_PATHS.map((path) => [path, { target: API_IN_DEVELOPMENT, ws: path === '/socket.io' }]),
      ),
    },
  };
}
