import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/**
 * The browser of the tests: the one that the machine has, else the one in the npm package
 * `@sparticuz/chromium`, so that the tests also run where nothing can be installed.
 */

/** How a browser is started: where it is, and what it needs around it. */
interface Executable {
  path: string;
  env?: NodeJS.ProcessEnv;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const advice = 'Install Chromium or Chrome, or set CHROMIUM_PATH to its executable.';

/**
 * Starts as root in a container too, and reaches no host but 127.0.0.1. A proxy would look names
 * up itself; a headless shell takes one from the environment even under `--no-proxy-server`.
 */
const args = [
  '--no-sandbox',
  '--no-first-run',
  '--proxy-server=direct://',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-sync',
];

/** Starts `CHROMIUM_PATH`, else the first browser found that starts. @param more arguments of the browser. */
export async function launchBrowser(more: string[] = []): Promise<Browser> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return launchChosen(chosen, more);
  const failures: string[] = [];
  for (const path of installed()) {
    // Some systems install a `chromium-browser` that only says how to get one: then try the next.
    try {
      return await launch({ path }, more);
    } catch (error) {
      failures.push(`${path} did not start: ${reason(error)}`);
    }
  }
  try {
    const executable = await packaged();
    if (executable) return await launch(executable, more);
  } catch (error) {
    failures.push(`@sparticuz/chromium did not start: ${reason(error)}`);
  }
  throw new Error([`No browser to run the tests in. ${advice}`, ...failures].join('\n'));
}

function launchChosen(path: string, more: string[]): Promise<Browser> {
  if (!existsSync(path)) throw new Error(`CHROMIUM_PATH is “${path}”, but there is no such file. ${advice}`);
  return launch({ path }, more);
}

function launch({ path, env }: Executable, more: string[]): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: [...args, ...more], ...(env && { env: defined(env) }) });
}

const defined = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** What the browser itself wrote, if anything: Playwright's error holds its whole command line. */
const reason = (error: unknown): string => {
  const written = /\[err\] (.+)/.exec(String(error))?.[1];
  return written ?? String(error).split('\n', 1).join('');
};

/** The browsers that this machine has. */
function installed(): string[] {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const inPath = names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...inPath, ...usualPlaces()].filter((path) => existsSync(path));
}

/** Where macOS and Windows keep a browser, as it is not in PATH there. */
function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(process.env['HOME'] ?? '', 'Applications')];
    return ['Chromium', 'Google Chrome'].flatMap((name) =>
      folders.map((folder) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((key) => process.env[key] ?? []);
    return [['Google', 'Chrome'], ['Chromium']].flatMap((name) =>
      folders.map((folder) => join(folder, ...name, 'Application', 'chrome.exe')),
    );
  }
  return [];
}

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** The browser in `@sparticuz/chromium`, unpacked once; `undefined` where it cannot run. */
async function packaged(): Promise<Executable | undefined> {
  const manifest = join(modules, '@sparticuz', 'chromium', 'package.json');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(manifest)) return undefined;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = join(modules, '.cache', `sparticuz-chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  return { path: join(folder, 'chromium'), env: around(folder) };
}

/** Beside the executable stand the libraries (NSS, expat) and the fonts that a bare machine lacks. */
const around = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  HOME: process.env['HOME'] ?? folder,
  LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
  FONTCONFIG_FILE: join(folder, 'fonts.conf'),
});

/**
 * Unpacks beside `folder` and then renames, so that test files which run side by side never start
 * a half-written browser.
 */
async function unpack(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}-`);
  try {
    await unpackInto(draft);
    await writeFile(join(draft, 'fonts.conf'), fontsConf(folder));
    await rename(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * The package unpacks into the temporary folder, and its libraries only where it takes the machine
 * for AWS Lambda: a process of its own is told both, and ours is left as it is.
 */
async function unpackInto(folder: string): Promise<void> {
  const code = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: modules,
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
}

/** The package's own looks for fonts in fixed places; only these, so that widths are the same everywhere. */
const fontsConf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escaped(join(folder, 'fonts'))}</dir>
  <cachedir>${escaped(join(folder, 'fonts-cache'))}</cachedir>
</fontconfig>
`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
