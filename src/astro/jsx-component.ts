import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

export { Fragment, jsx } from 'astro/jsx-runtime';

/**
 * A component whose drawing is made of nodes of Astro’s `jsx()`.
 *
 * Relies on what Astro 7.3 does and does not promise: it looks for `Symbol.for('astro:renderer')` at
 * a component, and gives one with the mark `astro:jsx` to the renderer of that name, which
 * `@astrojs/mdx` adds. Without the mark, it asks each renderer of the site whether it can draw the
 * component, and some can only find out by drawing it.
 */
export const componentOfJsx = (draw: () => unknown): AstroComponentFactory =>
  // Astro types only the components that it compiles, which are called in another way.
  Object.assign(draw, { [Symbol.for('astro:renderer')]: 'astro:jsx' }) as unknown as AstroComponentFactory;
