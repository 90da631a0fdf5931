import type { APIRoute, GetStaticPaths } from 'astro';
import { address, options } from 'virtual:nutgraf/site';
import { copyFor } from '../outputs/copies.ts';
import { outputPaths } from '../outputs/paths.ts';
import { contentTypeOf, kindAt, outputs } from '../outputs/table.ts';
import type { OutputKind } from '../outputs/table.ts';
import type { Story } from '../stories/story.ts';

export const getStaticPaths = (({ routePattern }) =>
  outputPaths(kindAt(routePattern, options))) satisfies GetStaticPaths;

/** Every output that is printed: each has a route of its own, and all have this file. */
export const GET: APIRoute<{ story: Story; kind: OutputKind }> = async ({ props: { story, kind } }) => {
  const output = outputs[kind];
  if (!('printer' in output)) throw new Error(`The output “${kind}” has no printer: its route is ${output.route}.`);
  const { print } = await output.printer();
  return new Response(print(await copyFor(story, output.shows), options, address), {
    headers: { 'Content-Type': contentTypeOf(output.type) },
  });
};
