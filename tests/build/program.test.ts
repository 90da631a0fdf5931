import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseHTML } from 'linkedom';
import { configOf } from '../support/archive.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

let site: Site;

const sources = 'sources:\n  wire: { outlet: reuters }\n';
const words = `<WhyItMatters>
It matters, says <Source id="wire" />.
</WhyItMatters>

## A heading

- One
- Two
`;

beforeAll(async () => {
  site = makeSite({
    'astro.config.mjs': configOf('programs: true'),
    'src/Sum.astro': '---\nconst { of } = Astro.props;\n---\n\n<output>{of.join(" + ")}</output>\n',
    'content/explainers/document.mdx': `${frontmatter(sources)}\n${words}`,
    'content/explainers/program.mdx': `${frontmatter(sources)}
import Sum from '../../src/Sum.astro';

${words}
<Sum of={[1, 2].concat(3)} /> One and one is {1 + 1}.
`,
  });
  expect(await site.build()).toMatchObject({ code: 0 });
});

afterAll(() => site.dispose());

const bodyOf = (story: string) => parseHTML(site.read(`dist/${story}/index.html`)).document.querySelector('article')!;

test('a program shows its own component and what it computes', () => {
  const article = bodyOf('program');
  expect(article.querySelector('output')?.textContent).toBe('1 + 2 + 3');
  expect(article.textContent).toContain('One and one is 2.');
});

test('its copies and metadata leave out whole what only running it tells, and say where it is', () => {
  const place = 'A part of this story is shown on its own page only: ';
  for (const file of ['program.md', 'program.txt', 'program/email.html', 'lite/program/index.html', 'rss.xml']) {
    const text = site.read(`dist/${file}`);
    expect(text, file).toContain(place);
    expect(text, file).toContain('It matters, says');
    expect(text, file).not.toContain('One and one');
  }
  expect(site.read('dist/document.md')).not.toContain(place);
  expect(site.read('dist/program/index.html')).toContain('"abstract":"It matters, says Reuters."');
});

test('a program is drawn by the same components, plugins and styles as a document', () => {
  const sectionsOf = (story: string) =>
    [...bodyOf(story).querySelectorAll('section')]
      .slice(0, 2)
      .map((section) => section.outerHTML.replace(/\s*<p><output[\s\S]*?<\/p>/, '').replace(/\s+/g, ' '));
  expect(sectionsOf('program')).toEqual(sectionsOf('document'));
  expect(sectionsOf('program')[0]).toContain('<span class="keep"><label');
});
