import { address, options } from 'virtual:nutgraf/site';
import { sitemapsOf } from './sitemap-plan.ts';
import type { ListedPage, SitemapPlan } from './sitemap-plan.ts';
import { pages } from '../stories/address.ts';
import type { Page } from '../stories/address.ts';
import {
  allLanguages,
  allNotes,
  allPolicies,
  allStories,
  allTerms,
  imagesOf,
  storyGroups,
} from '../stories/queries.ts';
import type { Story, Text } from '../stories/story.ts';
import { baseOf } from '../strings/intl.ts';
import { picturesOf } from './pictures.ts';

/** The sitemaps of the site; one whose own address is not set has none. */
export async function sitemaps(): Promise<SitemapPlan[]> {
  if (!address.site) return [];
  const stories = await allStories();
  const pictures = new Map(
    await Promise.all(
      stories
        .filter(({ document }) => document.images.length)
        .map(
          async (story) =>
            [
              story.id,
              Object.values(await picturesOf(Object.entries(await imagesOf(story)))).map(({ src }) => src),
            ] as const,
        ),
    ),
  );
  return sitemapsOf(stories, await listedPages(stories), ({ id }) => pictures.get(id) ?? [], options, address);
}

/** Every page that wants readers and is no story; the search, and what is for the newsroom, want none. */
async function listedPages(stories: readonly Story[]): Promise<ListedPage[]> {
  const { topics, authors, outlets, people, months } = await storyGroups();
  const [, ...languages] = await allLanguages();
  const byMonth = [...months.values()].map(({ id, stories: all }) => ({ id, stories: all }));
  const years = [...Map.groupBy(byMonth, ({ id }) => id.slice(0, 4))];
  const [policies, own, notes, terms] = await Promise.all([
    allPolicies(),
    allPolicies('pages'),
    allNotes(),
    allTerms(),
  ]);
  const dated = (texts: readonly Text[], pageOf: (id: string) => Page): ListedPage[] =>
    texts.map(({ id, published, updated = published }) => ({ page: pageOf(id), changed: updated }));
  return [
    { page: pages.front, stories },
    ...languages.map((lang) => ({
      page: pages.language(lang),
      stories: stories.filter((story) => baseOf(story.lang) === lang),
    })),
    ...[pages.topics, pages.authors, pages.outlets, pages.people, pages.archive].map((page) => ({ page, stories })),
    ...years.map(([year, ofYear]) => ({ page: pages.year(year), stories: ofYear.flatMap((one) => one.stories) })),
    ...byMonth.map(({ id, stories: all }) => ({ page: pages.month(id.slice(0, 4), id.slice(5)), stories: all })),
    { page: pages.policies, changed: latest(policies.map(({ published, updated = published }) => updated)) },
    {
      page: pages.corrections,
      changed: latest(stories.flatMap(({ corrections }) => corrections.map(({ date }) => date))),
    },
    ...[pages.labels, ...(terms.length ? [pages.terms] : [])].map((page) => ({ page })),
    ...dated(policies, pages.policy),
    ...dated(own, pages.page),
    ...dated(notes, pages.note),
    ...[...topics.values()].map((group) => ({ page: pages.topic(group.id), stories: group.stories })),
    ...[...authors.values()].map((group) => ({ page: pages.author(group.id), stories: group.stories })),
    ...[...outlets.values()].map((group) => ({ page: pages.outlet(group.id), stories: group.stories })),
    ...[...people.values()].map((group) => ({ page: pages.person(group.id), stories: group.stories })),
  ];
}

const latest = (dates: readonly string[]): string | undefined => dates.toSorted().at(-1);
