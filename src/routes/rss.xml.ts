import type { APIRoute } from 'astro';
import { feedFor, feedPaths } from '../outputs/feeds.ts';
import type { FeedPlan } from '../metadata/feeds.ts';
import { toRss } from '../renderings/rss.ts';

export const getStaticPaths = () => feedPaths('rss');

export const GET: APIRoute<{ plan: FeedPlan }> = async ({ props: { plan } }) =>
  new Response(toRss(await feedFor(plan, 'rss')), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
