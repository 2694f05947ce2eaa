import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './process.mjs';

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'testing', 'test', 'dev-dist']);
const SKIPPED_FILES = /\.(spec|e2e-spec|browser-spec|contract)\.tsx?$/;

/** Every file below `paths` (relative to the clone) that can change what a build makes, in a fixed order. */
export function sourceFiles(paths) {
  const found = [];
  for (const path of paths) {
    if (existsSync(join(root, path))) collect(path, found);
  }
  return found.sort();
}

/** One hash over names and contents: a changed time stamp or another clock never causes or hides a build. */
export function contentHash(paths) {
  const hash = createHash('sha256');
  for (const file of sourceFiles(paths))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function collect(path, found) {
  if (!statSync(join(root, path)).isDirectory()) {
    if (!SKIPPED_FILES.test(path)) found.push(path);
    return;
  }
  for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
    if (entry.isDirectory() && SKIPPED_FOLDERS.has(entry.name)) continue;
    collect(`${path}/${entry.name}`, found);
  }
}
