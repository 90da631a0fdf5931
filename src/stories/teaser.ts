import type { Story } from './story.ts';

/** A story as a list shows it: small, because the lists of a large archive hold many. */
export type Teaser = Pick<Story, 'id' | 'headline' | 'description' | 'lang' | 'published'> & {
  hold?: Story['hold'];
  /** Its main topic. */
  topic?: { id: string; name: string };
};

export const teaserOf = ({ id, headline, description, lang, published, hold, topics: [topic] }: Story): Teaser => ({
  id,
  headline,
  description,
  lang,
  published,
  ...(hold && { hold }),
  ...(topic && { topic: { id: topic.id, name: topic.name } }),
});
