import type { APIRoute } from 'astro';
import { sitemaps } from '../outputs/sitemaps.ts';
import type { SitemapPlan } from '../outputs/sitemap-plan.ts';
import { toSitemap } from '../renderings/sitemap.ts';

export const getStaticPaths = async () =>
  (await sitemaps()).map((plan) => ({ params: { part: plan.part }, props: { plan } }));

export const GET: APIRoute<{ plan: SitemapPlan }> = ({ props: { plan } }) =>
  new Response(toSitemap(plan.pages), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
