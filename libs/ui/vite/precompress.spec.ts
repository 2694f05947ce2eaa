import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressFolder } from './precompress';

describe('the compressed copies of a build', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'noche-build-'));
    await mkdir(join(folder, 'assets'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('unpack to the very file they stand beside, in every folder', async () => {
    const script = 'export const bar = "principal";\n'.repeat(200);
    await writeFile(join(folder, 'assets/app.js'), script);
    await compressFolder(folder);
    expect(gunzipSync(await readFile(join(folder, 'assets/app.js.gz'))).toString()).toBe(script);
    expect(brotliDecompressSync(await readFile(join(folder, 'assets/app.js.br'))).toString()).toBe(script);
  });

  it('are not made of pictures and fonts, which are packed already, nor of tiny files', async () => {
    await writeFile(join(folder, 'font.woff2'), Buffer.alloc(5_000));
    await writeFile(join(folder, 'icon.png'), Buffer.alloc(5_000));
    await writeFile(join(folder, 'tiny.js'), 'export {};');
    await compressFolder(folder);
    expect((await readdir(folder)).sort()).toEqual(['assets', 'font.woff2', 'icon.png', 'tiny.js']);
  });
});
