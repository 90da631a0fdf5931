import type { APIRoute } from 'astro';
import { address, options } from 'virtual:nutgraf/site';
import { keysFile } from '../outputs/keys-file.ts';
import { addressOf, pages } from '../stories/address.ts';

export const GET: APIRoute = () =>
  new Response(keysFile(options, addressOf(pages.correctionsJson, address)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
