import type { Plugin } from 'vite';
import { exampleFiles } from './examples.ts';
import { guideOf } from './guide.ts';
import type { Component } from '../newsroom/components.ts';

/** What routes and layouts need to know and cannot import: settings, and the newsroom’s set of components. */
export interface VirtualModules {
  components: ReadonlyMap<string, Component>;
  /** The newsroom’s file that changes heads of pages; absolute, where it is there. */
  page: string | undefined;
  /** The code of `virtual:nutgraf/brand`: the newsroom’s logos and icons. */
  brand: string;
  /** Everything that `virtual:nutgraf/site` exports; must survive JSON. Asked when Astro’s settings are final. */
  site: () => Record<string, unknown>;
}

/** Serves `virtual:nutgraf/site` and the like; their types are in `env.d.ts`. */
export function virtualModules({ components, page, brand, site }: VirtualModules): Plugin {
  const modules: Record<string, () => string> = {
    'virtual:nutgraf/site': () => siteModule(site()),
    'virtual:nutgraf/components': () => componentsModule(components),
    'virtual:nutgraf/plains': () => plainsModule(components),
    'virtual:nutgraf/page': () =>
      page ? `export { default as headOf } from ${JSON.stringify(page)};` : 'export const headOf = ({ head }) => head;',
    'virtual:nutgraf/brand': () => brand,
    'virtual:nutgraf/guide': () => guideModule(components),
  };
  return {
    name: 'nutgraf:virtual-modules',
    resolveId: {
      filter: { id: /^virtual:nutgraf\// },
      handler: (id) => (id in modules ? `\0${id}` : undefined),
    },
    load: {
      filter: { id: /^\0virtual:nutgraf\// },
      handler: (id) => modules[id.slice(1)]?.(),
    },
  };
}

const siteModule = (site: Record<string, unknown>) =>
  Object.entries(site)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');

const guideModule = (components: ReadonlyMap<string, Component>) => {
  const guide = guideOf(new Map([...components].map(([name, { contract }]) => [name, contract])));
  // As a picture in a site, so that Astro makes its sizes.
  const pictures = Object.entries(exampleFiles).filter(([name]) => /\.(png|jpe?g|webp|avif|svg)$/.test(name));
  return [
    ...pictures.map(([, path], index) => `import picture${index} from ${JSON.stringify(path)};`),
    `export const guide = JSON.parse(${JSON.stringify(JSON.stringify(guide))});`,
    `export const pictures = { ${pictures.map(([name], index) => `${JSON.stringify(name)}: picture${index}`).join(', ')} };`,
  ].join('\n');
};

function componentsModule(components: ReadonlyMap<string, Component>): string {
  const entries = [...components].map(([name, { drawing, styles }], index) => ({
    imports: [
      `import drawing${index} from ${JSON.stringify(drawing)};`,
      ...(styles ? [`import styles${index} from ${JSON.stringify(`${styles}?inline`)};`] : []),
    ],
    drawing: `${name}: drawing${index}`,
    styles: `${name}: ${styles ? `styles${index}` : '""'}`,
  }));
  const record = (what: 'drawing' | 'styles') => `{ ${entries.map((entry) => entry[what]).join(', ')} }`;
  return [
    ...entries.flatMap(({ imports }) => imports),
    `export const drawings = ${record('drawing')};`,
    `export const styles = ${record('styles')};`,
  ].join('\n');
}

const plainsModule = (components: ReadonlyMap<string, Component>): string =>
  [
    ...[...components.values()].map(({ plain }, index) => `import plain${index} from ${JSON.stringify(plain)};`),
    `export const plains = { ${[...components.keys()].map((name, index) => `${name}: plain${index}`).join(', ')} };`,
  ].join('\n');
