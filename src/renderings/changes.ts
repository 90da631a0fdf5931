import { diffArrays, diffWordsWithSpace } from 'diff';
import type { Version } from '../schema/ledger.ts';

/** Words of a paragraph: as they were before and after, taken out, or added. */
export interface Run {
  kind: 'same' | 'removed' | 'added';
  words: string;
}

/**
 * What changed between two versions, word by word: only the paragraphs with a change, in order. Words
 * are those of the language (Unicode, UAX 29): Japanese sets no spaces between them.
 */
export function changesBetween(before: Version, after: Version, lang: string): Run[][] {
  const paragraphsOf = ({ headline, description, text }: Version) => [headline, description, ...text];
  const changes: Run[][] = [];
  let removed: string[] = [];
  const gone = () => changes.push(...removed.splice(0).map((words): Run[] => [{ kind: 'removed', words }]));
  for (const part of diffArrays(paragraphsOf(before), paragraphsOf(after))) {
    if (part.removed) removed = [...part.value];
    else if (part.added)
      changes.push(
        ...part.value.map((words): Run[] =>
          removed.length ? wordsBetween(removed.shift()!, words, lang) : [{ kind: 'added', words }],
        ),
      );
    if (!part.removed) gone();
  }
  gone();
  return changes;
}

const wordsBetween = (before: string, after: string, lang: string): Run[] =>
  diffWordsWithSpace(before, after, { intlSegmenter: new Intl.Segmenter(lang, { granularity: 'word' }) }).map(
    ({ value, added, removed }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      words: value,
    }),
  );
