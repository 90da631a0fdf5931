/**
 * `npm run kills`: kills builds at random moments and fills their disk, and tells whether a whole
 * site was there each time, and whether the next build worked.
 *
 *     npm run kills -- --kills 100
 *
 * The full disk is a small one in memory; where none can be mounted, that part is left out and said.
 */
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { frontmatter, makeSite } from '../support/site.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '100' } } });
const kills = Number(values.kills);
const astro = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));

/** One digest of all files of a folder. */
function digestOf(folder: string): string {
  const digest = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()) {
    digest.update(relative(folder, entry)).update(readFileSync(entry));
  }
  return digest.digest('hex');
}

const story = (text: string) => `${frontmatter()}\n${text}\n`;

const site = makeSite(
  Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`content/explainers/s${index}.mdx`, story('Text.')])),
);
const dist = join(site.root, 'dist');
try {
  await site.build();
  const sites = [digestOf(dist)];
  site.write('content/explainers/s0.mdx', story('Changed text.'));
  const before = Date.now();
  await site.build();
  const whole = Date.now() - before;
  sites.push(digestOf(dist));

  let [broken, cut] = [0, 0];
  for (let run = 0; run < kills; run += 1) {
    site.write('content/explainers/s0.mdx', story(run % 2 ? 'Changed text.' : 'Text.'));
    const build = spawn(process.execPath, [astro, 'build', '--root', site.root], { stdio: 'ignore' });
    const exit = new Promise<NodeJS.Signals | null>((resolve) => build.once('exit', (_, signal) => resolve(signal)));
    setTimeout(() => build.kill('SIGKILL'), (whole * (run + 1)) / kills);
    if ((await exit) === 'SIGKILL') cut += 1;
    if (!sites.includes(digestOf(dist))) broken += 1;
  }
  site.write('content/explainers/s0.mdx', story('Text.'));
  const { code } = await site.build();
  const isBack = code === 0 && digestOf(dist) === sites[0];
  console.log(`Kills: ${cut} of ${kills} builds killed, from 0 to ${whole} ms after their start.`);
  console.log(`Broken sites: ${broken}. The next build: ${isBack ? 'as it should be' : 'BROKEN'}.`);
  if (broken || !isBack) process.exitCode = 1;

  const small = join(site.root, 'disk');
  mkdirSync(small);
  if (!mount(small, 'size=200m')) console.log('Full disk: left out, as no disk can be mounted here.');
  else {
    try {
      site.write('astro.config.mjs', site.read('astro.config.mjs').replace('site:', `outDir: './disk/dist',\n  site:`));
      const first = await site.build();
      const published = digestOf(join(small, 'dist'));
      // Room for the site that is there, and for half of another one.
      const used = Number(execFileSync('du', ['-sk', small], { encoding: 'utf8' }).split('\t')[0]);
      mount(small, `remount,size=${Math.round(used * 1.5)}k`);
      site.write('content/explainers/s0.mdx', story('Changed text.'));
      const second = await site.build();
      const stays = digestOf(join(small, 'dist')) === published;
      console.log(`Full disk: the first build ends with ${first.code}, the one that fills it with ${second.code}.`);
      console.log(`The site is ${stays ? 'as it was' : 'BROKEN'}; beside it: ${readdirSync(small).join(', ')}.`);
      mount(small, 'remount,size=200m');
      const third = await site.build();
      console.log(`With room again: ${third.code}.`);
      if (first.code || !second.code || !stays || third.code) process.exitCode = 1;
    } finally {
      execFileSync('umount', [small]);
    }
  }
} finally {
  site.dispose();
}

/** Mounts a disk in memory, or changes one. @returns whether that could be done. */
function mount(folder: string, options: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
