import type { APIRoute } from 'astro';
import { allSearchRecords } from '../outputs/search-records.ts';

/** What the search is made of at the end of a build; it does not stay on the site. */
export const GET: APIRoute = async () => Response.json(await allSearchRecords());
