import type { APIRoute } from 'astro';
import { copyFor } from '../outputs/copies.ts';
import { storyPaths } from '../outputs/story-paths.ts';
import { toEmail } from '../renderings/email.ts';
import { pages } from '../stories/address.ts';
import type { Story } from '../stories/story.ts';

export const getStaticPaths = () => storyPaths((story) => pages.storyFile('email', story));

export const GET: APIRoute<{ story: Story }> = async ({ props: { story } }) =>
  new Response(toEmail(await copyFor(story)), { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
