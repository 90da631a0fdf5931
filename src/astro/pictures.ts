import { existsSync } from 'node:fs';
import type { AstroPrerenderer } from 'astro';

/** The pictures that a page shows, as Astro tells of them. */
export interface ShownOnPage {
  made: { originalPath: string; originalSrcPath?: string; hash: string; finalPath: string; transform: object }[];
  /** Those that it shows as they are. */
  asTheyAre: string[];
}

interface Result {
  metadata?: { staticImages?: ShownOnPage['made']; referencedImages?: string[] };
}

type Images = Awaited<ReturnType<NonNullable<AstroPrerenderer['collectStaticImages']>>>;

/**
 * The pictures of a page that was drawn with `collectMetadata`.
 *
 * Relies on what Astro 7.3 does and does not promise: what is in the metadata of a drawn page, and
 * that it survives JSON; its own incremental build keeps the same.
 */
export function picturesShown(result: unknown): ShownOnPage | undefined {
  const { staticImages: made = [], referencedImages: asTheyAre = [] } = (result as Result).metadata ?? {};
  return made.length || asTheyAre.length ? { made, asTheyAre } : undefined;
}

/** Whether Astro still has what it made of pictures. @param cache its folder for that. */
export const areCached = ({ made }: ShownOnPage, cache: URL): boolean =>
  made.every(({ finalPath }) => existsSync(new URL(`assets/${finalPath.replace(/^.*\//, '')}`, cache)));

/**
 * The pictures of pages that were not drawn, for Astro to put in place all the same.
 *
 * Relies on what Astro 7.3 does and does not promise: pictures that a page shows as they are stand in
 * `globalThis.astroAsset.referencedImages`; others it deletes when it has made what is shown.
 */
export function imagesFor(all: readonly ShownOnPage[]): Images {
  const images: Map<string, { originalSrcPath?: string; transforms: Map<string, object> }> = new Map();
  const assets = ((globalThis as { astroAsset?: { referencedImages?: Set<string> } }).astroAsset ??= {});
  assets.referencedImages ??= new Set();
  for (const { made, asTheyAre } of all) {
    for (const path of asTheyAre) assets.referencedImages.add(path);
    for (const { originalPath, originalSrcPath, hash, finalPath, transform } of made) {
      const image = images.get(originalPath) ?? { ...(originalSrcPath && { originalSrcPath }), transforms: new Map() };
      image.transforms.set(hash, { finalPath, transform });
      images.set(originalPath, image);
    }
  }
  return images as Images;
}
