import type { CorrectionKind } from '../schema/correction.ts';
import { familyOf } from './mark.ts';
import type { MarkSeed } from './mark.ts';
import type { Story } from './story.ts';

/** A story where only its headline is named. */
export type Mention = Pick<Story, 'id' | 'headline' | 'lang' | 'published' | 'status'>;

export const mentionOf = ({ id, headline, lang, published, status }: Story): Mention => ({
  id,
  headline,
  lang,
  published,
  ...(status && { status }),
});

/** A story as a list shows it: small, because the lists of a large archive show many. */
export type Teaser = Mention &
  Pick<Story, 'description' | 'picture' | 'readingTime'> & {
    /** Its main topic. */
    topic?: { id: string; name: string };
    /** How many sources it cites, and how many of them nobody names. */
    sources: number;
    unnamed: number;
    /** Where the last note about a change says that it was wrong, or is withdrawn. */
    corrected?: CorrectionKind;
    /** What is drawn where it has no picture. */
    mark: MarkSeed;
  };

export const teaserOf = ({
  id,
  headline,
  description,
  lang,
  published,
  status,
  picture,
  readingTime,
  sources,
  corrections: [last],
  document: { unknowns },
  topics: [topic],
}: Story): Teaser => ({
  id,
  headline,
  description,
  lang,
  published,
  readingTime,
  sources: sources.length,
  unnamed: sources.filter(({ unnamed }) => unnamed).length,
  mark: { ...familyOf(topic), seed: id, sources: sources.length, open: unknowns },
  ...(picture && { picture }),
  ...(status && { status }),
  ...((last?.kind === 'correction' || last?.kind === 'withdrawal') && { corrected: last.kind }),
  ...(topic && { topic: { id: topic.id, name: topic.name } }),
});
