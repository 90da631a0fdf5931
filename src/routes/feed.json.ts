import type { APIRoute } from 'astro';
import { feedFor, feedPaths } from '../outputs/feeds.ts';
import type { FeedPlan } from '../metadata/feeds.ts';
import { toJsonFeed } from '../renderings/json-feed.ts';

export const getStaticPaths = () => feedPaths('jsonFeed');

export const GET: APIRoute<{ plan: FeedPlan }> = async ({ props: { plan } }) =>
  new Response(toJsonFeed(await feedFor(plan, 'jsonFeed')), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
