import { readFileSync } from 'node:fs';

/** What a new newsroom is asked. */
export interface Wishes {
  name: string;
  /** A language tag, such as `en`. */
  lang: string;
  /** How its pages look; ours where it is not said. */
  look?: string | undefined;
  /** A colour of CSS; none for ours. */
  accent?: string | undefined;
  timeZone: string;
}

/** The versions that it depends on, as `package.json` has them. */
export type Versions = Readonly<Record<'astro' | 'nutgraf', string>>;

/** The files of a newsroom of one story, by their paths: a site that builds. `create-nutgraf` writes them all. */
export const newsroomOf = (wishes: Wishes, folder: string, versions: Versions): Record<string, string> => ({
  'package.json': `${JSON.stringify(
    {
      name: folder,
      type: 'module',
      private: true,
      scripts: {
        dev: 'astro dev',
        build: 'astro build',
        preview: 'astro preview',
        new: 'nutgraf new',
        import: 'nutgraf import',
        check: 'nutgraf check',
        ledger: 'nutgraf ledger',
        verify: 'nutgraf verify',
      },
      engines: { node: '>=22.18' },
      dependencies: versions,
      devDependencies: { 'nutgraf-import': versions.nutgraf, 'nutgraf-verify': versions.nutgraf },
    },
    null,
    2,
  )}\n`,
  'astro.config.mjs': `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  // The address of the site, for feeds, sitemaps and copies.
  site: 'https://example.com',
  integrations: [
    nutgraf({
${settingsOf(wishes)
  .map((line) => `      ${line},\n`)
  .join('')}    }),
  ],
});
`,
  'src/content.config.ts': CONTENT_CONFIG,
  'tsconfig.json': `${JSON.stringify({ extends: 'astro/tsconfigs/strict', include: ['.astro/types.d.ts', '**/*'], exclude: ['dist'] }, null, 2)}\n`,
  '.gitignore': 'node_modules/\ndist/\n.dist.*\n.astro/\n',
  ...firstContent('content', wishes),
});

/** The collections of a site that has no others. */
export const CONTENT_CONFIG = `export { collections } from 'nutgraf/collections';\n`;

/** The settings of a newsroom, a line each. */
export const settingsOf = ({ name, lang, look = 'daily', accent, timeZone }: Wishes): string[] => [
  `name: ${quoted(name)}`,
  ...(lang === 'en' ? [] : [`lang: ${quoted(lang)}`]),
  ...(timeZone === 'UTC' ? [] : [`timeZone: ${quoted(timeZone)}`]),
  ...(look === 'daily' ? [] : [`look: ${quoted(look)}`]),
  ...(accent ? [`accent: ${quoted(accent)}`] : []),
];

/** A string of JavaScript. */
export const quoted = (text: string): string =>
  `'${text.replace(/[\\']/g, '\\$&').replace(/[\r\n\u2028\u2029]/g, ' ')}'`;

/** In English, whatever the language of the newsroom. */
const story = readFileSync(new URL('story.mdx', import.meta.url), 'utf8');

/** A first story, and what it refers to. @param folder that of the newsroom, from the root of the site. */
export function firstContent(folder: string, { name, lang }: Pick<Wishes, 'name' | 'lang'>): Record<string, string> {
  return {
    [`${folder}/authors/desk.yaml`]: `name: ${JSON.stringify(name)}\ndesk: true\n`,
    [`${folder}/topics/newsroom.yaml`]: 'name: The newsroom\n',
    [`${folder}/outlets/astro.yaml`]: 'name: Astro\nkind: site\nurl: https://astro.build/\n',
    [`${folder}/explainers/how-a-story-is-made/index.mdx`]: lang.startsWith('en')
      ? story
      : story.replace('published:', 'lang: en\npublished:'),
  };
}
