import { address, options } from 'virtual:nutgraf/site';
import { sitemapsOf } from './sitemap-plan.ts';
import type { SitemapPlan } from './sitemap-plan.ts';
import { pages } from '../stories/address.ts';
import { allStories, imagesOf, storyGroups } from '../stories/queries.ts';
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
  const { topics, authors, outlets, people } = await storyGroups();
  const lists = [
    { page: pages.front, stories },
    ...[...topics.values()].map((group) => ({ page: pages.topic(group.id), stories: group.stories })),
    ...[...authors.values()].map((group) => ({ page: pages.author(group.id), stories: group.stories })),
    ...[...outlets.values()].map((group) => ({ page: pages.outlet(group.id), stories: group.stories })),
    ...[...people.values()].map((group) => ({ page: pages.person(group.id), stories: group.stories })),
  ];
  return sitemapsOf(stories, lists, ({ id }) => pictures.get(id) ?? [], options, address);
}
