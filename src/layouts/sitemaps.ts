import { address, options } from 'virtual:nutgraf/site';
import { sitemapsOf } from './sitemap-plan.ts';
import type { SitemapPlan } from './sitemap-plan.ts';
import { pages } from '../stories/address.ts';
import { allStories, picturesIn, shelves } from '../stories/newsstand.ts';
import { picturesOf } from './copies.ts';

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
              Object.values(await picturesOf(Object.entries(await picturesIn(story)))).map(({ src }) => src),
            ] as const,
        ),
    ),
  );
  const { topics, authors, outlets, people } = await shelves();
  const lists = [
    { page: pages.front, stories },
    ...[...topics.values()].map((shelf) => ({ page: pages.topic(shelf.id), stories: shelf.stories })),
    ...[...authors.values()].map((shelf) => ({ page: pages.author(shelf.id), stories: shelf.stories })),
    ...[...outlets.values()].map((shelf) => ({ page: pages.outlet(shelf.id), stories: shelf.stories })),
    ...[...people.values()].map((shelf) => ({ page: pages.person(shelf.id), stories: shelf.stories })),
  ];
  return sitemapsOf(stories, lists, ({ id }) => pictures.get(id) ?? [], options, address);
}
