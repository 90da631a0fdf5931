import { createRequire } from 'node:module';

export type Sharp = typeof import('sharp').default;

const require = createRequire(import.meta.url);

/**
 * The library that draws pictures. Required, not imported: in dev, Vite takes what is imported by its path for a file
 * of the site, and runs it as a module, which native code cannot be.
 */
export const sharpAt = (path: string): Sharp => require(path) as Sharp;
