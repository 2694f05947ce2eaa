import { type Browser, chromium } from 'playwright-core';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A browser program and what its process needs to find its libraries and fonts. */
interface Program {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

const INSTALLED: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'].flatMap((name) =>
    ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => join(folder, name)),
  ),
  darwin: ['Google Chrome', 'Chromium'].flatMap((name) =>
    ['/Applications', join(homedir(), 'Applications')].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
  ),
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : [],
  ),
};

/**
 * Starts a headless browser: the one that CHROME_PATH names, an installed Chrome or Chromium, or else the Chromium that
 * came with npm. The camera shows a test picture and needs no permission dialog.
 * @param args further command line flags
 */
export function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const { executablePath, env } = findProgram();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: [
      // Chromium refuses its sandbox to root, and containers refuse it to anybody. It visits only our own pages.
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream=fps=5',
      ...args,
    ],
  });
}

function findProgram(): Program {
  const given = process.env.CHROME_PATH;
  if (given) return { executablePath: given, env: {} };
  const installed = (INSTALLED[process.platform] ?? []).find((path) => existsSync(path));
  return installed ? { executablePath: installed, env: {} } : unpackedFromNpm();
}

/**
 * The package keeps Chromium compressed and unpacks it into the temporary folder of whoever asks. It is unpacked once a
 * user and version, beside the final place and then moved, so that neither another user's files nor a second test
 * process that is still unpacking gets in the way.
 */
function unpackedFromNpm(): Program {
  const packageFolder = resolve(dirname(createRequire(__filename).resolve('@sparticuz/chromium')), '..', '..');
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `noche-chromium-${version}-${String(process.getuid?.() ?? 0)}`);
  if (!existsSync(folder)) unpack(packageFolder, folder);
  const executablePath = join(folder, 'chromium');
  const fonts: Record<string, string> = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const works = spawnSync(executablePath, ['--version'], { encoding: 'utf8' }).status === 0;
  // Without the system's NSS libraries it brings its own.
  const libraries: Record<string, string> = works ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  return { executablePath, env: { ...fonts, ...libraries } };
}

function unpack(packageFolder: string, folder: string): void {
  const unfinished = `${folder}.${String(process.pid)}`;
  mkdirSync(unfinished, { mode: 0o700 });
  const entry = pathToFileURL(join(packageFolder, 'build', 'esm', 'index.js')).href;
  const script = `import(${JSON.stringify(entry)}).then((m) => m.default.executablePath())`;
  // The package unpacks the libraries too when it believes to run where they are always missing.
  const env = { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  execFileSync(process.execPath, ['-e', script], { env, stdio: 'inherit' });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
