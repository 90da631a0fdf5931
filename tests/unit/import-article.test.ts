import { rehype } from 'rehype';
import { expect, test } from 'vitest';
import { articleOf, likeness } from '../../src/commands/import/forms/article.ts';
import { html } from '../../src/commands/import/forms/html.ts';
import { wordsIn, wordsOf } from '../../src/commands/import/words.ts';
import { newsPages } from '../support/news-pages.ts';

/** Runs of four words, so that order counts. */
const runs = (words: string[]) => words.map((_, at) => words.slice(at, at + 4).join(' '));

const scores = await Promise.all(
  newsPages.map(async ({ kind, html: markup, text }) => {
    const { items } = await html(new TextEncoder().encode(markup), 'page.html', 'page');
    const { blocks, headline = '' } = await items[0]!.read();
    const words = wordsIn({ type: 'root', children: blocks });
    // The headline may stand above the text.
    const body = words.startsWith(headline) ? words.slice(headline.length) : words;
    return { kind, score: likeness(runs(wordsOf(body)), runs(wordsOf(text))) };
  }),
);

test.each(scores)('$kind: $score', ({ score }) => expect(score).toBeGreaterThan(0.95));

test('all kinds together', () => {
  expect(scores.reduce((sum, { score }) => sum + score, 0) / scores.length).toBeGreaterThan(0.99);
});

test('a page without a body, at which the extractor stops, is taken in', async () => {
  const page = `tml><head><title>A</title></head><!doctype html><h<body><nav>Home</nav><main><article><h1>A</h1><p>${'Words, words. '.repeat(50)}</p></article></main></body></html>`;
  const { items } = await html(new TextEncoder().encode(page), 'page.html', 'page');
  const { blocks } = await items[0]!.read();
  expect(wordsOf(wordsIn({ type: 'root', children: blocks })).filter((word) => word === 'words')).toHaveLength(100);
});

test.each(['', 'words', '{<!doctype html>', '<!-- x -->', '{<script><html><p>Words.</p></html>'])(
  'markup without elements that stay has no article: %j',
  (markup) => {
    expect(articleOf(markup, rehype().parse(markup), undefined)).toBeUndefined();
  },
);
