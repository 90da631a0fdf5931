import type { APIRoute } from 'astro';
import { kitFor } from '../outputs/kits.ts';
import { storyPaths } from '../outputs/story-paths.ts';
import { isFree } from '../renderings/kit.ts';
import { toMarkdown } from '../renderings/markdown.ts';
import { pages } from '../stories/address.ts';
import type { Story } from '../stories/story.ts';

export const getStaticPaths = () => storyPaths(({ id }) => pages.kit('kitMarkdown', id), isFree);

export const GET: APIRoute<{ story: Story }> = async ({ props: { story } }) =>
  new Response(toMarkdown((await kitFor(story)).copy), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
