import type { APIRoute } from 'astro';
import { icons } from 'virtual:nutgraf/brand';
import { iconSizes } from '../metadata/icons.ts';

export const getStaticPaths = () => iconSizes.map((size) => ({ params: { size: String(size) } }));

/** The newsroom’s mark. */
export const GET: APIRoute = ({ params }) =>
  new Response(Buffer.from(icons[Number(params['size'])] ?? '', 'base64'), {
    headers: { 'Content-Type': 'image/png' },
  });
