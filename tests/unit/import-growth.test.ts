import { describe, expect, test } from 'vitest';
import { docx } from '../../src/commands/import/forms/docx.ts';
import { feed } from '../../src/commands/import/forms/feed.ts';
import { html } from '../../src/commands/import/forms/html.ts';
import { json } from '../../src/commands/import/forms/json.ts';
import { markdown } from '../../src/commands/import/forms/markdown.ts';
import { plainText } from '../../src/commands/import/forms/text.ts';
import type { Form } from '../../src/commands/import/manuscript.ts';
import { Kit } from '../../src/commands/import/recognised/kit.ts';
import { Registry } from '../../src/commands/import/recognised/registry.ts';
import { soundDraft } from '../../src/commands/import/sound.ts';
import { readCopy } from '../../src/commands/verify/copy.ts';
import { Newsroom } from '../../src/newsroom/newsroom.ts';
import { optionsSchema } from '../../src/options.ts';
import * as manuscripts from '../support/manuscripts.ts';
import type { Told } from '../support/manuscripts.ts';
import { contracts } from '../support/newsroom.ts';

/** An import takes the time of its text’s length, whatever its form; `limits.test.ts` has what reads stories. */

const newsroom = new Newsroom({ root: '/nowhere/', options: optionsSchema.parse({ name: 'The Example' }), contracts });
const none = { outlets: new Map(), people: new Map(), authors: new Map(), topics: new Map() };

/** Takes a file in, as far as the draft. */
async function taken(form: Form, bytes: Uint8Array) {
  const made = [];
  for (const item of (await form(bytes, 'text', 'id')).items) {
    const path = '/nowhere/text';
    const given = { registry: new Registry(none, []), kit: new Kit(contracts), lang: 'en', author: 'desk' };
    const manuscript = await item.read();
    const draft = soundDraft(manuscript, { ...given, today: '2026-01-08', path, id: 'text' }, 'bold lines', newsroom);
    made.push({ manuscript, draft });
  }
  return made;
}

/** How much longer four times as much takes, by the processor’s time of the quicker of two runs. */
async function growth(make: (length: number) => () => Promise<unknown>, length: number): Promise<number> {
  const timeOf = async (work: () => Promise<unknown>) => {
    const times: number[] = [];
    for (let run = 0; run < 2; run += 1) {
      const before = process.threadCpuUsage();
      await work();
      const { user, system } = process.threadCpuUsage(before);
      times.push(user + system);
    }
    return Math.min(...times);
  };
  await make(length)();
  return (await timeOf(make(length * 4))) / Math.max(await timeOf(make(length)), 1000);
}

const forms: Record<string, [Form, (told: Told) => string | Promise<Uint8Array>]> = {
  'plain text': [plainText, manuscripts.plainText],
  Markdown: [markdown, manuscripts.markdown],
  'a page': [html, manuscripts.page],
  'a Google document': [html, manuscripts.googleDocument],
  RSS: [feed, manuscripts.rss],
  WordPress: [feed, manuscripts.wordpress],
  JSON: [
    json,
    (told) =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'T',
        items: [{ id: '1', title: told.headline, content_html: manuscripts.page(told) }],
      }),
  ],
  Word: [docx, manuscripts.word],
};

const some = <Item>(length: number, each: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: length / each }, (_, index) => make(index));

const texts: Record<string, (length: number) => Told['blocks']> = {
  'quotations with a speaker': (length) =>
    some(length, 100, (index) => ({
      p: `“We cannot wait for cable ${index} to snap,” Mayor Ellen Park said on Monday.`,
    })),
  'points and headings': (length) =>
    some(length, 40, (index) => [{ h: `Heading ${index}` }, { ul: [`Point ${index}.`, 'Another one.'] }]).flat(),
  links: (length) =>
    some(length, 60, (index) => ({ p: `Words of [a site ${index}](https://s${index}.example/a) say.` })),
};

describe.each(Object.entries(texts))('%s', (_, blocks) => {
  test.each(Object.entries(forms))('in %s take the time of their length', async (__, [form, make]) => {
    const made = async (length: number) => {
      const text = await make({
        headline: 'A headline',
        byline: 'Ana Lima',
        iso: '2026-01-06',
        blocks: blocks(length),
      });
      return typeof text === 'string' ? Buffer.from(text) : text;
    };
    const lengths = new Map(
      await Promise.all([1_500, 6_000].map(async (length) => [length, await made(length)] as const)),
    );
    expect(await growth((length) => () => taken(form, lengths.get(length)!), 1_500)).toBeLessThan(12);
  });
});

describe('signs that end nothing', () => {
  test.each([
    ['emphasis', 'a*\n'],
    ['emphasis in itself', '*a\n'],
    ['brackets', '[a\n'],
    ['footnotes', '[^1]\n'],
  ])('of Markdown, %s, are words where there are thousands in a paragraph', async (_, sign) => {
    const made = await taken(
      markdown,
      Buffer.from(`---\ntitle: A\n---\n\nFirst.\n\n${sign.repeat(2_500)}\n\nLast words.`),
    );
    expect(made).toHaveLength(1);
    expect(made[0]!.manuscript.notes?.join()).toMatch(/its words are here, in paragraphs/);
    expect(made[0]!.draft.missing).toEqual([]);
  });

  test.each([
    ['paragraphs of a page', '<p>a', 400],
    ['cells of a page', '<table><tr><td>a</table>', 100],
  ])('%s take the time of their length', async (_, sign, count) => {
    const make = (length: number) => () => taken(html, Buffer.from(`<h1>A headline</h1>\n\n${sign.repeat(length)}`));
    expect(await growth(make, count)).toBeLessThan(12);
  });
});

test('a copy in Markdown with thousands of signs in a paragraph is read as words', () => {
  const { blocks } = readCopy(`First.\n\n${'*a\n'.repeat(20_000)}\n\nLast.`, 'markdown');
  expect(blocks.map(({ text: words }) => words).join(' ')).toMatch(/First\.[^]*Last\./);
});
