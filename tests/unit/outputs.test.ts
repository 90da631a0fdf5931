import type { Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { readStory } from '../../src/document/read.ts';
import { exampleFileAt as fileAt } from '../../src/integration/examples.ts';
import { hasOutput, kindAt, outputKinds, outputPage, outputs } from '../../src/outputs/table.ts';
import type { OutputKind } from '../../src/outputs/table.ts';
import { copyOf, withPictures } from '../../src/renderings/copy.ts';
import { picturesIn } from '../../src/renderings/pictures.ts';
import { toPlain } from '../../src/renderings/plain.ts';
import type { PlainForm } from '../../src/renderings/plain.ts';
import { claimsOf, tellingOf } from '../../src/renderings/telling.ts';
import { versionOf } from '../../src/renderings/version.ts';
import { storySchema } from '../../src/schema/story.ts';
import { pathOf, patternAt } from '../../src/stories/address.ts';
import type { AddressStyle } from '../../src/stories/address.ts';
import { storyOf } from '../../src/stories/story.ts';
import type { Story, StoryContext } from '../../src/stories/story.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { componentNames, contracts, exampleFrontmatter, exampleRegistries, load } from '../support/newsroom.ts';
import { optionsWith, storyWith } from '../support/stories.ts';

const style: AddressStyle = {
  site: 'https://news.example',
  base: '/',
  trailingSlash: 'ignore',
  format: 'directory',
  prefix: '/',
  permalink: '/:slug/',
};

describe('the table', () => {
  test('has each output at the address that readers, feeds and partners know', () => {
    const call = { id: 'a-call', published: '2026-01-08' };
    expect(Object.fromEntries(outputKinds.map((kind) => [kind, pathOf(outputPage(kind, call), style)]))).toEqual({
      story: '/a-call/',
      history: '/a-call/history/',
      lite: '/lite/a-call/',
      markdown: '/a-call.md',
      text: '/a-call.txt',
      email: '/a-call/email.html',
      emailText: '/a-call/email.txt',
      card: '/a-call/card.png',
      republish: '/republish/a-call/',
      kitHtml: '/republish/a-call/story.html',
      kitMarkdown: '/republish/a-call/story.md',
      kitText: '/republish/a-call/story.txt',
      kitRecord: '/republish/a-call/story.json',
    });
  });

  test('knows an output by its route, wherever the site has its stories', () => {
    const dated = { prefix: '/explainers/', permalink: '/:year/:month/:slug/' };
    for (const kind of outputKinds) expect(kindAt(patternAt(outputs[kind].pattern, dated), dated)).toBe(kind);
    expect(patternAt(outputs.markdown.pattern, dated)).toBe('/explainers/[year]/[month]/[id].md');
    expect(() => kindAt('/[id].md', dated)).toThrow('Unknown route “/[id].md”: expected the pattern of an output.');
  });

  test('gives partners what its licence and its first publisher allow, and a history to what changed', () => {
    const free = { licence: { name: 'MIT', republish: true } };
    const elsewhere = { firstPublished: { outlet: 'reuters', headline: 'The first' } };
    const madeOf = (story: Story) => outputKinds.filter((kind) => hasOutput(kind, story, optionsWith()));
    const always: OutputKind[] = ['story', 'lite', 'markdown', 'text', 'email', 'card'];
    const kit: OutputKind[] = ['republish', 'kitHtml', 'kitMarkdown', 'kitText', 'kitRecord'];
    expect(madeOf(storyWith())).toEqual(always);
    expect(madeOf(storyWith({ above: free }))).toEqual([...always, ...kit]);
    expect(madeOf(storyWith({ above: { ...free, ...elsewhere } }))).toEqual(always);
    expect(madeOf({ ...storyWith(), hasHistory: true })).toEqual(['story', 'history', ...always.slice(1)]);
    expect(hasOutput('emailText', storyWith(), optionsWith({ newsletter: {} }))).toBe(true);
  });
});

/** Every component’s example, in one story that others may republish. */
const { data, facts, tree } = readStory(
  `${exampleFrontmatter}\n[A link](/about/) and ![a picture](a.png).\n\n${componentNames.map((name) => contracts.get(name)!.example).join('\n\n')}\n`,
  storySchema,
  contracts,
  { fileAt },
);
const options = optionsWith({ licence: { name: 'MIT', republish: true } });
const story = storyOf(
  'every-part',
  { ...storySchema.parse(data), document: { ...facts!, digest: '' } },
  exampleRegistries,
  options,
);
const plains = Object.fromEntries(
  await Promise.all(componentNames.map(async (name) => [name, await load<PlainForm>(name, 'plain.ts')] as const)),
);
const context: StoryContext = { story, strings: stringsFor('en'), timeZone: 'UTC', notes: {} };

/** Whoever changes it throws: modules are strict. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

describe('what all outputs of a story share stays as it is', () => {
  const shared: Root = frozen(structuredClone(tree!));
  const plain = frozen(toPlain(shared, plains, context));
  const copy = frozen(copyOf(story, plain, picturesIn(shared), options, style));
  const shown = frozen(withPictures(copy, { 'a.png': { src: 'https://news.example/a.png', width: 4, height: 3 } }));

  test.each(outputKinds.filter((kind) => 'printer' in outputs[kind]))('printed as %s', async (kind) => {
    const output = outputs[kind];
    if (!('printer' in output)) throw new Error(kind);
    const { print } = await output.printer();
    const printed = print(shown, options, style);
    expect(printed).toContain('https://news.example/about/');
    expect(printed).toContain(
      kind === 'kitRecord' ? '"src": "a.png"' : kind.endsWith('ext') ? '[a picture]' : '/a.png',
    );
    expect(print(shown, options, style)).toBe(printed);
  });

  test('told in words, by the desk’s facts and the ledger', () => {
    expect(withPictures(copy, {}).body).not.toEqual(copy.body);
    expect(versionOf(story, plain).text.length).toBeGreaterThan(20);
    expect(tellingOf(shared, plains, context).abstract).toBeTruthy();
    expect(claimsOf(shared, plains, context)).toHaveLength(1);
  });
});
