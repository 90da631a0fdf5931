import type { APIRoute } from 'astro';
import { options } from 'virtual:nutgraf/site';
import { stringsFor } from '../strings/index.ts';
import feed from '../styles/feed.css?inline';
import tokens from '../styles/tokens.css?inline';

/** The style page of feeds, for people who open one in a browser. */
export const GET: APIRoute = () => {
  const note = `:root { --note: ${JSON.stringify(stringsFor(options.lang).copies.feed)} }`;
  return new Response(`${tokens}\n${note}\n${feed}`, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
};
