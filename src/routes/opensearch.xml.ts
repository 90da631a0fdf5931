import type { APIRoute } from 'astro';
import { address, options } from 'virtual:nutgraf/site';
import { toOpenSearch } from '../renderings/open-search.ts';

export const GET: APIRoute = () =>
  new Response(toOpenSearch(options, address), {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
