import type { Correction } from '../schema/correction.ts';
import { formatDate } from '../strings/date.ts';
import { fill } from '../strings/strings.ts';
import type { Story, StoryContext } from './story.ts';

type Placed = Correction & { id: string };

/** A note about a change as every output says it: “Correction, January 10, 2026: This story said …” */
export interface CorrectionView {
  /** Of its place on the story’s page. */
  id: string;
  /** What it is: “Correction”. */
  kind: string;
  /** As the writer wrote it, and as it is read. */
  date: { iso: string; words: string };
  /** What it said, what it says now, and the note, as sentences. */
  text: string;
}

/** A correction in words: the one function that every output asks. */
export function correctionView(
  { id, date, kind, was, now, note, withdraws }: Placed,
  { story, strings, timeZone }: Pick<StoryContext, 'strings' | 'timeZone'> & { story: { lang: string } },
): CorrectionView {
  const dateIn = (iso: string) => formatDate(iso, story.lang, timeZone);
  const sentences = [
    withdraws && fill(strings.takenBack, { date: dateIn(withdraws) }),
    was && fill(strings.said, { was }),
    // What was not said before has only a place in the story now; it is told as it stands there.
    now && (was ? fill(strings.saysNow, { now }) : now),
    note,
  ];
  return {
    id,
    kind: strings.correctionKinds[kind],
    date: { iso: date, words: dateIn(date) },
    // Japanese and Chinese set no space between sentences.
    text: sentences
      .filter(Boolean)
      .join(' ')
      .replace(/(?<=[。」]) /g, ''),
  };
}

/** A note about a change, and the story that it is in. */
export interface PlacedCorrection {
  story: Story;
  correction: Placed;
}

/** Every note of these stories, the newest first. */
export const allCorrections = (stories: readonly Story[]): PlacedCorrection[] =>
  stories
    .flatMap((story) => story.corrections.map((correction) => ({ story, correction })))
    .toSorted((a, b) => Date.parse(b.correction.date) - Date.parse(a.correction.date));

/** The notes that stand at the top of a story, and those at its end; the newest first. */
export const correctionsOf = ({
  corrections,
}: {
  corrections: readonly Placed[];
}): { serious: Placed[]; others: Placed[] } => ({
  serious: corrections.filter(({ severity }) => severity === 'serious'),
  others: corrections.filter(({ severity }) => severity !== 'serious'),
});
