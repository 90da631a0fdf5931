import type { APIRoute } from 'astro';
import { correctionsFeed } from '../outputs/corrections-feed.ts';
import { toJsonFeed } from '../renderings/json-feed.ts';
import { pages } from '../stories/address.ts';

export const GET: APIRoute = async () =>
  new Response(toJsonFeed(await correctionsFeed(pages.correctionsJson)), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
