import { createRequire } from 'node:module';

export type Sharp = typeof import('sharp').default;

const require = createRequire(import.meta.url);

/**
 * The library that draws pictures. Required, not imported: in dev, Vite takes what is imported by its path for a file
 * of the site, and runs it as a module, which native code cannot be.
 */
export function sharpAt(path: string): Sharp {
  const sharp = require(path) as Sharp;
  // No two cards are the same: what libvips would keep of the last hundred took longer to keep than it saved.
  sharp.cache(false);
  return sharp;
}
