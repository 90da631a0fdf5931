import type { APIRoute } from 'astro';
import { options } from 'virtual:nutgraf/site';
import { digestIn, digestPaths } from '../outputs/digest.ts';
import { toMail } from '../renderings/letter.ts';
import { pages } from '../stories/address.ts';

export const getStaticPaths = () => digestPaths(pages.digest);

export const GET: APIRoute<{ lang: string }> = async ({ props: { lang } }) =>
  new Response(toMail(await digestIn(lang), options), { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
