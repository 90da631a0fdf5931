import type { APIRoute } from 'astro';
import { address, options } from 'virtual:nutgraf/site';
import { manifestOf } from '../metadata/manifest.ts';

export const GET: APIRoute = () =>
  new Response(JSON.stringify(manifestOf(options, address)), {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
  });
