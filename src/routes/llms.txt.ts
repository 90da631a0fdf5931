import type { APIRoute } from 'astro';
import { address, options } from 'virtual:nutgraf/site';
import { llmsOf } from '../metadata/llms.ts';
import { isMade, outputPage } from '../outputs/table.ts';
import { allStories } from '../stories/queries.ts';

/** As Markdown, where stories are to be had as that. */
const kind = isMade('markdown', options) ? 'markdown' : 'story';

export const GET: APIRoute = async () =>
  new Response(
    llmsOf(await allStories(), (story) => outputPage(kind, story), options, address),
    {
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    },
  );
