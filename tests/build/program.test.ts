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

test('a program is drawn by the same components, plugins and styles as a document', () => {
  const sectionsOf = (story: string) =>
    [...bodyOf(story).querySelectorAll('section')]
      .slice(0, 2)
      .map((section) => section.outerHTML.replace(/\s*<p><output[\s\S]*?<\/p>/, '').replace(/\s+/g, ' '));
  expect(sectionsOf('program')).toEqual(sectionsOf('document'));
  expect(sectionsOf('program')[0]).toContain('<span class="keep"><button');
});
