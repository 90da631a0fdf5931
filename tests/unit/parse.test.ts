import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Contract } from '../../src/document/contract.ts';
import { expect, test } from 'vitest';
import { splitStory } from '../../src/document/frontmatter.ts';
import { parseBody } from '../../src/document/parse.ts';
import { normalise } from '../../src/document/normalise.ts';
import { contracts as testContracts } from './contracts.ts';

/** What has no code is read by Sätteri, what has by remark: a reader of the tree must not be able to tell. */

const repository = new URL('../../', import.meta.url);
const filesOf = (pattern: string) =>
  globSync(pattern, { cwd: repository }).map((path) => fileURLToPath(new URL(path, repository)));

const stories = filesOf('content/explainers/**/*.mdx').map((path) => splitStory(readFileSync(path, 'utf8')).body);
const own = await Promise.all(
  filesOf('src/components/*/contract.ts').map(async (path) => ((await import(path)) as { default: Contract }).default),
);
const contracts = new Map([...testContracts, ...own.map((contract) => [contract.name, contract] as const)]);
const examples = own.map(({ example }) => example);
const markdown = [
  'A paragraph\nof two lines,  \na break, *italic*, **bold**, `code`, &amp; and \\<.',
  '## A heading\n\n### Another\n\nText.\n\n---\n\n> A quotation\n> with *words*.\n\n- One\n- Two\n  - Three\n\n3. Four\n4. Five',
  'A [link](https://example.org "Title"), ![a picture](a%20b.png "Title"), [one][ref] and ![two][ref].\n\n[ref]: https://example.org/x "T"',
  '<Section title="A"\n  mood=\'b\' open>\nText with <b lang="es">words</b>, <br/> and <Cite  id="a" />.\n</Section>',
  '<Section>\n\n- One <Cite id="a" />\n- Two\n\n</Section>\n\n<Timeline>\n\n<Event when="x">Text.</Event>\n<Event when="y">\nText.\n</Event>\n\n</Timeline>',
  'Text <Cite id="a">with *words*</Cite>, “quotes” and an é.\n\n  <Section a="é" b="2" />',
  'A table:\n\n| A | B |\n|:--|--:|\n| *a* | <Cite id="a" /> |\n| [b](https://example.org) | 2 \\| 3 |\n\n> | A |\r\n> |---|\r\n> | a |\n\nA | B\n- | :-:\n1 | 2\n',
  'No ~~strike~~, www.example.com, https://example.com, note[^1] or\n\n- [ ] task | - [x] done\n\n[^1]: note',
  '\n\n\n\nText.\r\n\r\n<Section\r\n  id="a">\r\nText.\r\n</Section>\r\n',
];

/** The normalised tree with what the rest of the reader looks at: no offsets, and no ends of places. */
const seen = (body: string) => {
  const tree = parseBody(body, contracts);
  if (!('children' in tree)) throw new Error(tree.reason);
  normalise(tree, contracts);
  const only = (key: string, value: unknown) =>
    ['offset', 'end', 'data', 'checked', 'spread', '_index', '_bufferIndex'].includes(key) ||
    value === null ||
    value === undefined
      ? undefined
      : value;
  return JSON.parse(JSON.stringify(tree.children, only)) as unknown;
};

test.each([...stories, ...examples, ...markdown])('is the same tree from both: %j', (body) => {
  expect(seen(body)).toEqual(seen(`${body.trimEnd()}\n\n{/* read by remark */}\n`));
});
