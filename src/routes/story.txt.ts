import type { APIRoute } from 'astro';
import { copyFor } from '../outputs/copies.ts';
import { storyPaths } from '../outputs/story-paths.ts';
import { wholeOf } from '../renderings/copy.ts';
import { toText } from '../renderings/text.ts';
import { pages } from '../stories/address.ts';
import type { Story } from '../stories/story.ts';

export const getStaticPaths = () => storyPaths((story) => pages.storyFile('text', story));

export const GET: APIRoute<{ story: Story }> = async ({ props: { story } }) =>
  new Response(toText(wholeOf(await copyFor(story))), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
