import { parseHTML } from 'linkedom';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CARD, hasFrontCard } from '../../src/metadata/card.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** What a newsroom makes its own: parts of pages, styles, tags in the head. */

let site: Site;
const pageOf = (path: string) => parseHTML(site.read(`dist/${path}index.html`)).document;
const configOf = (settings: string) => `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://news.example',
  integrations: [nutgraf({ name: 'The Example', guide: false, ${settings} })],
});
`;

const head = `head: [
  { tag: 'meta', attributes: { name: 'verify', content: '"><b>' }, pages: ['fronts'] },
  { tag: 'script', attributes: { src: 'https://stats.example.org/a.js', defer: true, 'data-site': 'news' }, hosts: ['https://in.stats.example.org'], pages: ['stories'] },
  { tag: 'script', content: 'window.q = [];' },
]`;

const fields = `import { z } from 'astro/zod';
import { text } from 'nutgraf/fields';

export default z.object({
  series: text('the name of a series').optional().describe('The series that it belongs to.'),
});
`;

/** Makes `==this==` strong, and says what it thinks of a word. */
const remark = `const marks = () => (tree, file) => {
  for (const paragraph of tree.children) {
    const text = paragraph.children?.[0];
    const [before, marked, after] = text?.value?.split('==') ?? [];
    if (text?.value?.includes('Bad')) file.message('Unexpected “Bad”: expected another word.', text, 'house:no-bad');
    if (text?.value?.includes('Break')) throw new Error('out of order');
    if (marked) paragraph.children.splice(0, 1, { type: 'text', value: before }, { type: 'strong', children: [{ type: 'text', value: marked }] }, { type: 'text', value: after });
  }
};
export default [marks];
`;

beforeAll(async () => {
  site = makeSite({
    'astro.config.mjs': configOf(head),
    'content/explainers/story.mdx': `${frontmatter('series: Bridges\n')}\nWords of ==weight==.\n`,
    'content/explainers/other.mdx': `${frontmatter()}\nWords.\n`,
    'src/nutgraf/fields.ts': fields,
    'src/nutgraf/parts/Foot.astro': `---
import type { ComponentProps } from 'astro/types';
import Foot from 'nutgraf/parts/Foot.astro';

type Props = ComponentProps<typeof Foot>;
---

<aside class="join">Join us: {Astro.props.lang}</aside>
<Foot {...Astro.props} />
`,
    'src/nutgraf/parts/Byline.astro': `---
const { story } = Astro.props;
---

<p class="byline">{story.authors.map(({ name }) => name).join(' + ')}{story.fields?.series && ' in ' + story.fields.series}</p>
`,
    'src/nutgraf/remark.ts': remark,
    'src/nutgraf/page.ts':
      'export default ({ head, story }) => ({ ...head, title: story ? `${head.title} (${story.fields?.series ?? story.lang})` : head.title });\n',
    'src/nutgraf/styles.css': '.join {\n  color: var(--accent);\n}\n',
  });
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
});

afterAll(() => site?.dispose());

test('a part of its own stands wherever ours would, and may show ours', () => {
  for (const path of ['', 'story/', 'topics/cities/']) {
    expect(pageOf(path).querySelector('.join')?.textContent, path).toBe('Join us: en');
    expect(pageOf(path).querySelectorAll('footer.foot'), path).toHaveLength(1);
  }
  expect(pageOf('story/').querySelector('.byline')?.textContent).toBe('The Desk in Bridges');
  expect(pageOf('other/').querySelector('.byline')?.textContent).toBe('The Desk');
  expect(pageOf('lite/story/').querySelector('.join')).toBeNull();
});

test('a link to a page that is no story’s shows a card of the newsroom’s name', async () => {
  const card = (path: string) => pageOf(path).querySelector('meta[property="og:image"]')?.getAttribute('content');
  for (const path of ['', 'topics/cities/', 'search/'])
    expect(card(path), path).toBe('https://news.example/front-card.png');
  expect(card('story/')).toBe('https://news.example/story/card.png');
  expect(await sharp(`${site.root}/dist/front-card.png`).metadata()).toMatchObject({ format: 'png', ...CARD });
  const named = { name: 'The Example', without: [] };
  expect(hasFrontCard(named)).toBe(true);
  expect(hasFrontCard({ ...named, image: '/own.png' })).toBe(false);
  expect(hasFrontCard({ ...named, without: ['card'] })).toBe(false);
  expect(hasFrontCard({ ...named, tagline: '新聞' })).toBe(false);
});

test('its styles come last, and are part of the policy', () => {
  const style = pageOf('story/').querySelector('style')!.textContent;
  expect(style).toMatch(/\.join\{color:var\(--accent\)\}$/);
});

