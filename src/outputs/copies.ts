import { address, paintBox, options } from 'virtual:nutgraf/site';
import { plainOf } from '../renderings/context.ts';
import { copyOf, withPictures } from '../renderings/copy.ts';
import type { CopiedPicture, Copy } from '../renderings/copy.ts';
import { picturesIn } from '../renderings/pictures.ts';
import { RECENT, recent } from '../stories/recent.ts';
import type { Story } from '../stories/story.ts';
import { treeOf } from '../stories/trees.ts';
import type { CardImage } from './output.ts';
import { outputs } from './table.ts';
import type { OutputKind } from './table.ts';

/** Made once for all outputs of a story: they come one after the other. */
export const wholeCopy = recent(RECENT, (story: Story) =>
  copyOf(story, plainOf(story), picturesIn(treeOf(story), story), options, address),
);

/** A story as it leaves the site, its pictures told in words. */
const copyInWords = recent(RECENT, (story: Story) => withPictures(wholeCopy(story), {}));

/** A story as it leaves the site. @param pictures those that it shows, by the paths that the story gave them. */
export const copyWith = (story: Story, pictures: Readonly<Record<string, CopiedPicture>>): Copy =>
  Object.keys(pictures).length ? withPictures(wholeCopy(story), pictures) : copyInWords(story);

/** What an output of a story shows, where pictures have addresses or files that only Astro knows. */
export interface Shown {
  pictures?: Readonly<Record<string, CopiedPicture>>;
  image?: CardImage | undefined;
  /** Where the files of its pictures are. */
  files?: Readonly<Record<string, string>>;
}

/** Prints or paints an output of a story. It knows nothing of Astro: a build prints in threads of its own. */
export async function print(
  story: Story,
  kind: OutputKind,
  { pictures = {}, image, files = {} }: Shown = {},
): Promise<string | Uint8Array<ArrayBuffer>> {
  const output = outputs[kind];
  if ('painter' in output) return (await output.painter()).paint(story, options, paintBox, image);
  if ('packer' in output) return (await output.packer()).pack(wholeCopy(story), files);
  if (!('printer' in output)) throw new Error(`The output “${kind}” has no printer: a route draws it.`);
  const { print: inFormat } = await output.printer();
  return inFormat(copyWith(story, pictures), options, address);
}
