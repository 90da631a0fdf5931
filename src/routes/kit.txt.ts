import type { APIRoute } from 'astro';
import { kitFor } from '../outputs/kits.ts';
import { storyPaths } from '../outputs/story-paths.ts';
import { isFree } from '../renderings/kit.ts';
import { toText } from '../renderings/text.ts';
import { pages } from '../stories/address.ts';
import type { Story } from '../stories/story.ts';

export const getStaticPaths = () => storyPaths(({ id }) => pages.kit('kitText', id), isFree);

export const GET: APIRoute<{ story: Story }> = async ({ props: { story } }) =>
  new Response(toText((await kitFor(story)).copy), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
