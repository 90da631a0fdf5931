import type { APIRoute } from 'astro';
import { toKitHtml } from '../outputs/kits.ts';
import { storyPaths } from '../outputs/story-paths.ts';
import { isFree } from '../renderings/kit.ts';
import { pages } from '../stories/address.ts';
import type { Story } from '../stories/story.ts';

export const getStaticPaths = () => storyPaths(({ id }) => pages.kit('kitHtml', id), isFree);

export const GET: APIRoute<{ story: Story }> = async ({ props: { story } }) =>
  new Response(await toKitHtml(story), { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
