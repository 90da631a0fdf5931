import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Registries } from '../stories/story.ts';

/**
 * The newsroom that the examples of components are about: in it, each of them is a story without a
 * fault. The guide draws it, and the tests build it.
 */

/** What stands above each example. */
export const exampleFrontmatter = `---
headline: An example
description: A sentence about it.
published: 2026-01-08
authors: [desk]
sources:
  petro-speech: { by: gustavo-petro, kind: speech }
  petro-remark: { by: gustavo-petro, kind: person }
  us-official: { name: A U.S. official, kind: person, description: an official of the United States, unnamed: true, anonymity: the reports give no reason }
  presidency: { name: Colombian presidency, kind: statement }
  iers: { name: International Earth Rotation and Reference Systems Service, kind: data }
  resolution: { outlet: bipm, kind: document, title: Resolution 4 of the 27th CGPM, published: 2022, url: https://www.bipm.org/en/cgpm-2022/resolution-4 }
  trump-post: { outlet: truth-social, by: donald-trump }
  new-york-times: { outlet: new-york-times }
  reuters-visa: { outlet: reuters, url: https://reuters.example/visa }
---
`;

/** Its registries, by id. */
export const exampleRecords = {
  outlets: {
    bipm: { name: 'International Bureau of Weights and Measures', kind: 'official' },
    'new-york-times': { name: 'The New York Times', kind: 'newspaper' },
    reuters: { name: 'Reuters', kind: 'agency' },
    'truth-social': { name: 'Truth Social', kind: 'platform' },
  },
  people: {
    'donald-trump': { name: 'Donald Trump', roles: [{ title: 'President of the United States', from: '2025-01-20' }] },
    'gustavo-petro': { name: 'Gustavo Petro', roles: [{ title: 'President of Colombia', from: '2022-08-07' }] },
    'example-office': { name: 'The Example Office', institution: true, roles: [] },
  },
  authors: { desk: { name: 'The Desk' } },
  topics: {},
  terms: {
    'leap-second': {
      name: 'leap second',
      definition: 'A second that is added to the world’s clocks to keep them in step with the turning Earth.',
    },
  },
} satisfies {
  [Name in keyof Registries]: Record<string, Registries[Name] extends ReadonlyMap<string, infer Entry> ? Entry : never>;
};

const components = fileURLToPath(new URL('../components/', import.meta.url));

/** Files that stand beside each example, by name, with their paths: what is in `example/` of a component’s folder. */
export const exampleFiles: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(components, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && basename(entry.parentPath) === 'example')
    .map(({ parentPath, name }) => [name, join(parentPath, name)]),
);

/** The text of a file beside the examples. */
export const exampleFileAt = (name: string): string | undefined =>
  exampleFiles[name] ? readFileSync(exampleFiles[name], 'utf8') : undefined;
