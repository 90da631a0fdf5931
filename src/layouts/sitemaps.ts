import { address, options } from 'virtual:nutgraf/site';
import { sitemapsOf } from './sitemap-plan.ts';
import type { SitemapPlan } from './sitemap-plan.ts';
import { allStories, bodyOf } from '../stories/newsstand.ts';
import { picturesOf } from './copies.ts';

/** The sitemaps of the site; one whose own address is not set has none. */
export async function sitemaps(): Promise<SitemapPlan[]> {
  if (!address.site) return [];
  const stories = await allStories();
  const pictures = new Map(
    await Promise.all(
      stories
        .filter(({ document }) => document.images.length)
        .map(async (story) => [story.id, Object.values(await picturesOf(Object.entries((await bodyOf(story)).pictures))).map(({ src }) => src)] as const),
    ),
  );
  return sitemapsOf(stories, ({ id }) => pictures.get(id) ?? [], options, address);
}
