import { plains } from 'virtual:nutgraf/components';
import { address, options } from 'virtual:nutgraf/site';
import { getImage } from 'astro:assets';
import type { ImageMetadata } from 'astro';
import type { CardPicture } from '../metadata/head.ts';
import { instantOf } from '../metadata/instant.ts';
import type { FeedPlan } from '../metadata/feeds.ts';
import { contextOf } from '../renderings/context.ts';
import { belowHeadline, copyOf } from '../renderings/copy.ts';
import type { CopiedPicture, Copy } from '../renderings/copy.ts';
import type { Feed } from '../renderings/feed.ts';
import { toHtml } from '../renderings/html.ts';
import { picturesIn } from '../renderings/kit.ts';
import { toPlain } from '../renderings/plain.ts';
import { addressOf, pages, pathOf } from '../stories/address.ts';
import type { FeedKind } from '../stories/address.ts';
import { imagesOf, treeOf } from '../stories/queries.ts';
import type { Body } from '../stories/queries.ts';
import type { Story } from '../stories/story.ts';

/** A story as it leaves the site. @param mayHave which of its pictures the copy may have; others are told in words. */
export async function copyFor(story: Story, mayHave: (src: string) => boolean = () => true): Promise<Copy> {
  const pictures = await imagesOf(story);
  const plain = toPlain(treeOf(story), plains, contextOf(story));
  return copyOf(
    story,
    plain,
    await picturesOf(Object.entries(pictures).filter(([src]) => mayHave(src))),
    options,
    address,
  );
}

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

/** A feed with its full texts. */
export async function feedFor(
  { of, title, description, lang, home, stories, pictures }: FeedPlan,
  kind: FeedKind,
): Promise<Feed> {
  const items = stories.map(async (story) => {
    const { headline, description: summary, published, updated = published, authors, topics, licence } = story;
    return {
      url: addressOf(pages.story(story), address) ?? '',
      title: headline,
      summary,
      html: toHtml(belowHeadline(await copyFor(story, () => pictures))),
      lang: story.lang,
      authors,
      topics,
      published: instantOf(published, options.timeZone),
      updated: instantOf(updated, options.timeZone),
      ...(licence && { licence }),
    };
  });
  return {
    title,
    description,
    lang,
    publisher: options.name,
    home: addressOf(home, address) ?? '',
    self: addressOf(pages.feed(kind, of), address) ?? '',
    style: pathOf(pages.feedStyle, address),
    items: await Promise.all(items),
  };
}

/** A story’s first picture, for links to it elsewhere: one that copies may have, and that is no drawing that other sites do not show. */
export async function cardPictureOf({
  tree,
  pictures,
}: Pick<Body, 'tree' | 'pictures'>): Promise<CardPicture | undefined> {
  if (!Object.keys(pictures).length) return undefined;
  const first = picturesIn(tree).find(
    ({ src, rights }) => rights !== 'no-copies' && pictures[src] && pictures[src].format !== 'svg',
  );
  const shown = first && (await picturesOf([[first.src, pictures[first.src]!]]))[first.src];
  return shown && { ...shown, alt: first.alt };
}
