import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const WEB = resolve(__dirname, '../dist/web');
const KB = 1_000;

/**
 * What a first visit may cost, kB gzipped with the font, and the lazy files that its first screen needs. A tablet on the
 * club's crowded wifi pays for every one of them.
 */
const BUDGETS = [
  { app: 'pos', budget: 300, lazy: ['Work', 'TillScreen'] },
  { app: 'bar', budget: 700, lazy: ['BarScreen', 'decoder.worker', 'zxing_reader', 'esm'] },
  { app: 'customer', budget: 300, lazy: ['LandingScreen'] },
  { app: 'admin', budget: 500, lazy: ['Panel', 'BoardPage', 'SalesChart', 'esm'] },
];

/** Every file that a first visit of the app fetches: those of the page, those of its first screen, and what they import. */
function firstLoad(app: string, lazy: readonly string[]): string[] {
  const assets = join(WEB, app, 'assets');
  const page = readFileSync(join(WEB, app, 'index.html'), 'utf8');
  const all = readdirSync(assets).filter((name) => !/\.(br|gz)$/.test(name));
  const first = [...page.matchAll(/(?:src|href)="[^"]*\/assets\/([^"]+)"/g)].map(([, name = '']) => name);
  const asked = lazy.flatMap((start) => all.filter((name) => name.startsWith(`${start}-`)));
  const missing = lazy.filter((start) => !asked.some((name) => name.startsWith(`${start}-`)));
  if (missing.length > 0)
    throw new Error(`${app} has no ${missing.join(', ')} any more: say what its first screen needs`);
  const found = new Set<string>();
  const take = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    if (!name.endsWith('.js')) return;
    const code = readFileSync(join(assets, name), 'utf8');
    for (const [, path = ''] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) take(basename(path));
  };
  [...first, ...asked, ...all.filter((name) => /^archivo-latin-standard.*woff2$/.test(name))].forEach(take);
  return [...found].map((name) => join(assets, name));
}

/** Fonts are compressed already. */
function onTheWire(file: string): number {
  const bytes = readFileSync(file);
  return file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
}

describe('the first visit', () => {
  it.each(BUDGETS)('of $app stays below $budget kB', ({ app, budget, lazy }) => {
    expect(existsSync(join(WEB, app, 'index.html'))).toBe(true);
    const files = firstLoad(app, lazy);
    expect(files.some((file) => file.endsWith('.css'))).toBe(true);
    const sum = files.reduce((total, file) => total + onTheWire(file), 0) / KB;
    expect(Math.round(sum)).toBeLessThanOrEqual(budget);
    // Without its code the measure would say nothing.
    expect(sum).toBeGreaterThan(budget / 3);
  });
});
