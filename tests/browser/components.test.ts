import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse } from '../support/browsed.ts';
import type { Browsed } from '../support/browsed.ts';
import { longWord } from '../support/lengths.ts';
import { contracts, exampleFrontmatter, newsroomFiles } from '../support/newsroom.ts';
import { auditAxe, overflows } from '../support/page.ts';

/** A story in which every component stands once, with its example, and one of names and words that are too long. */

const longName = 'International Earth Rotation and Reference Systems Service of the World';

let browsed: Browsed;

beforeAll(async () => {
  const examples = [...contracts.values()].map(({ example }) => example).join('\n\n');
  browsed = await browse({
    ...newsroomFiles(),
    'content/explainers/all.mdx': `${exampleFrontmatter}\n${examples}\n`,
    'content/explainers/long.mdx': `---
headline: On ${longWord}
description: It is about ${longWord}.
published: 2026-01-08
authors: [desk]
sources:
  service: { name: ${longName}, kind: document }
  word: { name: ${longWord}, kind: document }
---

<KeyPoints>
- ${longWord}
</KeyPoints>

The clock was said to be right by <Source id="service" />, and then by <Source id="service" />; so it was said by <Source id="word" />.

<InNumbers>
<Number value="${longWord}" source="word">
${longWord}
</Number>
</InNumbers>

<WhatsNext>
<Step when="${longWord}">
${longWord} <Source id="word" />
</Step>
</WhatsNext>
`,
  });
});

afterAll(() => browsed?.close());

test.each([
  // Colours are the same at all widths.
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const)('has no accessibility violation at $width px, $colorScheme', async ({ width, colorScheme }) => {
  const page = await browsed.browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  await page.goto(`${browsed.url}all/`);
  expect(await auditAxe(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa'])).toEqual([]);
  await page.close();
});

test.each(['all', 'long'])('the story “%s” does not scroll sideways at 320 px', async (story) => {
  const page = await browsed.browser.newPage({ viewport: { width: 320, height: 700 } });
  await page.goto(`${browsed.url}${story}/`);
  expect(await overflows(page)).toEqual([]);
  await page.close();
});

test('the badge of a long name breaks like words, and leaves neither its shape nor its number alone', async () => {
  const page = await browsed.browser.newPage({ viewport: { width: 320, height: 700 } });
  await page.goto(`${browsed.url}long/`);
  const badges = await page.locator('.body .badge').evaluateAll((all) =>
    all.map((badge) => {
      const name = [...badge.querySelector('span')!.getClientRects()];
      const number = badge.querySelector('sup')!.getBoundingClientRect();
      return {
        lines: name.length,
        // Its number is beside its last word.
        ends: Math.abs(name.at(-1)!.right - number.left) < 6,
      };
    }),
  );
  expect(badges[0]!.lines).toBeGreaterThan(1);
  expect(badges.map(({ ends }) => ends)).toEqual([true, true, true]);
  await page.close();
});

test('heads of tables stand at the foot of their row', async () => {
  const page = await browsed.browser.newPage();
  await page.goto(`${browsed.url}all/`);
  expect(
    await page
      .locator('thead th')
      .first()
      .evaluate((head) => getComputedStyle(head).verticalAlign),
  ).toBe('bottom');
  await page.close();
});
