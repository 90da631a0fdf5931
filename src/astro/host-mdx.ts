import type { AstroIntegration, AstroRenderer } from 'astro';

/**
 * Whether a site has Astro’s MDX already: two would both compile its files.
 *
 * Relies on the name of the integration that `mdx()` of `@astrojs/mdx` makes, which is documented
 * nowhere.
 */
export const hasMdx = (integrations: readonly AstroIntegration[]): boolean =>
  integrations.some(({ name }) => name === '@astrojs/mdx');

/**
 * Astro’s renderer of JSX alone, without its MDX.
 *
 * Relies on the name and the file that `@astrojs/mdx` gives it, see `jsx-component.ts`.
 */
export const jsxRenderer: AstroRenderer = {
  name: 'astro:jsx',
  serverEntrypoint: new URL(import.meta.resolve('@astrojs/mdx/server.js')),
};
