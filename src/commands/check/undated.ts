import { readFileSync } from 'node:fs';
import { readYaml, splitStory } from '../../document/frontmatter.ts';
import { inFile, warningAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import type { Component } from '../../newsroom/components.ts';
import type { EntryFile } from '../../newsroom/files.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import { sourceDigest } from '../../newsroom/siblings.ts';
import { storiesOf } from '../../newsroom/stories.ts';
import type { LedgerEntry } from '../../schema/ledger.ts';
import { headsOf } from '../../stories/ledger.ts';
import { presentStories, wholeWordsOf } from '../ledger/present.ts';

/** The version of a story that was published last, where there is one: after a merge there are two. */
function lastOf(newsroom: Newsroom, id: string): LedgerEntry | undefined {
  const heads = headsOf(newsroom.recorded().entries.get(id) ?? []);
  return heads.length === 1 ? heads[0]!.what : undefined;
}

/** Whether a story’s files are other than those that were published. @param files those beside its own. */
export function isChanged(newsroom: Newsroom, { collection, id, path }: EntryFile, files: readonly string[]): boolean {
  const last = collection === 'explainers' ? lastOf(newsroom, id) : undefined;
  return last !== undefined && last.source !== sourceDigest(path, readFileSync(path, 'utf8'), files);
}

/**
 * Stories that readers have had in other words under the same date: another date, or a note, tells
 * them that something changed. What only markup or spaces changed is not told.
 *
 * @param newsroom one without an error. @param changed stories whose files have changed.
 */
export async function undatedChanges(
  newsroom: Newsroom,
  changed: readonly EntryFile[],
  components: ReadonlyMap<string, Component>,
): Promise<Message[]> {
  if (!changed.length) return [];
  const texts = [...newsroom.files('notes'), ...changed].map((file) => {
    const { data, facts, tree } = newsroom.look(file, readFileSync(file.path, 'utf8'));
    return {
      collection: file.collection as 'notes' | 'explainers',
      id: file.id,
      data,
      ...(facts && { facts }),
      ...(tree && { tree }),
    };
  });
  const present = await presentStories(newsroom, storiesOf(newsroom, texts), components);
  return present.flatMap(({ id, version }) => {
    const last = lastOf(newsroom, id);
    if (!last || last.date !== version.date || wholeWordsOf(last) === wholeWordsOf(version)) return [];
    const { path } = newsroom.fileOf('explainers', id)!;
    const { data, placeOf } = readYaml(splitStory(readFileSync(path, 'utf8')).yaml ?? '', 2);
    const place = placeOf([Object.hasOwn(data as object, 'updated') ? 'updated' : 'published'], 'value');
    const reason = `Unexpected change of words that were published under ${version.date}: expected a later “updated”, or a note under “corrections”.`;
    return inFile(newsroom.nameOf(path), [warningAt(place, 'words-dated', reason)]);
  });
}
