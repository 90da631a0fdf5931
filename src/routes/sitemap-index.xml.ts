import type { APIRoute } from 'astro';
import { address } from 'virtual:nutgraf/site';
import { sitemaps } from '../outputs/sitemaps.ts';
import { lastChanged } from '../outputs/sitemap-plan.ts';
import { toSitemapIndex } from '../renderings/sitemap.ts';
import { addressOf, pages } from '../stories/address.ts';

export const GET: APIRoute = async () => {
  const maps = (await sitemaps()).map(({ part, pages: listed }) => {
    const changed = lastChanged(listed);
    return { url: addressOf(pages.sitemap(part), address) ?? '', ...(changed && { changed }) };
  });
  return new Response(toSitemapIndex(maps), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};
