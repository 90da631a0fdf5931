import type { APIRoute } from 'astro';
import { feedFor } from '../outputs/copies.ts';
import { feedPaths } from '../outputs/feed-paths.ts';
import type { FeedPlan } from '../metadata/feeds.ts';
import { toJsonFeed } from '../renderings/json-feed.ts';

export const getStaticPaths = () => feedPaths('jsonFeed');

export const GET: APIRoute<{ plan: FeedPlan }> = async ({ props: { plan } }) =>
  new Response(toJsonFeed(await feedFor(plan, 'jsonFeed')), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
