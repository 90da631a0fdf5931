import { pictureProps } from '../schema/references.ts';
import { cut, errorAt } from './message.ts';
import type { Message } from './message.ts';
import type { Place } from './place.ts';
import { startOf } from './props.ts';
import type { Visit } from './visits.ts';

/** A picture in a story, by its path from the story’s file. */
export interface PlacedPicture extends Place {
  src: string;
}

/** Addresses by the words that stand for them, as in `[map]: map.png`. */
export type Definitions = ReadonlyMap<string, string>;

/** Of two definitions of the same words, the first one counts. */
export const definitionsIn = (visits: readonly Visit[]): Definitions =>
  new Map(
    visits.flatMap(({ node }) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])).reverse(),
  );

/** The pictures that stand beside a story’s file. */
export const picturesBeside = (visits: readonly Visit[], definitions: Definitions): PlacedPicture[] =>
  visits.flatMap((visit) => [...markdownPicture(visit, definitions), ...propPictures(visit)]);

function markdownPicture({ node }: Visit, definitions: Definitions): PlacedPicture[] {
  const url = addressOf(node, definitions);
  if (url === undefined || isElsewhere(url) || url.startsWith('/')) return [];
  return [{ ...startOf(node), src: picturePath(url) }];
}

function propPictures({ tag }: Visit): PlacedPicture[] {
  if (tag?.kind !== 'component') return [];
  const { node, contract, props } = tag;
  return pictureProps(contract.props, props.values).map(({ src, path }) => ({
    ...(props.places[String(path[0])] ?? startOf(node)),
    src,
  }));
}

/** A picture that is fetched from another host. */
export function checkPicture({ node }: Visit, definitions: Definitions): Message[] {
  const url = addressOf(node, definitions);
  if (url === undefined || !isElsewhere(url)) return [];
  const reason = `Unexpected picture from another host, “${cut(url)}”: expected a file beside the story.`;
  return [errorAt(startOf(node), 'image-local', reason)];
}

function addressOf(node: Visit['node'], definitions: Definitions): string | undefined {
  if (node.type === 'image') return node.url;
  return node.type === 'imageReference' ? (definitions.get(node.identifier) ?? '') : undefined;
}

const isElsewhere = (url: string) => /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url);

/** A picture’s address as a path: Markdown writes a space in it as `%20`. */
export function picturePath(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
