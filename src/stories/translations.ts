import type { Story } from './story.ts';

/** Tells each story of itself in all its languages, the original first; nothing where it has one only. */
export function withTranslations(stories: readonly Story[]): Story[] {
  const groups = Map.groupBy(stories, ({ id, translationOf = id }) => translationOf);
  return stories.map((story) => {
    const group = groups.get(story.translationOf ?? story.id) ?? [];
    if (group.length < 2) return story;
    const languages = group.map(({ id, lang, published, headline, translationOf }) => ({
      id,
      lang,
      published,
      headline,
      translationOf,
    }));
    const inOrder = languages.toSorted(
      (a, b) => Number(Boolean(a.translationOf)) - Number(Boolean(b.translationOf)) || a.lang.localeCompare(b.lang),
    );
    return { ...story, translations: inOrder.map(({ translationOf, ...translation }) => translation) };
  });
}

/** Each story once, in the order in which they stand: in the language if it is there, else the original. */
export function onceEach(stories: readonly Story[], lang: string): Story[] {
  if (!stories.some(({ translations }) => translations)) return [...stories];
  const rank = (story: Story) => (story.lang === lang ? 0 : story.translationOf ? 2 : 1);
  const chosen = [...Map.groupBy(stories, ({ id, translationOf = id }) => translationOf).values()].map(
    (group) => group.toSorted((a, b) => rank(a) - rank(b))[0],
  );
  const isChosen = new Set(chosen);
  return stories.filter((story) => isChosen.has(story));
}
