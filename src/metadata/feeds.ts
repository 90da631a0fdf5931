import { slug } from 'github-slugger';
import type { Options } from '../options.ts';
import { inLanguage } from '../schema/translations.ts';
import { hasPage, inItsLanguage, pages } from '../stories/address.ts';
import type { Page } from '../stories/address.ts';
import type { Story } from '../stories/story.ts';
import { baseOf, nameOfLanguage } from '../strings/intl.ts';

/** One feed of the site, in no format yet. */
export interface FeedPlan {
  /** Where it lies: `topics/colombia`; for the whole site nothing. */
  of?: string;
  title: string;
  description: string;
  lang: string;
  /** The page whose stories it has. */
  home: Page;
  stories: Story[];
  pictures: boolean;
}

const LIMIT = 20;

/**
 * Every feed of the site: of all stories, of each language where there are several, of each topic
 * and author, and those for partners. One without a story is left out.
 *
 * @throws when a feed for a partner names a topic that no story has.
 */
export function feedsOf(stories: readonly Story[], options: Options): FeedPlan[] {
  const { name, tagline = name, lang, feeds } = options;
  const listed = <Entry extends { id: string }>(kind: 'topic' | 'author', all: Map<string, Entry>) =>
    hasPage({ kind }, options) ? [...all.values()] : [];
  const topics = new Map(stories.flatMap((story) => story.topics.map((topic) => [topic.id, topic])));
  const authors = new Map(stories.flatMap((story) => story.authors.map((author) => [author.id, author])));
  const languages = [...new Set(stories.map((story) => baseOf(story.lang)))];
  const plan = (
    of: string | undefined,
    title: string,
    home: Page,
    isIn: (story: Story) => boolean,
    more: Partial<FeedPlan> & { limit?: number } = {},
  ): FeedPlan => {
    const { limit = LIMIT, ...rest } = more;
    return {
      ...(of && { of }),
      title,
      description: tagline,
      lang,
      home,
      stories: stories.filter(isIn).slice(0, limit),
      pictures: true,
      ...rest,
    };
  };
  for (const { name: feed, topics: wanted } of feeds) {
    const unknown = wanted.find((id) => !topics.has(id));
    if (unknown)
      throw new Error(
        `Unexpected topic “${unknown}” in the feed “${feed}”: expected the id of a topic that a story has.`,
      );
  }
  return [
    plan(undefined, name, pages.front, () => true),
    ...(languages.length > 1
      ? languages.map((one) => {
          const own = inLanguage(options, one);
          return plan(
            one,
            `${own.name}: ${nameOfLanguage(one)}`,
            inItsLanguage('front', one, options),
            (story) => baseOf(story.lang) === one,
            { description: own.tagline ?? own.name, lang: one },
          );
        })
      : []),
    ...listed('topic', topics).map((topic) =>
      plan(
        `topics/${topic.id}`,
        `${name}: ${topic.name}`,
        pages.topic(topic.id),
        (story) => story.topics.some(({ id }) => id === topic.id),
        { description: topic.description ?? tagline },
      ),
    ),
    ...listed('author', authors).map((author) =>
      plan(`authors/${author.id}`, `${name}: ${author.name}`, pages.author(author.id), (story) =>
        story.authors.some(({ id }) => id === author.id),
      ),
    ),
    ...feeds.map(({ name: partner, topics: wanted, images, limit }) =>
      plan(
        `feeds/${slug(partner)}`,
        `${name}: ${partner}`,
        pages.front,
        (story) => !wanted.length || story.topics.some(({ id }) => wanted.includes(id)),
        { pictures: images, limit },
      ),
    ),
  ].filter((feed) => feed.stories.length);
}
