import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const WORTH_IT = /\.(js|css|html|svg|json|wasm|webmanifest)$/;
/** Below this a packet is a packet, bytes. */
const SMALLEST = 1_024;

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

/** Writes `file.br` and `file.gz` beside each file of the build, so that the server compresses nothing while a bar is full. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'noche:precompress',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      folder = config.build.outDir;
    },
    // After the service worker was written, which happens when the bundle closes.
    closeBundle: { order: 'post', sequential: true, handler: () => compressFolder(folder) },
  };
}

/** Compresses what is worth it in a folder and below. Files that do not get smaller get no copy. */
export async function compressFolder(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const file of files) {
    if (file.isFile() && WORTH_IT.test(file.name)) await compressFile(join(file.parentPath, file.name));
  }
}

async function compressFile(path: string): Promise<void> {
  const plain = await readFile(path);
  if (plain.length < SMALLEST) return;
  const packed = [
    { suffix: '.br', bytes: await brotli(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }) },
    { suffix: '.gz', bytes: await gz(plain, { level: 9 }) },
  ];
  for (const { suffix, bytes } of packed) {
    if (bytes.length < plain.length) await writeFile(path + suffix, bytes);
  }
}
