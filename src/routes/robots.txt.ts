import type { APIRoute } from 'astro';
import { address, options } from 'virtual:nutgraf/site';
import { robotsOf } from '../metadata/robots.ts';
import { addressOf, pages } from '../stories/address.ts';

export const GET: APIRoute = () =>
  new Response(robotsOf(options, addressOf(pages.sitemapIndex, address)), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
