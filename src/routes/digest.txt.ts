import type { APIRoute } from 'astro';
import { options } from 'virtual:nutgraf/site';
import { digestIn, digestPaths } from '../outputs/digest.ts';
import { toMailText } from '../renderings/letter.ts';
import { pages } from '../stories/address.ts';

export const getStaticPaths = () => digestPaths(pages.digestText);

export const GET: APIRoute<{ lang: string }> = async ({ props: { lang } }) =>
  new Response(toMailText(await digestIn(lang), options), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
