import { expect, test } from 'vitest';
import { pageOfStory, paramsOf, pathOf } from '../../src/stories/address.ts';
import { isSamePage, navigationOf } from '../../src/stories/navigation.ts';
import { address, optionsWith } from '../support/stories.ts';

const below = { ...address, base: '/news', prefix: '/explainers/' };

test('the links at the head of a page are the newsroom’s, with its paths where the site has its pages', () => {
  const navigation = [
    { label: 'Trade', to: '/topics/trade/#latest' },
    { label: 'Shop', to: 'https://shop.example/a/' },
  ];
  expect(navigationOf(optionsWith({ navigation }), below, [{ id: 'law', name: 'Law' }])).toEqual([
    { label: 'Trade', href: '/news/explainers/topics/trade/#latest' },
    { label: 'Shop', href: 'https://shop.example/a/' },
  ]);
});

test('a newsroom that names none has its sections there', () =>
  expect(navigationOf(optionsWith(), below, [{ id: 'law', name: 'Law' }])).toEqual([
    { label: 'Law', href: '/news/explainers/topics/law/' },
  ]));

test.each([
  ['/topics/law/', '/topics/law', true],
  ['/topics/law/', '/topics/law/index.html', true],
  ['/topics/law.html', '/topics/law', true],
  ['/', '/index.html', true],
  ['/topics/%D9%82/', '/topics/ق/', true],
  ['/topics/law/', '/topics/law/2/', false],
])('%s and %s: the same page is %s', (a, b, same) => expect(isSamePage(a, b)).toBe(same));

test('what is made of a story is beside it, by the day that the writer gave', () => {
  const page = pageOfStory('[story]/story.json', { id: 'a-call', published: '2026-01-08T23:00:00-05:00' });
  const dated = { ...address, permalink: '/:year/:month/:day/:slug/' };
  expect(page.kind).toBe('output');
  expect(pathOf(page, dated)).toBe('/2026/01/08/a-call/story.json');
  expect(paramsOf(page, dated)).toEqual({ year: '2026', month: '01', day: '08', id: 'a-call' });
});
