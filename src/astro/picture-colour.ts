import { paintBox } from 'virtual:nutgraf/site';
import type { ImageMetadata } from 'astro';
import { sharpAt } from './sharp.ts';

const known = new Map<string, Promise<string>>();

/** White, behind drawings: their ink is made for paper, whatever the reader’s scheme. */
const PAPER = '#fff';

/**
 * The file that a picture is in, but for drawings.
 *
 * Relies on what Astro 7.3 does and does not promise: pictures know it, as `fsPath`.
 */
export const fileOf = (picture: ImageMetadata | undefined): string | undefined =>
  picture && picture.format !== 'svg' ? (picture as ImageMetadata & { fsPath?: string }).fsPath : undefined;

/** The mean colour of a picture, which stands in until it is there. */
export function colourOf(picture: ImageMetadata): Promise<string> {
  const fsPath = fileOf(picture);
  if (!fsPath) return Promise.resolve(PAPER);
  const colour = known.get(`${fsPath} ${picture.src}`) ?? meanOf(fsPath);
  known.set(`${fsPath} ${picture.src}`, colour);
  return colour;
}

async function meanOf(path: string): Promise<string> {
  const pixel = await sharpAt(paintBox.sharp)(path)
    .resize(1, 1, { fit: 'fill' })
    .flatten({ background: PAPER })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  return `#${pixel.subarray(0, 3).toString('hex')}`;
}
