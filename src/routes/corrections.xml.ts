import type { APIRoute } from 'astro';
import { correctionsFeed } from '../outputs/corrections-feed.ts';
import { toRss } from '../renderings/rss.ts';
import { pages } from '../stories/address.ts';

export const GET: APIRoute = async () =>
  new Response(toRss(await correctionsFeed(pages.correctionsRss)), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
