import { fileOf } from '../astro/picture-colour.ts';
import type { CopiedPicture, Copy } from '../renderings/copy.ts';
import { imagesOf, leadImageOf } from '../stories/queries.ts';
import type { Story } from '../stories/story.ts';
import { copyWith, wholeCopy } from './copies.ts';
import type { Shown } from './copies.ts';
import type { CardImage, ShownPictures } from './output.ts';
import { picturesOf } from './pictures.ts';
import { outputs } from './table.ts';
import type { OutputKind } from './table.ts';

/** The pictures that an output of a story shows, with addresses that only Astro knows, by the story’s own paths. */
export async function picturesFor(story: Story, shown: ShownPictures): Promise<Record<string, CopiedPicture>> {
  if (shown === 'none' || !story.document.images.length) return {};
  const ours = new Set(wholeCopy(story).pictures.flatMap(({ src, rights }) => (rights === 'ours' ? [src] : [])));
  // Asked for by each output: Astro keeps for each file which pictures it needs.
  return picturesOf(Object.entries(await imagesOf(story)).filter(([src]) => shown === 'all' || ours.has(src)));
}

/** What an output shows of a story’s pictures, for `print`. */
export async function shownIn(story: Story, kind: OutputKind): Promise<Shown> {
  const output = outputs[kind];
  if ('painter' in output) return { image: await cardImageOf(story) };
  if ('packer' in output) return { files: await filesOf(story) };
  return 'shows' in output ? { pictures: await picturesFor(story, output.shows) } : {};
}

/** The picture of a story as cards have it. */
async function cardImageOf(story: Story): Promise<CardImage | undefined> {
  const { picture } = story;
  const file = picture && picture.rights !== 'no-copies' && fileOf(await leadImageOf(story));
  return file ? { file, focus: picture.focus, credit: picture.credit } : undefined;
}

/** The files of a story’s pictures; drawings, which Astro gives no file of, are in the copies as they are. */
const filesOf = async (story: Story): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(await imagesOf(story)).flatMap(([src, image]) => {
      const file = fileOf(image);
      return file ? [[src, file]] : [];
    }),
  );

/** A story as it leaves the site. */
export const copyFor = async (story: Story, shown: ShownPictures = 'all'): Promise<Copy> =>
  copyWith(story, await picturesFor(story, shown));
