import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { visit } from 'unist-util-visit';
import { beforeAll, expect, test } from 'vitest';
import { registriesIn } from '../../src/commands/import/recognised/registries.ts';
import { Kit } from '../../src/commands/import/recognised/kit.ts';
import { Registry } from '../../src/commands/import/recognised/registry.ts';
import { toMdxStory as importStory } from '../../src/commands/import/story.ts';
import { plainText } from '../../src/commands/import/forms/text.ts';
import { storyText } from '../../src/commands/draft.ts';
import { propsOf } from '../../src/document/props.ts';
import { readStory } from '../../src/document/read.ts';
import type { StoryReading } from '../../src/document/read.ts';
import { isTag } from '../../src/document/normalise.ts';
import { Newsroom } from '../../src/newsroom/newsroom.ts';
import { optionsSchema } from '../../src/options.ts';
import { toPlain } from '../../src/renderings/plain.ts';
import type { PlainForm } from '../../src/renderings/plain.ts';
import { toText } from '../../src/renderings/text.ts';
import { storySchema } from '../../src/schema/story.ts';
import type { StoryRecord } from '../../src/schema/story.ts';
import { storyOf } from '../../src/stories/story.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { componentNames, contracts, load } from '../support/newsroom.ts';

/** Our own story as plain text, as a colleague would send it, taken in again. */

const content = new URL('../../content/', import.meta.url);

/** Components of a reading, with their props, in order. */
function tagsOf({ markdown }: StoryReading, name: string): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  visit(markdown!.tree, (node) => {
    if (isTag(node) && node.name === name) found.push(propsOf(node).values);
  });
  return found;
}

let before: StoryReading;
let after: StoryReading;

beforeAll(async () => {
  const options = optionsSchema.parse({ name: 'The Desk' });
  const known = registriesIn(new Newsroom({ root: fileURLToPath(new URL('../', content)), options, contracts }));
  const plains = Object.fromEntries(
    await Promise.all(componentNames.map(async (name) => [name, await load<PlainForm>(name, 'plain.ts')] as const)),
  );
  before = readStory(
    readFileSync(new URL(`explainers/trump-petro-white-house-meeting/index.mdx`, content), 'utf8'),
    storySchema,
    contracts,
  );
  const data = storySchema.parse(before.data);
  const none = { topics: new Map(), terms: new Map(), notes: new Map() };
  const story = storyOf(
    'story',
    { ...data, document: { ...before.facts!, digest: '' } },
    { ...known, ...none },
    options,
  );
  const words = toText(toPlain(before.tree!, plains, { story, strings: stringsFor('en'), timeZone: 'UTC', notes: {} }));
  const { headline, firstPublished } = data;
  const sent = `${headline}\nBy The Explainer Desk\nJanuary 8, 2026\n\n${words}\n\nThe post ${firstPublished!.headline} appeared first on Straight Arrow News.\n`;
  const { items } = await plainText(new TextEncoder().encode(sent), 'story.txt', 'story');
  const manuscript = await items[0]!.read();
  const registry = new Registry(known);
  const draft = importStory(
    manuscript,
    {
      registry,
      kit: new Kit(contracts),
      lang: 'en',
      author: 'explainer-desk',
      today: '2026-02-01',
      path: '/story.txt',
      id: 'story',
    },
    'short lines',
    'all',
  );
  expect(registry.fresh).toEqual([]);
  after = readStory(storyText(draft.data, draft.body), storySchema, contracts);
});

test('reads without a fault', () => expect(after.messages).toEqual([]));

test('headline, date, author and first publisher', () => {
  const { headline, published, authors, firstPublished } = after.data as StoryRecord;
  const own = before.data as StoryRecord;
  expect({ headline, published, authors, firstPublished }).toEqual({
    headline: own.headline,
    published: own.published,
    authors: own.authors,
    firstPublished: own.firstPublished,
  });
});

test.each(['KeyPoints', 'WhyItMatters', 'Timeline', 'Event', 'Officials', 'WhatsNext', 'Step'])('%s', (name) => {
  const told = (reading: StoryReading) => tagsOf(reading, name).map(({ title, date, when }) => ({ title, date, when }));
  expect(told(after)).toEqual(told(before));
});

test('statements: who, what about, which side, and whether it is a quote', () => {
  const told = (reading: StoryReading) =>
    tagsOf(reading, 'Statement').map(({ by, on, side, quote }) => ({ by, on, side, quote }));
  expect(told(before)).toHaveLength(5);
  expect(told(after)).toEqual(told(before));
});

test('citations: each source, and but for one as often', () => {
  const counts = ({ data, facts }: StoryReading) => {
    const { sources } = data as StoryRecord;
    const names = facts!.citations.map(
      ({ source }) => sources[source]?.outlet ?? sources[source]?.by ?? sources[source]?.name?.toLowerCase() ?? '',
    );
    return Map.groupBy(names, (name) => name);
  };
  const [own, found] = [counts(before), counts(after)];
  // A source in brackets behind a figure is not seen.
  const least = (all: readonly string[]) => Math.max(1, all.length - 1);
  for (const [name, all] of own) expect.soft(found.get(name)?.length ?? 0, name).toBeGreaterThanOrEqual(least(all));
});
