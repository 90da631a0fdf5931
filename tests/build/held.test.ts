import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesIn } from '../messages/messages.ts';
import { filesOf } from '../support/links.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** In every word of a story that is held, in the names of all that only it refers to, and in its picture. */
const mark = 'Zyxwv';

const picture = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><text>${text}</text></svg>`;

const secret = (when: string) => `---
headline: ${mark} headline
description: ${mark} description.
${when}
authors: [secret, desk]
topics: [secret, cities]
sources:
  wire: { outlet: secret, by: secret, title: ${mark} title }
  known: { outlet: reuters }
---

${mark} words from <Source id="wire" /> and <Source id="known" />.

![${mark}](./field.svg)

<Officials>
<Statement by="secret" source="wire">${mark} said.</Statement>
<Statement by="jane-doe" source="known">${mark} answered.</Statement>
</Officials>
`;

let site: Site;

const leaks = () =>
  filesOf(join(site.root, 'dist')).filter((file) =>
    new RegExp(`${mark}|secret`, 'i').test(file + readFileSync(join(site.root, 'dist', file), 'latin1')),
  );
const lists = [
  '',
  'archive/2026/',
  'archive/2026/03/',
  'topics/cities/',
  'topics/secret/',
  'authors/desk/',
  'authors/secret/',
  'outlets/reuters/',
  'outlets/secret/',
  'people/jane-doe/',
  'people/secret/',
  'topics/',
  'people/',
].map((path) => `${path}index.html`);

beforeAll(() => {
  site = makeSite({
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://news.example',
  integrations: [nutgraf({ name: 'The Example', guide: false, timeZone: 'America/New_York' })],
  experimental: { incrementalBuild: true },
});
`,
    'content/outlets/secret.yaml': `name: ${mark} outlet\nkind: agency\n`,
    'content/people/secret.yaml': `name: ${mark} person\n`,
    'content/authors/secret.yaml': `name: ${mark} author\n`,
    'content/topics/secret.yaml': `name: ${mark} topic\n`,
    'content/explainers/open/index.mdx': `${frontmatter('sources:\n  wire: { outlet: reuters }\n')}\nAccording to <Source id="wire" />.\n\n![Open](./field.svg)\n`,
    'content/explainers/open/field.svg': picture('open'),
    'content/explainers/secret-draft/index.mdx': secret('published: 2026-01-08\ndraft: true'),
    'content/explainers/secret-draft/field.svg': picture(`${mark} draft`),
    'content/explainers/secret-embargo/index.mdx': secret('published: 2026-03-01T09:00:00-05:00'),
    'content/explainers/secret-embargo/field.svg': picture(`${mark} embargo`),
  });
});

afterAll(() => site.dispose());

test('nothing of a draft or an embargoed story is in any file, before its time', async () => {
  const { code, output } = await site.build({ NUTGRAF_NOW: '2026-03-01T13:59:59Z' });
  expect(code, output).toBe(0);
  expect(output).toContain(
    'Left out: 1 draft and 1 scheduled story. The next build is due at 2026-03-01T09:00:00-05:00.',
  );
  expect(site.has('dist/open/index.html')).toBe(true);
  expect(leaks()).toEqual([]);
});

test('a mistake in a draft stops neither a build nor a check, and both tell of it in the same words', async () => {
  const draft = 'content/explainers/secret-draft/index.mdx';
  const before = site.read(draft);
  site.write(draft, `${before}\n<Nothing />\n`);
  const built = await site.build({ NUTGRAF_NOW: '2026-03-01T13:59:59Z' });
  const checked = await site.nutgraf('check', 'secret-draft');
  site.write(draft, before);
  expect(built).toMatchObject({ code: 0 });
  expect(checked).toMatchObject({ code: 0 });
  const [message = ''] = messagesIn(built.output).get(draft) ?? [];
  expect(message).toMatch(/^\d+:1 {2}warning {2}Unexpected component <Nothing>/);
  expect(messagesIn(checked.output).get(draft)).toContain(message);
});

test('at its time, an embargoed story is everywhere, also in lists that were kept from an earlier build', async () => {
  expect(await site.build({ NUTGRAF_NOW: '2026-03-01T14:00:00Z' })).toMatchObject({ code: 0 });
  expect(leaks()).toEqual(expect.arrayContaining(['secret-embargo/index.html', ...lists]));
  expect(leaks().join()).toContain('_astro/');
  expect(
    filesOf(join(site.root, 'dist')).some((file) =>
      readFileSync(join(site.root, 'dist', file), 'latin1').includes(`${mark} draft`),
    ),
  ).toBe(false);
});

test('a story that was published and is held again is gone', async () => {
  site.write(
    'content/explainers/secret-embargo/index.mdx',
    secret('published: 2026-03-01T09:00:00-05:00\ndraft: true'),
  );
  expect(await site.build({ NUTGRAF_NOW: '2026-03-02' })).toMatchObject({ code: 0 });
  expect(leaks()).toEqual([]);
});
