import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { cpSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { optionsIn } from '../../src/commands/completion.ts';
import { publicPartOf, keyIdOf, signatureOf } from '../../src/renderings/signature.ts';
import { fencesIn } from '../support/fences.ts';
import type { Fence } from '../support/fences.ts';
import { makeSite, run } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** What the documentation has one type is typed here: its code in a newsroom that is built, its commands by name. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
const fences = (path: string): Fence[] => fencesIn(textOf(path));
const only = (path: string, is: (fence: Fence) => boolean): string => {
  const [fence, ...others] = fences(path).filter(is);
  if (!fence || others.length) throw new Error(`Expected one such block in ${path}.`);
  return fence.code;
};

/** All that the page for newsrooms has, as one newsroom. */
let site: Site;
const guide = 'docs/newsrooms.md';

/** What the page says of settings, in blocks of their own, put together. */
const config = () => {
  const settings = [
    only(guide, ({ code }) => code.startsWith('nutgraf({')),
    only('docs/migrating.md', ({ lang }) => lang === 'js'),
    `nutgraf({ ${only(guide, ({ code }) => code.startsWith('head: '))} })`,
  ];
  return only(guide, ({ title }) => title === 'astro.config.mjs').replace(
    /nutgraf\((\{.*\})\)/,
    (_, first: string) => `nutgraf(Object.assign(${[first, ...settings.map(argumentOf)].join(', ')}))`,
  );
};
const argumentOf = (call: string) => /^nutgraf\(([^]*)\)\s*$/.exec(call)![1]!;

beforeAll(async () => {
  site = makeSite({ 'astro.config.mjs': config() });
  for (const { title, code } of fences(guide)) {
    if (!title || title === 'astro.config.mjs') continue;
    const corrections = only(guide, (fence) => fence.code.startsWith('corrections:'));
    // With a correction, and the key of its own that a later block has.
    site.write(title, title.endsWith('.mdx') ? code.replace(/^sources:/m, `series: Calls\n${corrections}$&`) : code);
  }
  for (const file of ['outlets/truth-social.yaml', 'people/donald-trump.yaml', 'authors/explainer-desk.yaml'])
    copy(`content/${file}`, `content/${file}`);
  site.write(
    'src/brand/logo.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>',
  );
  copy('node_modules/@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2', 'src/brand/serif.woff2');
  site.write('tsconfig.json', '{ "extends": "astro/tsconfigs/strictest", "include": [".astro/types.d.ts", "src"] }\n');
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
});

const copy = (from: string, to: string) => {
  mkdirSync(dirname(join(site.root, to)), { recursive: true });
  cpSync(join(root, from), join(site.root, to));
};

afterAll(() => site?.dispose());

describe('the newsroom that docs/newsrooms.md tells of', () => {
  test('is built, with each setting and file that the page has', () => {
    const story = site.read('dist/2026/01/the-call/index.html');
    expect(story).toContain('Speaking with Petro was a “Great Honor”');
    expect(story).toContain('<title>Trump and Petro step back from threats and plan to meet – Calls</title>');
    expect(story).toContain('The call lasted about an hour.');
    expect(story).toContain('<aside class="join">Become a member.</aside>');
    expect(story).toContain('src="https://stats.example.org/script.js"');
    expect(site.read('dist/index.html')).toContain('name="google-site-verification"');
    expect(site.read('dist/topics/colombia/index.html')).toContain('Colombian presidency');
    // The README shows how it begins.
    expect(fences(guide)[0]!.code).toContain(only('README.md', ({ lang }) => lang === 'mdx').trim());
  });

  test('is told what its own rules mind', async () => {
    const story = fences(guide).find(({ title }) => title?.endsWith('.mdx'))!;
    site.write(story.title!, story.code.replace('The dispute strains', 'By the river, the dispute straains'));
    const { output } = await site.nutgraf('check', 'the-call');
    expect(output).toContain('Unexpected “the river”: expected its name.');
    expect(output).toMatch(/“straains”.*\n.*\[spelling/);
  });

  test('is right to the strictest types', async () => {
    const tsc = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');
    // Nutgraf is TypeScript here, and JavaScript with its types in a package.
    const { output } = await run(tsc, ['--noEmit', '--allowImportingTsExtensions'], site.root);
    expect(output.split('\n').filter((line) => line.startsWith('src/'))).toEqual([]);
    site.write('src/nutgraf/page.ts', `${site.read('src/nutgraf/page.ts')}void (headOf({ hed: 1 }));\n`);
    expect((await run(tsc, ['--noEmit', '--allowImportingTsExtensions'], site.root)).output).toMatch(
      /^src\/nutgraf\/page\.ts/m,
    );
  });
});

test('the settings of a large archive are right', async () => {
  const archive = makeSite({ 'astro.config.mjs': only('docs/large-archives.md', ({ lang }) => lang === 'js') });
  expect(await archive.nutgraf('check')).toMatchObject({ code: 0 });
  archive.dispose();
});

test('the program that checks a signed copy does, and finds one that was altered', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = publicPartOf(privateKey);
  const record = {
    url: 'https://news.example/story/',
    headline: 'Ünder “quotes”',
    sources: [{ text: 'a', links: [] }],
  };
  const signed = { ...record, signature: signatureOf(record, privateKey) };
  const keys = { keys: [{ id: keyIdOf(publicKey), algorithm: 'Ed25519', publicKey, since: '2026-01-08' }] };
  const program = only('docs/signed-copies.md', ({ lang }) => lang === 'js')
    .replace(/^import .*/m, '')
    .replace(/^verify\(/m, 'return verify(');
  const answers = (story: object) => (address: string | URL) =>
    Promise.resolve({ json: () => (String(address).includes('.well-known') ? keys : story) });
  const check = (story: object) =>
    // The same as in a module, where a program may wait for what it asked.
    runInNewContext(`(async () => {${program}})()`, {
      createPublicKey,
      verify,
      Buffer,
      URL,
      fetch: answers(story),
      storyJson: 'https://partner.example/story.json',
    }) as Promise<boolean>;
  expect(await check(signed)).toBe(true);
  expect(await check({ ...signed, headline: 'Another' })).toBe(false);
});

test('what an editor runs is Lua', () => {
  const require = createRequire(import.meta.url);
  // The library has no types.
  const { parse: parseLua } = require('luaparse') as { parse(code: string): { body: object[] } };
  const lines = only('docs/writers/editors.md', ({ lang }) => lang === 'lua');
  expect(parseLua(lines).body).toHaveLength(3);
  expect(() => parseLua(lines.replace('})', '}'))).toThrow();
});

test('what is data is written as such', () => {
  const { keys } = JSON.parse(only('docs/signed-copies.md', ({ lang }) => lang === 'json')) as {
    keys: { id: string; publicKey: string }[];
  };
  for (const { id, publicKey } of keys) expect(keyIdOf(publicKey)).toBe(id);
  expect(parseToml(only('docs/writers/editors.md', ({ lang }) => lang === 'toml'))).toHaveProperty('language-server');
  const { build } = parseToml(only('docs/hosting.md', ({ lang }) => lang === 'toml')) as { build: object };
  expect(build).toMatchObject({ command: 'npm run build', publish: 'dist' });
  const { pages } = parseYaml(only('docs/hosting.md', ({ lang }) => lang === 'yaml')) as {
    pages: { script: string[] };
  };
  expect(pages.script).toContain('npm run build');
});

describe('commands that texts name', () => {
  const texts = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
    ...globSync('docs/**/*.{md,yml}', { cwd: root }),
  ];
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  /** Of commands that run a file of the repository, what is behind `--` is read by that. */
  const named = texts.flatMap((path) =>
    [...textOf(path).matchAll(/\b(npx nutgraf|npm run) ([\w:-]+)([^`\n|#]*)/g)].map(
      ([line, by, name = '', rest = '']) => ({
        at: `${path}: ${line}`,
        by,
        name,
        options: rest.match(/(?<=\s)--[a-z][\w-]*/g) ?? [],
      }),
    ),
  );

  test('are there, with these options', async () => {
    expect(named.length).toBeGreaterThan(80);
    const helps = new Map<string, string>();
    const helpOf = async (name: string) => {
      if (!helps.has(name))
        helps.set(name, (await run(join(root, 'src/commands/nutgraf.ts'), [name, '--help'], root)).output);
      return helps.get(name)!;
    };
    const wrong: string[] = [];
    for (const { at, by, name, options } of named) {
      const script = scripts[name] ?? '';
      const command = by === 'npx nutgraf' ? name : /nutgraf\.ts (\w+)$/.exec(script)?.[1];
      if (by === 'npm run' && !script) wrong.push(at);
      if (!command || command === '--help') continue;
      const help = await helpOf(command);
      if (help.startsWith('Unknown') || options.some((option) => !optionsIn(help).includes(option))) wrong.push(at);
    }
    expect(wrong).toEqual([]);
  });
});
