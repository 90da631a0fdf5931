import type { APIRoute } from 'astro';
import { feedFor, feedPaths } from '../outputs/feeds.ts';
import type { FeedPlan } from '../metadata/feeds.ts';
import { toAtom } from '../renderings/atom.ts';

export const getStaticPaths = () => feedPaths('atom');

export const GET: APIRoute<{ plan: FeedPlan }> = async ({ props: { plan } }) =>
  new Response(toAtom(await feedFor(plan, 'atom')), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
