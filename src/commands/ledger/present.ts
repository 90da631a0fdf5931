import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Component } from '../../newsroom/components.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import { sourceDigest } from '../../newsroom/siblings.ts';
import type { storiesOf } from '../../newsroom/stories.ts';
import { toPlain } from '../../renderings/plain.ts';
import type { PlainForm } from '../../renderings/plain.ts';
import { contextWith, versionOf } from '../../renderings/version.ts';
import type { Press } from '../../renderings/version.ts';
import type { Correction } from '../../schema/correction.ts';
import type { Version } from '../../schema/ledger.ts';

/** A story as readers see it now, as the ledger would keep it. */
export interface Present {
  id: string;
  version: Version;
  /** The oldest first. */
  corrections: Correction[];
  /** A digest of the files that it is made of. */
  source: string;
}

/** The stories of a newsroom without an error, as readers see them. */
export async function presentStories(
  newsroom: Newsroom,
  { stories, treeOf }: ReturnType<typeof storiesOf>,
  components: ReadonlyMap<string, Component>,
): Promise<Present[]> {
  const press: Press = { plains: await plainFormsOf(components), treeOf, timeZone: newsroom.options.timeZone };
  return stories.map((story) => {
    const path = newsroom.fileOf('explainers', story.id)?.path ?? '';
    return {
      id: story.id,
      version: versionOf(story, toPlain(treeOf(story), press.plains, contextWith(press, story))),
      corrections: story.corrections.map(({ id, ...one }) => one).reverse(),
      source: sourceDigest(path, readFileSync(path, 'utf8'), story.document.files),
    };
  });
}

/** The plain form of each component. */
async function plainFormsOf(components: ReadonlyMap<string, Component>): Promise<Press['plains']> {
  const forms = [...components].map(async ([name, { plain }]) => {
    const module = (await import(pathToFileURL(plain).href)) as { default: PlainForm };
    return [name, module.default] as const;
  });
  return Object.fromEntries(await Promise.all(forms));
}

/** Whether two versions have the same words under the same date. */
export const isSameVersion = (a: Version, b: Version | undefined): boolean =>
  b !== undefined && a.date === b.date && wholeWordsOf(a) === wholeWordsOf(b);

/** The words of a version, however they are set. */
export const wholeWordsOf = ({ headline, description, text }: Version): string =>
  [headline, description, ...text].join(' ').replace(/\s+/g, ' ').trim();
