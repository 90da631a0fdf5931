import type { ImageMetadata } from 'astro';

/** The widths in pixels in which a picture is offered: for phones, for dense screens, and not above its own. */
export const widthsOf = ({ width }: ImageMetadata): number[] =>
  [360, 720, 1080].filter((one) => one < width).concat(Math.min(width, 1440));

/** How wide a picture is shown: the column, or all of a phone. */
export const pictureSizes = '(min-width: 64em) 30rem, 100vw';
