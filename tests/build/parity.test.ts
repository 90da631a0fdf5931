import { parseHTML } from 'linkedom';
import markdownIt from 'markdown-it';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { levelled, wordsOfHtml, wordsOfMarkdown, wordsOfPage } from '../support/facts.ts';
import { generatedStories } from '../support/generated-stories.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** Every output of a story says the same words in the same order, whatever the story holds. */

const stories = generatedStories(60, 18);

let site: Site;
const read = (file: string) => site.read(`dist/${file}`);
const inBody = (file: string) => wordsOfHtml(parseHTML(read(file)).document.body.innerHTML);
/** Text says an address after the words that lead to it. */
const withoutLinks = (text: string) => text.replaceAll(' (https://example.org/a_b?c=1&d=2)', '');
const contentOf = (file: string, id: string) =>
  (JSON.parse(read(file)) as { items: { url: string; content_html: string }[] }).items.find(({ url }) =>
    url.endsWith(`/${id}/`),
  )!.content_html;

const outputs: Record<string, (id: string) => string> = {
  page: (id) => wordsOfPage(read(`${id}/index.html`)),
  lite: (id) => inBody(`lite/${id}/index.html`),
  Markdown: (id) => wordsOfMarkdown(read(`${id}.md`)),
  text: (id) => withoutLinks(read(`${id}.txt`)),
  newsletter: (id) => inBody(`${id}/email.html`),
  'newsletter as text': (id) => withoutLinks(read(`${id}/email.txt`)),
  'Markdown, another reader': (id) => wordsOfHtml(markdownIt({ html: true }).render(read(`${id}.md`))),
  'kit, HTML': (id) => wordsOfHtml(read(`republish/${id}/story.html`)),
  'kit, Markdown': (id) => wordsOfMarkdown(read(`republish/${id}/story.md`)),
  'kit, text': (id) => withoutLinks(read(`republish/${id}/story.txt`)),
  feed: (id) => wordsOfHtml(contentOf('feeds/all/feed.json', id)),
};

beforeAll(async () => {
  site = makeSite({
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://news.example',
  integrations: [nutgraf({
    name: 'The Example',
    newsletter: {},
    licence: { name: 'CC BY 4.0' },
    feeds: [{ name: 'All', limit: 60 }],
  })],
});
`,
    ...Object.fromEntries(
      stories.map(({ body }, index) => [`content/explainers/s${index}.mdx`, `${frontmatter()}\n${body}`]),
    ),
  });
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
});

afterAll(() => site?.dispose());

/** Words without spaces and signs of direction, which outputs set as they must, and with marks of one kind. */
const bare = (text: string) => levelled(text).replace(/[\s\p{Cf}]/gu, '');

test.each(Object.keys(outputs))('%s', (form) => {
  const lost = stories.flatMap(({ blocks }, index) => {
    const all = bare(outputs[form]!(`s${index}`));
    let from = 0;
    return blocks.flatMap((block) => {
      const at = all.indexOf(bare(block), from);
      if (at < 0) return [`s${index}: ${block}`];
      from = at + bare(block).length;
      return [];
    });
  });
  expect(lost).toEqual([]);
});
