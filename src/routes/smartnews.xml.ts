import type { APIRoute } from 'astro';
import { options } from 'virtual:nutgraf/site';
import { siteFeed } from '../outputs/feeds.ts';
import { toSmartFormat } from '../renderings/smart-format.ts';

export const GET: APIRoute = async () => {
  const feed = await siteFeed();
  const logos = options.platforms?.smartNews;
  return new Response(feed && logos ? toSmartFormat(feed, logos) : null, {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
};
