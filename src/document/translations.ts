import { errorAt, inFile } from './message.ts';
import type { Message } from './message.ts';
import type { ReadFile } from './read.ts';

/** What the check of translations needs to know of a story. */
export interface ReadStory extends ReadFile {
  id: string;
  lang?: string | undefined;
  /** A draft comes after published stories: of two translations to one language, the draft gets the message. */
  isDraft?: boolean | undefined;
}

/**
 * What is wrong between stories and their translations: a translation names the original itself,
 * and there is one for each language.
 */
export function checkTranslations(stories: readonly ReadStory[]): Message[] {
  const byId = new Map(stories.map((story) => [story.id, story]));
  const originalOf = ({ references }: ReadStory) => references.find(({ to }) => to === 'explainers');
  const taken = new Map<string, ReadStory>();
  return stories
    .toSorted((a, b) => Number(a.isDraft ?? false) - Number(b.isDraft ?? false) || a.file.localeCompare(b.file))
    .flatMap((story): Message[] => {
      const reference = originalOf(story);
      const original = byId.get(reference?.id ?? '');
      if (!reference || !original) return [];
      const error = (reason: string, nearest?: string) =>
        inFile(story.file, [errorAt(reference, 'translation', reason, nearest)]);
      if (original === story)
        return error(`Unexpected “${story.id}”: expected the story that this one is a translation of.`);
      const first = originalOf(original);
      if (first) return error(`Unexpected “${original.id}”, a translation itself: expected the original.`, first.id);
      if (original.lang === story.lang)
        return error(
          `Unexpected translation from “${story.lang}” to “${story.lang}”: expected a line such as “lang: es” in one of the two.`,
        );
      const key = `${original.id} ${story.lang}`;
      const other = taken.get(key);
      if (other) return error(`Unexpected second translation to “${story.lang}”: expected only ${other.file}.`);
      taken.set(key, story);
      return [];
    });
}
