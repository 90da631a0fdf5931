import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scriptsOf } from '../support/scripts.ts';
import { makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';
import { messagesIn } from './messages.ts';

/** What a story or a registry may say stays text, wherever a page shows it. */

const breakout = '</script><script>alert(1)</script>"\'><img src=x onerror=alert(1)> & {1} ${2}';
const yaml = JSON.stringify(breakout);
const prop = breakout.replaceAll('"', '&quot;');

const story = `---
headline: ${yaml}
description: ${yaml}
published: 2026-01-08
authors: [desk]
topics: [cities]
sources:
  wire: { outlet: reuters, by: jane-doe, title: ${yaml}, description: ${yaml}, url: "https://example.org/\\"><script>alert(1)</script>" }
  name: { name: ${yaml} }
firstPublished: { outlet: reuters, headline: ${yaml}, url: "https://example.org/</script>" }
licence: { name: ${yaml} }
---
Text &lt;script&gt;alert(1)&lt;/script&gt;, \\<script>, \`<script>alert(1)</script>\`, {'<script>alert(1)</script>'}, {"<img src=x onerror=alert(1)>"}.

[A link](https://example.org/"onclick="alert(1) "&quot; onclick=&quot;alert(1)") and <a href="https://example.org/&quot; onclick=&quot;alert(1)" title="&quot; onclick=&quot;alert(1)">one more</a>, says <Source id="wire">{'<script>alert(1)</script>'}</Source> and <Source id="name" />.

![" onerror="alert(1)](<a picture 100%.png> "&quot; onload=&quot;alert(1)")

## A heading with &lt;script&gt; and {'" id="x'}

<WhyItMatters title="${prop}">
Text.
</WhyItMatters>

<Timeline title={'<script>alert(1)</script>'}>
<Event when="${prop}">Text.</Event>
</Timeline>

<Officials>
<Statement by="jane-doe" source="wire" side="${prop}" on="${prop}">
Words.
</Statement>
</Officials>
`;

/** The least that is a picture: one grey dot. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

let site: Site;
let built: Awaited<ReturnType<Site['build']>>;

beforeAll(async () => {
  site = makeSite({
    'content/explainers/hostile/index.mdx': story,
    'content/outlets/reuters.yaml': `name: ${yaml}\nkind: agency\nurl: "https://example.org/\\"><script>"\n`,
    'content/people/jane-doe.yaml': `name: ${yaml}\nroles:\n  - { title: ${yaml} }\n`,
    'content/authors/desk.yaml': `name: ${yaml}\n`,
    'content/topics/cities.yaml': `name: ${yaml}\ndescription: ${yaml}\n`,
  });
  writeFileSync(join(site.root, 'content/explainers/hostile/a picture 100%.png'), Buffer.from(png, 'base64'));
  built = await site.build();
});
afterAll(() => site.dispose());

test('builds', () => {
  expect(messagesIn(built.output)).toEqual(new Map());
  expect(built.code).toBe(0);
});

test.each(['dist/hostile/index.html', 'dist/index.html'])('%s has no markup but its own', (path) => {
  const { document } = parseHTML(site.read(path));
  expect(scriptsOf(document)).toEqual([]);
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/);
      // An empty picture keeps browsers from asking for one.
      if (value !== 'data:,') expect(value).not.toMatch(/^\s*(javascript|data|vbscript):/i);
    }
  }
  expect(
    [...document.querySelectorAll('img')].map((image) => image.getAttribute('src')).filter((src) => src === 'x'),
  ).toEqual([]);
});

test('what was typed is there to be read', () => {
  const { document } = parseHTML(site.read('dist/hostile/index.html'));
  expect(document.querySelector('h1')?.textContent).toBe(breakout);
  expect(document.querySelector('title')?.textContent).toContain(breakout);
  expect(document.querySelector('meta[name=description]')?.getAttribute('content')).toBe(breakout);
  const text = document.querySelector('article')?.textContent ?? '';
  expect(text).toContain(
    'Text <script>alert(1)</script>, <script>, <script>alert(1)</script>, <script>alert(1)</script>, <img src=x onerror=alert(1)>.',
  );
  expect([...document.querySelectorAll('article img')].map((image) => image.getAttribute('alt'))).toContain(
    '" onerror="alert(1)',
  );
});

test('JSON-LD holds it whole', () => {
  const { document } = parseHTML(site.read('dist/hostile/index.html'));
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  expect(scripts).toHaveLength(1);
  const { '@graph': graph } = JSON.parse(scripts[0]!.textContent) as { '@graph': unknown[] };
  const [article] = graph;
  expect(article).toMatchObject({
    headline: breakout,
    description: breakout,
    author: [{ name: breakout }],
    isBasedOn: { headline: breakout, publisher: { name: breakout } },
  });
});
