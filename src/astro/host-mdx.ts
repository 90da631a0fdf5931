import type { AstroIntegration } from 'astro';

/**
 * Whether a site has Astro’s MDX already: two would both compile its files.
 *
 * Relies on the name of the integration that `mdx()` of `@astrojs/mdx` makes, which is documented
 * nowhere.
 */
export const hasMdx = (integrations: readonly AstroIntegration[]): boolean =>
  integrations.some(({ name }) => name === '@astrojs/mdx');
