import { address, options } from 'virtual:nutgraf/site';
import { plainOf } from '../renderings/context.ts';
import { copyOf, withPictures } from '../renderings/copy.ts';
import type { Copy } from '../renderings/copy.ts';
import { picturesIn } from '../renderings/pictures.ts';
import { imagesOf, treeOf } from '../stories/queries.ts';
import { RECENT, recent } from '../stories/recent.ts';
import type { Story } from '../stories/story.ts';
import type { ShownPictures } from './output.ts';
import { picturesOf } from './pictures.ts';

/** Made once for all outputs of a story: they come one after the other, see `integration/order.ts`. */
const recentCopy = recent(RECENT, (story: Story) =>
  copyOf(story, plainOf(story), picturesIn(treeOf(story)), options, address),
);

/** A story as it leaves the site. */
export async function copyFor(story: Story, shown: ShownPictures = 'all'): Promise<Copy> {
  const copy = recentCopy(story);
  if (shown === 'none') return withPictures(copy, {});
  const ours = new Set(copy.pictures.filter(({ rights }) => rights === 'ours').map(({ src }) => src));
  // Asked for by each output: Astro keeps for each file which pictures it needs.
  const pictures = Object.entries(await imagesOf(story)).filter(([src]) => shown === 'all' || ours.has(src));
  return withPictures(copy, await picturesOf(pictures));
}
