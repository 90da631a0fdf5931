import type { AstroPrerenderer } from 'astro';
import { outputKinds, outputs } from '../outputs/table.ts';
import type { OutputKind } from '../outputs/table.ts';
import { patternAt, patternOf } from '../stories/address.ts';
import type { AddressStyle, FeedKind } from '../stories/address.ts';
import { hasStory } from './shard.ts';
import type { Shard } from './shard.ts';

/** What is to be made: a path, and the route that makes it. */
export type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

type Style = Pick<AddressStyle, 'prefix' | 'permalink'>;

const feeds: FeedKind[] = ['rss', 'atom', 'jsonFeed'];

const addressOf = ({ pathname }: Path) => pathname.replace(/\/$/, '');

/** What a path has in a place of its route’s pattern. */
const paramOf = ({ route, pathname }: Path, param: string): string =>
  route.pattern.exec(pathname)?.[route.params.indexOf(param) + 1] ?? '';

/** Whether no other path has the address of one; of several Astro takes the first, and says so. */
export function aloneAmong(paths: readonly Path[]): (path: Path) => boolean {
  const times = new Map<string, number>();
  for (const path of paths) times.set(addressOf(path), (times.get(addressOf(path)) ?? 0) + 1);
  return (path) => times.get(addressOf(path)) === 1;
}

/**
 * Brings together the outputs of each story, and the formats of each feed, so that its copy is
 * made once for all of them
 * and then forgotten. Astro would render route after route: all Markdown, then all newsletters …
 */
export function inOrder(paths: readonly Path[], style: Style): Path[] {
  const patterns = [
    new Map(outputKinds.map((kind) => [patternAt(outputs[kind].pattern, style), 'id'])),
    new Map(feeds.map((kind) => [patternOf(kind, style), '...of'])),
  ];
  const isAlone = aloneAmong(paths);
  const groups = Map.groupBy(paths, (path) => {
    const { route } = path.route;
    if (!isAlone(path)) return route;
    const at = patterns.findIndex((known) => known.has(route));
    // What belongs to no story and no feed stays where it is: in a group of its own kind.
    return at === -1 ? route : `${at}:${paramOf(path, patterns[at]?.get(route) ?? '')}`;
  });
  return [...groups.values()].flat();
}

/** The paths of the stories that a part of an archive has, each in all its outputs, and no others. */
export function pathsIn(shard: Shard, paths: readonly Path[], style: Style): Path[] {
  const patterns = new Set(outputKinds.map((kind) => patternAt(outputs[kind].pattern, style)));
  return paths.filter((path) => patterns.has(path.route.route) && hasStory(shard, paramOf(path, 'id')));
}

/** The paths that are printed, by the id of their story. */
export function printedAmong(paths: readonly Path[], style: Style): Map<string, { path: Path; kind: OutputKind }[]> {
  const kinds = new Map(
    outputKinds.flatMap((kind) => ('shows' in outputs[kind] ? [[patternAt(outputs[kind].pattern, style), kind]] : [])),
  );
  const printed = new Map<string, { path: Path; kind: OutputKind }[]>();
  for (const path of paths) {
    const kind = kinds.get(path.route.route);
    if (!kind) continue;
    const id = paramOf(path, 'id');
    printed.set(id, [...(printed.get(id) ?? []), { path, kind }]);
  }
  return printed;
}
