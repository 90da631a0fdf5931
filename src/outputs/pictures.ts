import { address, options } from 'virtual:nutgraf/site';
import { getImage } from 'astro:assets';
import type { ImageMetadata } from 'astro';
import type { CardPicture } from '../metadata/head.ts';
import type { CopiedPicture } from '../renderings/copy.ts';
import { picturesIn } from '../renderings/pictures.ts';
import { inLanguage } from '../schema/translations.ts';
import { addressOf } from '../stories/address.ts';
import type { Body } from '../stories/queries.ts';
import type { Story } from '../stories/story.ts';
import { CARD } from '../metadata/card.ts';
import { hasOutput, outputPage } from './table.ts';

/** Pictures as every browser and mail program reads them, by the paths that the story gave them. */
export async function picturesOf(
  pictures: [path: string, src: ImageMetadata][],
): Promise<Record<string, CopiedPicture>> {
  const copied = pictures.map(async ([path, src]) => {
    const { at, width, height } = await inCopies(src);
    return [path, { src: new URL(at, address.site ?? 'http://localhost').href, width, height }] as const;
  });
  return Object.fromEntries(await Promise.all(copied));
}

async function inCopies(src: ImageMetadata) {
  // Astro makes no other sizes of drawings, and none are needed.
  if (src.format === 'svg') return { at: src.src, width: src.width, height: src.height };
  const format = src.format === 'png' || src.format === 'gif' ? src.format : 'jpg';
  const { src: at, attributes } = await getImage({ src, format, width: Math.min(src.width, 1200) });
  return { at, width: Number(attributes['width']), height: Number(attributes['height']) };
}

/**
 * A story’s own picture, else the first in it, for links to it elsewhere: one that copies may have, and that is no
 * drawing that other sites do not show.
 */
export async function cardPictureOf(
  story: Pick<Story, 'picture'>,
  { tree, pictures }: Pick<Body, 'tree' | 'pictures'>,
): Promise<CardPicture | undefined> {
  if (!Object.keys(pictures).length) return undefined;
  const first = picturesIn(tree, story).find(
    ({ src, rights }) => rights !== 'no-copies' && pictures[src] && pictures[src].format !== 'svg',
  );
  if (!first) return undefined;
  const src = pictures[first.src]!;
  const shown = (await picturesOf([[first.src, src]]))[first.src]!;
  return { ...shown, alt: first.alt, crops: await cropsOf(src, story.picture?.focus) };
}

/** A picture in the shapes that Google asks for (developers.google.com, “Article structured data”), never enlarged. */
async function cropsOf(src: ImageMetadata, focus?: string): Promise<string[]> {
  const crops = [1, 4 / 3, 16 / 9].map(async (ratio) => {
    const width = Math.min(CARD.width, src.width, Math.floor(src.height * ratio));
    const size = { width, height: Math.round(width / ratio) };
    const { src: at } = await getImage({ src, format: 'jpg', ...size, fit: 'cover', position: edgeOf(focus) });
    return new URL(at, address.site ?? 'http://localhost').href;
  });
  return Promise.all(crops);
}

/** Where a crop is to lie, as sharp says it: it knows edges and corners, and no points. */
function edgeOf(focus = '50% 50%'): string {
  const [across = 50, down = 50] = focus.split(' ').map(Number.parseFloat);
  const edge = (at: number, [first, last]: [string, string]) => (at < 34 ? first : at > 66 ? last : '');
  return [edge(across, ['left', 'right']), edge(down, ['top', 'bottom'])].filter(Boolean).join(' ') || 'centre';
}

/** The card of a story, where it has one. */
export function cardOfStory(story: Story): CardPicture | undefined {
  const src = hasOutput('card', story, options) ? addressOf(outputPage('card', story), address) : undefined;
  return src ? { src, ...CARD, alt: `${story.headline} · ${inLanguage(options, story.lang).name}` } : undefined;
}
