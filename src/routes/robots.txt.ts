import type { APIRoute } from 'astro';
import { address, options } from 'virtual:nutgraf/site';
import { robotsOf } from '../metadata/robots.ts';
import { addressOf, pages } from '../stories/address.ts';

export const GET: APIRoute = () =>
  new Response(
    robotsOf(options, {
      sitemap: addressOf(pages.sitemapIndex, address),
      rsl: options.rsl ?? (options.aiCrawlers && addressOf(pages.rsl, address)),
    }),
    {
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    },
  );
