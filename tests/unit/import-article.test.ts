import { rehype } from 'rehype';
import type { Nodes } from 'hast';
import { expect, test } from 'vitest';
import { articleOf, likeness } from '../../src/commands/import/article.ts';
import { wordsOf } from '../../src/commands/import/words.ts';
import { newsPages } from '../support/news-pages.ts';

/** Runs of four words, so that order counts. */
const runs = (words: string[]) => words.map((_, at) => words.slice(at, at + 4).join(' '));
const textIn = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? (node.children as Nodes[]).map(textIn).join(' ') : '';

const scores = newsPages.map(({ kind, html, text }) => {
  const page = rehype().parse(html);
  const said = /"articleBody":("(?:[^"\\]|\\.)*")/.exec(html)?.[1];
  const found = articleOf(html, page, said && (JSON.parse(said) as string)) ?? page;
  return { kind, score: likeness(runs(wordsOf(textIn(found))), runs(wordsOf(text))) };
});

test.each(scores)('$kind: $score', ({ score }) => expect(score).toBeGreaterThan(0.95));

test('all kinds together', () => {
  expect(scores.reduce((sum, { score }) => sum + score, 0) / scores.length).toBeGreaterThan(0.99);
});