test('its tags are in the head of the pages that it names, which allow what they need and no more', () => {
  const policy = (path: string) => pageOf(path).querySelector('meta[http-equiv]')!.getAttribute('content')!;
  expect(pageOf('').querySelector('meta[name=verify]')?.getAttribute('content')).toBe('"><b>');
  expect(pageOf('story/').querySelector('meta[name=verify]')).toBeNull();
  const script = pageOf('story/').querySelector('script[src*=stats]')!;
  expect([...script.attributes].map(({ name, value }) => [name, value])).toEqual([
    ['src', 'https://stats.example.org/a.js'],
    ['defer', ''],
    ['data-site', 'news'],
  ]);
  expect(policy('story/')).toContain("default-src 'self' https://in.stats.example.org;");
  expect(policy('story/')).toContain("script-src 'self' https://stats.example.org 'sha256-");
  expect(policy('')).not.toContain('stats');
  expect(pageOf('topics/').querySelector('head')!.innerHTML).toContain('<script>window.q = [];</script>');
  for (const copy of ['lite/story/index.html', 'story/email.html', 'story.md', 'rss.xml'])
    expect(site.has(`dist/${copy}`) ? site.read(`dist/${copy}`) : '', copy).not.toMatch(/window\.q|stats\.example/);
});

test('a field of its own is checked like ours, and what it may not be is told', async () => {
  const told = async (more: string) => {
    site.write('content/explainers/other.mdx', `${frontmatter(more)}\nWords.\n`);
    return (await site.nutgraf('check')).output;
  };
  expect(await told('seris: Bridges\n')).toMatch(
    /other\.mdx:7:1 +error +Unexpected key “seris”: .*or series\.\n.*“series”/,
  );
  expect(await told('series: [5]\n')).toMatch(/other\.mdx:7:\d+ +error +Unexpected .* for “series”: expected the name/);
  site.write('content/explainers/other.mdx', `${frontmatter()}\nWords.\n`);
  site.write('src/nutgraf/fields.ts', fields.replace('series:', 'topics:'));
  expect((await site.build()).output).toMatch(/Unexpected field “topics” in .*fields\.ts: expected a name that no key/);
  site.write('src/nutgraf/fields.ts', 'export default {};');
  expect((await site.build()).output).toMatch(/Unexpected export of .*fields\.ts: expected z\.object/);
  site.write('src/nutgraf/fields.ts', fields);
});

test('its plugins of remark change a text for every output, and what they say are messages', async () => {
  expect(pageOf('story/').querySelector('article strong')?.textContent).toBe('weight');
  expect(site.read('dist/story.md')).toContain('Words of **weight**.');
  expect(site.read('dist/story.txt')).toContain('Words of weight.');
  site.write('content/explainers/other.mdx', `${frontmatter()}\nBad words.\n`);
  const told = await site.nutgraf('check', 'other');
  expect(told).toMatchObject({ code: 0 });
  expect(told.output).toContain('other.mdx:9:1  warning  Unexpected “Bad”: expected another word.  [house-no-bad]');
  site.write('content/explainers/other.mdx', `${frontmatter()}\nBreak.\n`);
  expect((await site.build()).output).toMatch(
    /other\.mdx:1:1 +error +Unexpected end of a plugin in remark\.ts, “out of order”/,
  );
  site.write('content/explainers/other.mdx', `${frontmatter()}\nWords.\n`);
});

test('it may change the head of each page, and of no lite page', () => {
  expect(pageOf('story/').title).toBe('A headline (Bridges)');
  expect(pageOf('other/').title).toBe('A headline (en)');
  expect(pageOf('').title).toBe('The Example');
  expect(pageOf('lite/story/').title).not.toContain('Bridges');
});

test('what cannot be is told, with what was meant', async () => {
  site.write('src/nutgraf/parts/Foots.astro', '<p></p>');
  site.write('src/nutgraf/parts/Logo.astro', '<p></p>\n<style>p { color: red }</style>');
  const { code, output } = await site.build();
  expect(code).not.toBe(0);
  expect(output).toContain('Unknown part “Foots”: expected “Foot”.');
  expect(output).toContain('Unexpected <style>: expected it in the sheet src/nutgraf/styles.css');
  site.write(
    'astro.config.mjs',
    configOf(
      "head: [{ tag: 'script', content: '</script>' }, { tag: 'meta', attributes: { onclick: 'x' } }, { tag: 'scrpt' }]",
    ),
  );
  const faults = (await site.build()).output;
  expect(faults).toContain(
    'Unexpected “</script>” for “head.content”: expected a script without “</script” and “<!--” in it',
  );
  expect(faults).toContain('expected the name of an attribute, none that runs code');
  expect(faults).toContain('Did you mean “script”?');
});
