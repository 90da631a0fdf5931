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
  reuters-visa: { outlet: reuters, url: https://reuters.example/visa }
---
`;

/** Its registries, by id. */
export const exampleRecords = {
  outlets: { reuters: { name: 'Reuters', kind: 'agency' } },
  people: { 'gustavo-petro': { name: 'Gustavo Petro', roles: [{ title: 'President of Colombia', from: '2022-08-07' }] } },
  authors: { desk: { name: 'The Desk' } },
  topics: {},
} satisfies { [Name in keyof Registries]: Record<string, Registries[Name] extends ReadonlyMap<string, infer Entry> ? Entry : never> };

/** Files that stand beside each example, by their name. */
export const exampleFiles: Readonly<Record<string, string>> = {};
