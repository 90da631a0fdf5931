import { frontmatter } from './site.ts';

/** A newsroom with so many stories, for tests of lists: one a day, each like the next. */

export const configOf = (settings = '', astro = ''): string => `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://news.example',
  ${astro}
  integrations: [nutgraf({ name: 'The Example', tagline: 'The Example explains.', guide: false, ${settings} })],
});
`;

/** The day of a story, from the first of November 2025. */
const dayOf = (number: number) => new Date(Date.UTC(2025, 10, number)).toISOString().slice(0, 10);

/** One story of the archive. @param number from 1, the oldest. */
export const storyFile = (number: number): Record<string, string> => ({
  [`content/explainers/story-${number}.mdx`]: `${frontmatter(
    'sources:\n  wire: { outlet: reuters, published: 2025-01-02 }\n  own: { by: jane-doe, kind: speech, published: 2022-05 }\n',
  )
    .replace('A headline', `Story ${number}`)
    .replace('2026-01-08', dayOf(number))
    .replace('topics: [cities]', number % 3 ? 'topics: [cities]' : 'topics: [rivers, cities]')}
According to <Source id="wire" />.

<Officials>
<Statement by="jane-doe" source="own">“Words ${number} & <Source id="wire">more</Source>.”</Statement>
<Statement by="john-roe" date="2026-01-02" source="wire">He said so ${number} times.</Statement>
</Officials>
`,
});

/** A newsroom of so many stories. */
export const archiveOf = (count: number): Record<string, string> => ({
  'astro.config.mjs': configOf(),
  'content/people/john-roe.yaml':
    'name: John Roe\nroles:\n  - { title: Clerk, from: 2020, to: 2025 }\n  - { title: Chief clerk, from: 2026 }\n',
  'content/topics/rivers.yaml': 'name: Rivers\ndescription: All about rivers.\n',
  ...Object.fromEntries(Array.from({ length: count }, (_, index) => Object.entries(storyFile(index + 1))).flat()),
});
