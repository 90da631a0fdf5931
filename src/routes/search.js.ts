import type { APIRoute } from 'astro';
import { search } from '../browser/search.ts';

/** The function as it is written: it uses nothing around it. */
export const GET: APIRoute = () =>
  new Response(`(${search.toString()})();\n`, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
