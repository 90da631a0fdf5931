import type { APIRoute } from 'astro';
import { address, options } from 'virtual:nutgraf/site';
import { securityOf } from '../metadata/robots.ts';

export const GET: APIRoute = () =>
  new Response(securityOf(options, address), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
