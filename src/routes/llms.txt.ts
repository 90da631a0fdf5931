import type { APIRoute } from 'astro';
import { address, options } from 'virtual:nutgraf/site';
import { llmsOf } from '../metadata/llms.ts';
import { outputPage } from '../outputs/table.ts';
import { allStories } from '../stories/queries.ts';

export const GET: APIRoute = async () =>
  new Response(
    llmsOf(await allStories(), (story) => outputPage('markdown', story), options, address),
    {
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    },
  );
