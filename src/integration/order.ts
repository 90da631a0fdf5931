import type { AstroPrerenderer } from 'astro';
import { outputKinds, outputs } from '../outputs/table.ts';
import { patternAt, patternOf } from '../stories/address.ts';
import type { AddressStyle, FeedKind } from '../stories/address.ts';

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

const feeds: FeedKind[] = ['rss', 'atom', 'jsonFeed'];

/**
 * Brings together the outputs of each story, and the formats of each feed, so that its copy is
 * made once for all of them
 * and then forgotten. Astro would render route after route: all Markdown, then all newsletters …
 */
export function inOrder(paths: readonly Path[], style: Pick<AddressStyle, 'prefix' | 'permalink'>): Path[] {
  const patterns = [
    new Map(outputKinds.map((kind) => [patternAt(outputs[kind].pattern, style), 'id'])),
    new Map(feeds.map((kind) => [patternOf(kind, style), '...of'])),
  ];
  const byAddress = Map.groupBy(paths, ({ pathname }) => pathname.replace(/\/$/, ''));
  const groups = Map.groupBy(paths, ({ route, pathname }) => {
    // Of pages at one address the first wins: their order is Astro’s.
    if ((byAddress.get(pathname.replace(/\/$/, '')) ?? []).length > 1) return route.route;
    const at = patterns.findIndex((known) => known.has(route.route));
    const param = route.params.indexOf(patterns[at]?.get(route.route) ?? '');
    // What belongs to no story and no feed stays where it is: in a group of its own kind.
    return at === -1 ? route.route : `${at}:${route.pattern.exec(pathname)?.[param + 1] ?? ''}`;
  });
  return [...groups.values()].flat();
}

/** Astro’s own prerenderer, with paths in our order. */
export const orderedPrerenderer =
  (style: Pick<AddressStyle, 'prefix' | 'permalink'>) =>
  (standard: AstroPrerenderer): AstroPrerenderer => ({
    ...standard,
    name: 'nutgraf',
    getStaticPaths: async () => inOrder(await standard.getStaticPaths(), style),
  });
