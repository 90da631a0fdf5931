import type { APIRoute } from 'astro';
import { options } from 'virtual:nutgraf/site';
import { trustOf } from '../metadata/robots.ts';

export const GET: APIRoute = () =>
  new Response(trustOf(options), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
