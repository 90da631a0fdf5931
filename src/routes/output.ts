import type { APIRoute, GetStaticPaths } from 'astro';
import { options } from 'virtual:nutgraf/site';
import { print } from '../outputs/copies.ts';
import { outputPaths } from '../outputs/paths.ts';
import { shownIn } from '../outputs/shown.ts';
import { contentTypeOf, kindAt, outputs } from '../outputs/table.ts';
import type { OutputKind } from '../outputs/table.ts';
import type { Story } from '../stories/story.ts';

export const getStaticPaths = (({ routePattern }) =>
  outputPaths(kindAt(routePattern, options))) satisfies GetStaticPaths;

/** Every file that is printed: each has a route of its own, and all have this file. */
export const GET: APIRoute<{ story: Story; kind: OutputKind }> = async ({ props: { story, kind } }) =>
  new Response(await print(story, kind, await shownIn(story, kind)), {
    headers: { 'Content-Type': contentTypeOf(outputs[kind].type) },
  });
