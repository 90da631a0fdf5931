import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { toType } from '../../src/commands/advice.ts';
import { completionFor, optionsIn } from '../../src/commands/completion.ts';
import { newsroomOf } from '../../src/commands/create/newsroom.ts';
import { withCollections, withIntegration } from '../../src/commands/init/edit.ts';
import { stepsIn } from '../support/steps.ts';

describe('settings of Astro', () => {
  const call = `nutgraf({ name: 'A' })`;

  test.each([
    ['a list', 'integrations: [mdx(), sitemap()],', `integrations: [mdx(), sitemap(), ${call}],`],
    ['an empty list', 'integrations: [],', `integrations: [${call}],`],
    ['a comma at its end', 'integrations: [mdx(),],', `integrations: [mdx(), ${call}],`],
    ['brackets in it', `integrations: [a({ b: ['[', 1] })],`, `integrations: [a({ b: ['[', 1] }), ${call}],`],
    ['no list', `site: 'https://a.example',`, `\n  integrations: [${call}],site: 'https://a.example',`],
    ['a list in a comment', '// integrations: [],', `\n  integrations: [${call}],// integrations: [],`],
  ])('with %s get one more integration', (_, before, after) => {
    const config = (inside: string) =>
      `import { defineConfig } from 'astro/config';\nexport default defineConfig({${inside}\n});\n`;
    expect(withIntegration(config(before), call)).toBe(
      config(after).replace("/config';\n", "/config';\nimport nutgraf from 'nutgraf';\n"),
    );
  });

  test.each([
    'export default config;\n',
    'export default defineConfig(given({ integrations }));',
    'defineConfig({ integrations })',
  ])('of which nobody knows where the list is, stay: %s', (config) =>
    expect(withIntegration(config, call)).toBeUndefined(),
  );
});

describe('collections of a site', () => {
  test('get ours beside them', () => {
    expect(withCollections(`import a from 'a';\n\nexport const collections = {\n  blog,\n};\n`, ['authors'])).toBe(
      `import a from 'a';\nimport { collections as nutgraf } from 'nutgraf/collections';\n\nexport const collections = {\n  ...nutgraf,\n  blog,\n};\n`,
    );
  });

  test('keep their names', () => {
    const text = withCollections(`export const collections = { blog: a({ topics: 1 }), authors: b };\n`, [
      'authors',
      'people',
    ]);
    expect(text).toContain('const { authors: newsroomAuthors, ...newsroom } = nutgraf;');
    expect(text).toContain(
      'export const collections = { ...newsroom, newsroomAuthors, blog: a({ topics: 1 }), authors: b };',
    );
  });

  test('that nobody can read stay', () =>
    expect(withCollections('export { collections } from "./a";', [])).toBeUndefined());
});

test('what a new newsroom is called stays text', () => {
  const files = newsroomOf({ name: "L'“a”\\\n", lang: 'fr', timeZone: 'UTC' }, 'a', { astro: '1', nutgraf: '2' });
  expect(files['astro.config.mjs']).toContain(`name: 'L\\'“a”\\\\ ',\n      lang: 'fr',\n`);
  expect(files['content/explainers/how-a-story-is-made/index.mdx']).toContain('\nlang: en\n');
});

test('advice names a script only where the site has it, and by its package manager', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-advice-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(toType('check', 'a-story', folder)).toBe('npx nutgraf check a-story');
  expect(toType('dev', '', folder)).toBe('npx astro dev');
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ scripts: { check: 'nutgraf check', dev: 'astro dev' } }),
  );
  expect(toType('check', 'a-story', folder)).toBe('npm run check -- a-story');
  expect(toType('dev', '', folder)).toBe('npm run dev');
  writeFileSync(join(folder, 'pnpm-lock.yaml'), '');
  expect(toType('check', 'a-story', folder)).toBe('pnpm run check a-story');
  expect(toType('ledger', '', folder)).toBe('pnpm exec nutgraf ledger');
});

test('shells complete commands, and the options that the help of each names', () => {
  const help = 'nutgraf check [story]\n\n  --format <form>  json\n  --fix    mends, see --format';
  expect(optionsIn(help)).toEqual(['--format', '--fix', '--help']);
  const commands = [{ name: 'check', help }];
  expect(completionFor('bash', commands)).toContain('check) words="--format --fix --help" ;;');
  expect(completionFor('zsh', commands)).toMatch(/^autoload .*bashcompinit/);
  expect(completionFor('fish', commands)).toContain('__fish_seen_subcommand_from check" -l format');
  expect(() => completionFor('csh', commands)).toThrow('Unexpected shell “csh”: expected bash, zsh or fish.');
});

test('the steps of a guide are read in their order', () => {
  const guide =
    'Type\n\n    npm run new\n\nand it says\n\n    Made it.\n\n```yaml\n---\na: 1\n---\n```\n\n```mdx\nText.\n```\n\n```yaml\nb: 2\n```\n';
  expect(stepsIn(guide)).toEqual([
    { kind: 'type', line: 'npm run new', says: ['Made it.'] },
    { kind: 'above', lines: 'a: 1\n' },
    { kind: 'text', lines: 'Text.\n' },
    { kind: 'more', lines: 'b: 2\n' },
  ]);
});
