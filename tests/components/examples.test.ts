import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isError } from '../../src/document/message.ts';
import { readStory } from '../../src/document/read.ts';
import { exampleFileAt as fileAt, exampleFiles } from '../../src/integration/examples.ts';
import { optionsSchema } from '../../src/options.ts';
import { toHtml } from '../../src/renderings/html.ts';
import { toMarkdown } from '../../src/renderings/markdown.ts';
import { toPlain } from '../../src/renderings/plain.ts';
import type { PlainForm } from '../../src/renderings/plain.ts';
import { toText } from '../../src/renderings/text.ts';
import { storySchema } from '../../src/schema/story.ts';
import { storyOf } from '../../src/stories/story.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { factsLost, wordsOfHtml, wordsOfMarkdown } from '../support/facts.ts';
import {
  componentNames,
  contracts,
  exampleFrontmatter,
  exampleRegistries,
  ids,
  load,
  newsroomFiles,
} from '../support/newsroom.ts';
import { makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** Each component’s example, through every output: whatever the writer typed is in all of them. */

const names = componentNames;
const plains = Object.fromEntries(
  await Promise.all(names.map(async (name) => [name, await load<PlainForm>(name, 'plain.ts')] as const)),
);

const storyFile = (name: string) => `${exampleFrontmatter}\n${contracts.get(name)!.example}\n`;

/** The words of an example that a reader is to see: text, and what its props say. */
const factsOf = (name: string) => {
  const example = contracts.get(name)!.example;
  // What names something else, addresses, rights and the type of a chart are not said as they are typed.
  const isSaid = ([, prop, value = '']: string[]) =>
    !ids.includes(value) &&
    !(value in exampleFiles) &&
    prop !== 'rights' &&
    prop !== 'type' &&
    prop !== 'url' &&
    !/^\d{4}-/.test(value);
  const inProps = [...example.matchAll(/(\w+)="([^"]+)"/g)].filter(isSaid).map(([, , value]) => value!);
  return [
    ...example
      .replace(/<[^>]+>/g, ' ')
      .replace(/^- |^\|[|:-]+$/gm, '')
      .split(/\s+/),
    ...inProps,
  ]
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => word.toLowerCase());
};

const plainOf = (name: string) => {
  const { data, facts, tree } = readStory(storyFile(name), storySchema, contracts, { fileAt });
  const options = optionsSchema.parse({ name: 'The Example' });
  const record = { ...storySchema.parse(data), document: { ...facts!, digest: '' } };
  const story = storyOf('example', record, exampleRegistries, options);
  return toPlain(tree!, plains, { story, strings: stringsFor('en'), timeZone: 'UTC', notes: {} });
};

let site: Site;

beforeAll(async () => {
  site = makeSite(newsroomFiles());
  for (const name of names) site.write(`content/explainers/${name.toLowerCase()}.mdx`, storyFile(name));
  expect(await site.build()).toMatchObject({ code: 0 });
});

afterAll(() => site.dispose());

describe.each(names)('the example of %s', (name) => {
  /** What is read of an element, with what its pictures show. */
  const seen = (element: Element) =>
    squeezed(
      [element.textContent, ...[...element.querySelectorAll('img')].map((image) => image.getAttribute('alt'))].join(
        ' ',
      ),
    );
  const squeezed = (text: string) => text.replace(/\s+/g, ' ').toLowerCase();
  // What says again what stands elsewhere is left out of copies.
  const plainFacts = contracts.get(name)!.repeats ? [] : factsOf(name);

  test('is a story without a fault', () => {
    expect(readStory(storyFile(name), storySchema, contracts, { fileAt }).messages.filter(isError)).toEqual([]);
  });

  test('has all its words on the page', () => {
    const text = seen(parseHTML(site.read(`dist/${name.toLowerCase()}/index.html`)).document.querySelector('article')!);
    for (const fact of factsOf(name)) expect(text).toContain(fact);
  });

  test('has all its words in plain HTML, without classes, ids or anything to press', () => {
    const html = toHtml(plainOf(name));
    const text = seen(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body);
    for (const fact of plainFacts) expect(text).toContain(fact);
    expect(html).not.toMatch(/ (class|id|popovertarget|aria-\w+)=|<button|<[A-Z]/);
  });

  test('has all its words in text', () => {
    // Quotations are marked as in mail.
    const text = squeezed(toText(plainOf(name)).replace(/^> ?/gm, ''));
    for (const fact of plainFacts) expect(text).toContain(fact);
    expect(text).not.toMatch(/[<>]/);
  });

  test('tells every name, number, date, quoted word and source of the page in plain HTML, Markdown and text', () => {
    const { document } = parseHTML(site.read(`dist/${name.toLowerCase()}/index.html`));
    const article = document.querySelector('article')!;
    // A badge’s number counts the sources of this page; copies list them. What a drawing says around
    // its figures and places is in nothing but the drawing.
    for (const node of article.querySelectorAll('article > header, article > footer, .badge > sup, svg[role=img]'))
      node.remove();
    const page = contracts.get(name)!.repeats ? '' : wordsOfHtml(article.innerHTML);
    const plain = plainOf(name);
    expect(factsLost(page, wordsOfHtml(toHtml(plain)))).toEqual([]);
    expect(factsLost(page, wordsOfMarkdown(toMarkdown(plain)))).toEqual([]);
    expect(factsLost(page, toText(plain))).toEqual([]);
  });
});

test('the plain form says who speaks, in which role, and from where', () => {
  expect(squeezeHtml(toHtml(plainOf('Statement')))).toBe(
    '<section><h2>What officials are saying</h2><h3>Bogotá</h3>' +
      '<figure><figcaption><strong>Gustavo Petro</strong>, President of Colombia</figcaption>' +
      '<blockquote><p>“I live humbly off my salary, even if it is a relatively high one for Colombia.”</p></blockquote>' +
      '<p>Quote, from Gustavo Petro</p></figure></section>',
  );
});

test('the plain form of a source links to it where it has an address', () => {
  expect(toHtml(plainOf('Event'))).toContain('<a href="https://reuters.example/visa">Reuters</a>');
  expect(toHtml(plainOf('Source'))).toContain('according to A U.S. official and Petro’s office.');
});

const squeezeHtml = (html: string) => html.replace(/>\s+</g, '><');
