import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KitRecord } from '../../src/renderings/kit.ts';
import { jsonLdIn } from '../support/schema-org.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** A newsroom that has components of its own for what ours are for: it gets everything that ours get. */

const contract = (name: string, more: string) => `import { z } from 'astro/zod';
import { defineContract } from 'nutgraf/contract';
import { picture, reference, text } from 'nutgraf/fields';

export default defineContract({ name: '${name}', purpose: 'A test.', holds: 'flow', example: '', ${more} });
`;

const component = (name: string, more: string): Record<string, string> => ({
  [`src/nutgraf/${name}/contract.ts`]: contract(name, more),
  [`src/nutgraf/${name}/${name}.astro`]: '<div><slot /></div>\n',
  [`src/nutgraf/${name}/plain.ts`]: 'export default (_props: object, children: object[]) => children;\n',
});

const photo = `place: 'part', role: 'picture', props: z.object({
  src: picture(), alt: text(), credit: text(), rights: z.enum(['ours', 'no-copies']),
})`;

/** With two pictures: one in copies and one that they may not have. */
const photoPlain = `export default ({ src, alt }: { src: string; alt: string }) =>
  ({ type: 'element', tagName: 'img', properties: { src, alt }, children: [] });
`;

const words = `We reported this from the bank of the river.

<Stakes>
It is the only way across.
</Stakes>

<Verdict status="false">
The bridge has been closed for a month.
</Verdict>

<Quote by="jane-doe" source="speech">
“It will open tomorrow, with shocking speed.”
</Quote>

<Quote by="jane-doe" source="speech">
She hopes for the best.
</Quote>

<Letter>
They slammed it, and it reopens tomorrow.
</Letter>

<Photo src="bridge.png" alt="The bridge" credit="Jane Doe" rights="ours" />

<Photo src="river.png" alt="The river" credit="Reuters" rights="no-copies" />

<Legwork>
We stood there for a day.
</Legwork>
`;

const picture = readFileSync(new URL('../../content/explainers/leap-second/clock.png', import.meta.url));

let site: Site;

beforeAll(async () => {
  site = makeSite({
    ...component('Stakes', "place: 'section', role: 'nutGraf', heading: 'whyItMatters', props: z.object({})"),
    ...component('Legwork', "place: 'section', role: 'backstory', props: z.object({})"),
    ...component(
      'Verdict',
      "place: 'part', role: 'claim', props: z.object({ status: z.enum(['confirmed', 'false']) })",
    ),
    ...component(
      'Quote',
      "place: 'part', role: 'statement', props: z.object({ by: reference('people'), source: reference('sources') })",
    ),
    ...component('Letter', "place: 'part', role: 'quotation', props: z.object({})"),
    ...component('Photo', photo),
    'src/nutgraf/Photo/plain.ts': photoPlain,
    'content/explainers/bridge/index.mdx': `${frontmatter(
      'label: fact-check\nlicence: { name: CC BY, url: https://creativecommons.org/licenses/by/4.0/ }\nsources: { speech: { by: jane-doe, kind: speech } }\n',
    )}\n${words}`,
    'content/explainers/bridge/bridge.png': picture,
    'content/explainers/bridge/river.png': picture,
  });
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
});

afterAll(() => site.dispose());

const read = (path: string) => site.read(`dist/${path}`);
const graph = () => jsonLdIn(read('bridge/index.html'))[0]!['@graph'] as Record<string, unknown>[];

describe('a newsroom’s own component', () => {
  test('tells metadata why the story matters and how it was reported, and reviews a claim', () => {
    expect(graph()[0]).toMatchObject({
      abstract: 'It is the only way across.',
      backstory: 'We stood there for a day.',
    });
    expect(graph().filter((node) => node['@type'] === 'ClaimReview')).toMatchObject([
      { claimReviewed: 'The bridge has been closed for a month.', reviewRating: { alternateName: 'False' } },
    ]);
  });

  test('is a statement on the page of who made it', () => {
    const { document } = parseHTML(read('people/jane-doe/index.html'));
    expect([...document.querySelectorAll('figure')].map(({ textContent }) => textContent.trim())).toEqual([
      expect.stringMatching(/“It will open tomorrow, with shocking speed\.”.*Jane Doe/s),
      expect.stringMatching(/She hopes for the best\..*Jane Doe/s),
    ]);
    const quotes = [...document.querySelectorAll('figure blockquote')].map(({ textContent }) => textContent.trim());
    expect(quotes).toEqual(['“It will open tomorrow, with shocking speed.”']);
  });

  test('is a picture with rights: in the kit where copies may have it, on cards, and told of where they may not', () => {
    const { pictures } = JSON.parse(read('republish/bridge/story.json')) as KitRecord;
    expect(pictures).toMatchObject([
      { alt: 'The bridge', credit: 'Jane Doe', rights: 'ours', allowed: true },
      { alt: 'The river', credit: 'Reuters', rights: 'no-copies', allowed: false },
    ]);
    const kit = parseHTML(read('republish/bridge/story.html')).document;
    expect([...kit.querySelectorAll('img')].map(({ alt }) => alt)).toEqual(['The bridge']);
    const page = parseHTML(read('bridge/index.html')).document;
    expect(page.querySelector('meta[property="og:image"]')?.getAttribute('content')).toMatch(/\/bridge\/card\.png$/);
    expect(page.querySelector('script[type="application/ld+json"]')?.textContent).toMatch(/"image":\["[^"]*_astro/);
  });

  test('is what the desk asks for, and holds others’ words', async () => {
    const { output } = await site.nutgraf('check', '--format', 'json');
    const told = (JSON.parse(output) as { messages: { rule: string }[] }).messages.map(({ rule }) => rule);
    expect(told).not.toContain('nut-graf');
    expect(told).not.toContain('words-that-rot');
    expect(told).not.toContain('loaded-words');
  });

  test('that lacks what its role asks for stops a build', async () => {
    const file = 'src/nutgraf/Photo/contract.ts';
    const before = site.read(file);
    site.write(file, contract('Photo', photo.replace(", rights: z.enum(['ours', 'no-copies'])", '')));
    const { code, output } = await site.build();
    site.write(file, before);
    expect(code).toBe(1);
    expect(output).toContain('Missing prop “rights” in the contract of <Photo>: expected ours, licensed or no-copies');
  });
});
