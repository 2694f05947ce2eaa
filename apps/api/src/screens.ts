import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Router } from 'express';
import sirv from 'sirv';

/** The built screens, each under its own path. */
export const SCREENS = ['pos', 'bar', 'admin', 'customer'] as const;

/** `dist/web`, beside the compiled API; from sources (tests) it is the same folder of the checkout. */
function webRoot(): string {
  const candidates = [resolve(__dirname, '../../../web'), resolve(__dirname, '../../../dist/web')];
  return candidates.find((folder) => existsSync(folder)) ?? (candidates[0] as string);
}

/** The screens: hashed assets for a year, everything else asked again; pre-compressed where built so. */
export function screens(): Router {
  const web = Router();
  const root = webRoot();
  for (const screen of SCREENS) {
    const folder = join(root, screen);
    if (!existsSync(folder)) continue;
    web.use(
      `/${screen}`,
      sirv(folder, {
        single: true,
        etag: true,
        gzip: true,
        brotli: true,
        setHeaders: (res, path) => {
          const hashed = path.includes('/assets/');
          res.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      }),
    );
  }
  web.get('/', (_req, res) => res.redirect(302, '/admin/'));
  return web;
}
