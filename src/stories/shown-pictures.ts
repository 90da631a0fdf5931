import type { ImageMetadata } from 'astro';
import { colourOf } from '../astro/picture-colour.ts';
import type { LeadPicture } from '../schema/lead-picture.ts';
import { leadImageOf } from './queries.ts';
import type { Teaser } from './teaser.ts';

/** The picture of a story as a page shows it, cropped or whole. */
export interface ShownPicture extends LeadPicture {
  image: ImageMetadata;
  /** What stands in until it is there. */
  colour: string;
  /** By which the sheet of the page knows it: a policy allows no style in an element. */
  className: string;
}

export type PicturesOfPage = ReadonlyMap<string, ShownPicture>;

/** The pictures of stories, by the ids of those that have one. */
export async function shownPictures(stories: readonly Pick<Teaser, 'id' | 'picture'>[]): Promise<PicturesOfPage> {
  const shown = stories.map(async ({ id, picture }, index): Promise<[string, ShownPicture][]> => {
    const image = picture && (await leadImageOf({ id, picture }));
    return image ? [[id, { ...picture, image, colour: await colourOf(image), className: `p${index}` }]] : [];
  });
  return new Map((await Promise.all(shown)).flat());
}

/** What the sheet of a page says of them. */
export const pictureRules = (shown: PicturesOfPage): string =>
  shown.size
    ? `@layer nutgraf.story{${[...shown.values()]
        .map(({ className, colour, focus }) => `.${className} img{background:${colour};object-position:${focus}}`)
        .join('')}}`
    : '';
