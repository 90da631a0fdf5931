import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { namesIn } from '../support/names.ts';
import { componentNames } from '../support/newsroom.ts';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

test('outside of their folder, no component is known by its name: code asks for a role or a heading', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.([cm]?[jt]s|astro)$/.test(file) && !file.startsWith('components/'))
    .sort();
  const found = files.flatMap((file) =>
    namesIn(file, readFileSync(join(src, file), 'utf8'), componentNames).map((where) => `src/${file}:${where}`),
  );
  expect(found).toEqual([]);
});

describe('a name', () => {
  const names = ['WhyItMatters', 'Source', 'Timeline'];

  test.each([
    ['in quotation marks', "node.name === 'WhyItMatters';", ['1 WhyItMatters']],
    ['in a list', "const known = [\n  'Timeline',\n];", ['2 Timeline']],
    [
      'as a tag in a message',
      'const reason = `Expected <Source id="${id}" />, or </Timeline>.`;',
      ['1 Source', '1 Timeline'],
    ],
    ['in a pattern', 'text.replace(/<Source /g, "");', ['1 Source']],
    ['as a key', 'const sections = { Timeline: 1 };', ['1 Timeline']],
    ['as a key of a type', 'interface Sections { Timeline: string }', ['1 Timeline']],
    ['as a property', 'strings.sections.WhyItMatters;', ['1 WhyItMatters']],
    ['in an import', "import { a } from '../components/Timeline/a.ts';", ['1 Timeline']],
    ['of a type of ours', 'interface Source {}\nconst one: Source = read<Source>();', []],
    ['in a comment', '/** Such as `<Source />` or “Timeline”. */\nconst one = 1; // WhyItMatters', []],
    ['in a word', "const words = ['Sources', 'the Source of it', '<Sources>'];", []],
    ['as a type of schema.org', "const graph = { '@type': 'Source' };", []],
  ])('%s', (_, code, found) => expect(namesIn('desk/rule.ts', code, names)).toEqual(found));

  test('that is a word for readers', () => {
    const code = "export const en = { timeline: 'Timeline' };";
    expect(namesIn('strings/en.ts', code, names)).toEqual([]);
    expect(namesIn('desk/rule.ts', code, names)).toEqual(['1 Timeline']);
    expect(namesIn('strings/en.ts', 'export const en = { Timeline: 1 };', names)).toEqual(['1 Timeline']);
  });

  test('in an Astro file', () => {
    const astro = `---
import Timeline from '../components/Timeline/Timeline.astro';
const b = strings.sections['Source'];
---
<!-- <Source /> -->
<Timeline>{strings.sections['WhyItMatters']}{/* <Source /> */}</Timeline>
`;
    expect(namesIn('layouts/Page.astro', astro, names)).toEqual([
      '2 Timeline',
      '3 Source',
      '6 Timeline',
      '6 WhyItMatters',
      '6 Timeline',
    ]);
  });
});
