import type { Story } from './story.ts';

/** A story as a list shows it: small, because the lists of a large archive status many. */
export type Teaser = Pick<Story, 'id' | 'headline' | 'description' | 'lang' | 'published'> & {
  status?: Story['status'];
  /** Its main topic. */
  topic?: { id: string; name: string };
};

export const teaserOf = ({ id, headline, description, lang, published, status, topics: [topic] }: Story): Teaser => ({
  id,
  headline,
  description,
  lang,
  published,
  ...(status && { status }),
  ...(topic && { topic: { id: topic.id, name: topic.name } }),
});
