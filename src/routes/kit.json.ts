import type { APIRoute } from 'astro';
import { kitFor } from '../outputs/kits.ts';
import { storyPaths } from '../outputs/story-paths.ts';
import { isFree } from '../renderings/kit.ts';
import { pages } from '../stories/address.ts';
import type { Story } from '../stories/story.ts';

export const getStaticPaths = () => storyPaths(({ id }) => pages.kit('kitRecord', id), isFree);

export const GET: APIRoute<{ story: Story }> = async ({ props: { story } }) =>
  new Response(JSON.stringify((await kitFor(story)).record, null, 2), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
