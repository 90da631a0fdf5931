import type { APIRoute } from 'astro';
import { copyFor } from '../outputs/copies.ts';
import { storyPaths } from '../outputs/story-paths.ts';
import { wholeOf } from '../renderings/copy.ts';
import { toMarkdown } from '../renderings/markdown.ts';
import { pages } from '../stories/address.ts';
import type { Story } from '../stories/story.ts';

export const getStaticPaths = () => storyPaths((story) => pages.storyFile('markdown', story));

export const GET: APIRoute<{ story: Story }> = async ({ props: { story } }) =>
  new Response(toMarkdown(wholeOf(await copyFor(story))), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
