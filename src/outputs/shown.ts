import type { CopiedPicture, Copy } from '../renderings/copy.ts';
import { imagesOf } from '../stories/queries.ts';
import type { Story } from '../stories/story.ts';
import { copyWith, wholeCopy } from './copies.ts';
import type { ShownPictures } from './output.ts';
import { picturesOf } from './pictures.ts';

/** The pictures that an output of a story shows, with addresses that only Astro knows, by the story’s own paths. */
export async function picturesFor(story: Story, shown: ShownPictures): Promise<Record<string, CopiedPicture>> {
  if (shown === 'none' || !story.document.images.length) return {};
  const ours = new Set(wholeCopy(story).pictures.flatMap(({ src, rights }) => (rights === 'ours' ? [src] : [])));
  // Asked for by each output: Astro keeps for each file which pictures it needs.
  return picturesOf(Object.entries(await imagesOf(story)).filter(([src]) => shown === 'all' || ours.has(src)));
}

/** A story as it leaves the site. */
export const copyFor = async (story: Story, shown: ShownPictures = 'all'): Promise<Copy> =>
  copyWith(story, await picturesFor(story, shown));
