import type { APIRoute } from 'astro';
import { options, paintBox } from 'virtual:nutgraf/site';
import { paintFront } from '../outputs/card/paint.ts';

/** What is shown with links to pages that are no story’s. */
export const GET: APIRoute = async () =>
  new Response(await paintFront(options, paintBox), { headers: { 'Content-Type': 'image/png' } });
