import type { APIRoute } from 'astro';
import { options } from 'virtual:nutgraf/site';
import { toRsl } from '../renderings/rsl.ts';

export const GET: APIRoute = () =>
  new Response(toRsl(options), { headers: { 'Content-Type': 'application/rsl+xml; charset=utf-8' } });
