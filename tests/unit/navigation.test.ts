import { expect, test } from 'vitest';
import { pageOfStory, paramsOf, pathOf } from '../../src/stories/address.ts';
import { navigationOf } from '../../src/stories/navigation.ts';
import { address, optionsWith } from '../support/stories.ts';

const below = { ...address, base: '/news', prefix: '/explainers/' };

test('the links at the head of a page are the newsroom’s, with its paths where the site has its pages', () => {
  const navigation = [
    { label: 'Trade', to: '/topics/trade/#latest' },
    { label: 'Shop', to: 'https://shop.example/a/' },
  ];
  expect(navigationOf(optionsWith({ navigation }), below, 'en')).toEqual([
    { label: 'Trade', href: '/news/explainers/topics/trade/#latest' },
    { label: 'Shop', href: 'https://shop.example/a/' },
  ]);
});

test('a newsroom that names none has one to its search, in the language of the page', () => {
  expect(navigationOf(optionsWith(), below, 'en')).toEqual([{ label: 'Search', href: '/news/explainers/search/' }]);
  const [spanish] = navigationOf(optionsWith(), address, 'es');
  expect(spanish).toEqual({ label: expect.stringMatching(/^Bu/) as string, href: '/es/search/' });
});

test('a site without a search has no links that nobody named', () =>
  expect(navigationOf(optionsWith({ search: false }), address, 'en')).toEqual([]));

test('what is made of a story is beside it, by the day that the writer gave', () => {
  const page = pageOfStory('[story]/story.json', { id: 'a-call', published: '2026-01-08T23:00:00-05:00' });
  const dated = { ...address, permalink: '/:year/:month/:day/:slug/' };
  expect(page.kind).toBe('output');
  expect(pathOf(page, dated)).toBe('/2026/01/08/a-call/story.json');
  expect(paramsOf(page, dated)).toEqual({ year: '2026', month: '01', day: '08', id: 'a-call' });
});
