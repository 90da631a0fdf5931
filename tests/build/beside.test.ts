import { afterAll, beforeAll, expect, test } from 'vitest';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** A component that is made of a file beside the story. */
const lines = {
  'src/nutgraf/Lines/contract.ts': `import { z } from 'astro/zod';
import { defineContract } from 'nutgraf/contract';
import { storyFile } from 'nutgraf/fields';

export default defineContract({
  name: 'Lines', purpose: 'Counts lines.', place: 'part', holds: 'nothing', example: '<Lines of="a.csv" />',
  props: z.object({ of: storyFile(['csv', 'json']) }),
  derive: (node, reader) => {
    const contents = reader.file(String(node.attributes[0].value)) ?? '';
    if (contents.includes('bad')) reader.report('of', 'Unexpected “bad”: expected good lines.', 'good');
    return { lines: contents.trim().split('\\n').map((text, index) => ({ text, index })) };
  },
});
`,
  'src/nutgraf/Lines/Lines.astro': '<ul>{Astro.props.lines.map(({ text }) => <li>{text}</li>)}</ul>\n',
  'src/nutgraf/Lines/plain.ts': 'export default () => [];\n',
};

let site: Site;

beforeAll(() => {
  site = makeSite({
    ...lines,
    'content/explainers/rows/index.mdx': `${frontmatter()}<Lines of="a.csv" />\n`,
    'content/explainers/rows/a.csv': 'one\n<b>two\n',
    'content/explainers/other.mdx': `${frontmatter()}![Two](two.svg)\n\n<Figure src="one.svg" alt="One" credit="A" rights="ours">\nWords.\n</Figure>\n`,
    'content/explainers/one.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h9"/></svg>',
    'content/explainers/two.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h5"/></svg>',
  });
});

afterAll(() => site.dispose());

const rows = () => site.read('dist/rows/index.html');

test('a component reads a file beside the story, and what is in it stays text', async () => {
  expect(await site.build()).toMatchObject({ code: 0 });
  expect(rows()).toContain('<ul><li>one</li><li>&lt;b&gt;two</li></ul>');
});

test('a drawing is shown as it is, on the page and in copies', () => {
  const html = site.read('dist/other/index.html');
  expect(html).toMatch(/<img src="\/_astro\/two\.\w+\.svg" width="20" height="10" alt="Two"/);
  expect(html).toMatch(/<img src="\/_astro\/one\.\w+\.svg" alt="One" width="40" height="30"/);
  expect(site.read('dist/rss.xml')).toMatch(/https:\/\/news\.example\/_astro\/one\.\w+\.svg/);
});

test('a change of that file alone is seen by the next build', async () => {
  site.write('content/explainers/rows/a.csv', 'three\n');
  expect(await site.build()).toMatchObject({ code: 0 });
  expect(rows()).toContain('<ul><li>three</li></ul>');
  expect(await site.build()).toMatchObject({ code: 0 });
  expect(rows()).toContain('<ul><li>three</li></ul>');
});

test('a file that is not there, lies elsewhere or is faulted is an error at the prop', async () => {
  site.write('content/explainers/rows/a.csv', 'bad\n');
  site.write('content/explainers/gone.mdx', `${frontmatter()}Text.\n\n<Lines of="b.csv" />\n`);
  site.write('content/explainers/outside.mdx', `${frontmatter()}<Lines of="../secret.csv" />\n`);
  site.write('content/explainers/odd.mdx', `${frontmatter()}<Lines of="a.txt" />\n`);
  const { code, output } = await site.build();
  expect(code).toBe(1);
  const expected = 'expected the name of a .csv or .json file beside the story.  [prop-valid]';
  expect(output).toContain(
    'content/explainers/rows/index.mdx:8:8  error  Unexpected “bad”: expected good lines.\n  Did you mean “good”?  [prop-valid]',
  );
  expect(output).toContain(
    'content/explainers/gone.mdx:10:8  error  Unknown file “b.csv”: expected a file beside the story.  [file-exists]',
  );
  expect(output).toContain(
    `content/explainers/outside.mdx:8:8  error  Unexpected “../secret.csv” for “of” on <Lines>: ${expected}`,
  );
  expect(output).toContain(
    `content/explainers/odd.mdx:8:8  error  Unexpected “a.txt” for “of” on <Lines>: ${expected}`,
  );
});
