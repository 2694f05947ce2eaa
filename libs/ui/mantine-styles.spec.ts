import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const MANTINE = join(ROOT, 'node_modules/@mantine/core');
/** What shows Mantine's components, and the list of styles that it gets. */
const LISTS = [
  {
    who: 'a till or a guest',
    list: 'mantine.css.ts',
    sources: ['libs/ui', 'apps/pos/src', 'apps/bar/src', 'apps/customer/src'],
    packages: [],
  },
  {
    who: 'admin',
    list: 'mantine-admin.css.ts',
    sources: ['libs/ui', 'apps/admin/src'],
    packages: ['mantine-datatable/dist/index.mjs'],
  },
];

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.spec)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importedComponents(file: string): string[] {
  const names = [...readFileSync(file, 'utf8').matchAll(/import\s*\{([^}]*)\}\s*from\s*['"]@mantine\/core['"]/g)];
  return names
    .flatMap(([, list = '']) => list.split(','))
    .map((name) => name.trim().replace(/ as .*/, ''))
    .filter((name) => /^[A-Z]\w+$/.test(name) && existsSync(join(MANTINE, 'esm/components', name)));
}

/** The component and all that it is made of, read from Mantine's own imports. */
function madeOf(component: string, seen = new Set<string>()): Set<string> {
  if (seen.has(component)) return seen;
  seen.add(component);
  const folder = join(MANTINE, 'esm/components', component);
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.name.endsWith('.mjs')) continue;
    const path = join(file.parentPath, file.name);
    for (const [, target = ''] of readFileSync(path, 'utf8').matchAll(/from "(\.[^"]+)"/g)) {
      const [, other] = /esm\/components\/([^/]+)\//.exec(resolve(dirname(path), target)) ?? [];
      if (other) madeOf(other, seen);
    }
  }
  return seen;
}

describe('the Mantine styles', () => {
  it.each(LISTS)(
    'cover every Mantine component that $who shows, and what it is made of',
    ({ list, sources, packages }) => {
      const text = readFileSync(join(__dirname, list), 'utf8');
      const listed = [...text.matchAll(/styles\/([\w-]+)\.css/g)].map(([, name]) => name);
      const files = [...sources.flatMap(sourceFiles), ...packages.map((path) => join(ROOT, 'node_modules', path))];
      const used = files.flatMap(importedComponents);
      const needed = used
        .flatMap((component) => [...madeOf(component)])
        .filter((name) => existsSync(join(MANTINE, 'styles', `${name}.css`)));
      expect(used).toContain('Modal');
      expect(needed).toContain('Overlay');
      expect(listed).toEqual(expect.arrayContaining(needed));
    },
  );
});
