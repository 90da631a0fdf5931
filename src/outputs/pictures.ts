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
import { CARD } from './card/size.ts';
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
  const shown = first && (await picturesOf([[first.src, pictures[first.src]!]]))[first.src];
  return shown && { ...shown, alt: first.alt };
}

/** The card of a story, where it has one. */
export function cardOfStory(story: Story): CardPicture | undefined {
  const src = hasOutput('card', story, options) ? addressOf(outputPage('card', story), address) : undefined;
  return src ? { src, ...CARD, alt: `${story.headline} · ${inLanguage(options, story.lang).name}` } : undefined;
}
