import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml, splitStory } from '../document/frontmatter.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import { cut, errorAt, inFile } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import type { Place } from '../document/place.ts';
import { readRecord } from '../document/read.ts';
import type { Correction } from '../schema/correction.ts';
import { publishedCorrectionsSchema } from '../schema/ledger.ts';
import { LEDGER, correctedIn, correctionsFile, lostCorrections, publishedCorrections } from '../stories/ledger.ts';
import type { Loss } from '../stories/ledger.ts';

/** A story as the ledger sees it. */
interface Corrected {
  id: string;
  /** Path from the root of the site. */
  file: string;
  /** As its writer lists them; unknown of a story with a mistake, or that was not read. */
  corrections?: readonly Correction[] | undefined;
  /** Whether readers do not see it. */
  isHeld?: boolean;
}

/** Holds stories against the corrections that were published: see `schema/ledger.ts`. */
export class LedgerCheck {
  readonly #root: string;
  readonly #folder: string;
  #published: { id: string; corrections: Correction[] | undefined }[] | undefined;

  /** @param root the site’s folder. @param content the newsroom’s, from the root. */
  constructor(root: string, content: string) {
    this.#root = root;
    this.#folder = join(content, LEDGER).replaceAll('\\', '/');
  }

  /** What would drop or alter a published correction. Reads the ledger once. */
  messages(stories: readonly Corrected[]): Message[] {
    const folder = join(this.#root, this.#folder);
    this.#published ??= correctedIn(folder).map((id) => ({ id, corrections: publishedCorrections(folder, id) }));
    const byId = new Map(stories.map((story) => [story.id, story]));
    return this.#published.flatMap(({ id, corrections }): Message[] => {
      const file = join(this.#folder, correctionsFile(id)).replaceAll('\\', '/');
      const [first] = corrections ?? [];
      if (!corrections)
        return inFile(
          file,
          readRecord(readFileSync(join(this.#root, file), 'utf8'), publishedCorrectionsSchema).messages,
        );
      const story = byId.get(id);
      if (!first || (story && !story.corrections)) return [];
      if (!story)
        return [
          lost(
            { file, line: 1, column: 1 },
            `Missing story “${id}”, whose ${first.kind} of ${first.date} was published: expected its file in explainers/, or this folder to have its new name.`,
          ),
        ];
      return this.#lossesOf(story, corrections);
    });
  }

  #lossesOf({ file, corrections = [], isHeld }: Corrected, published: readonly Correction[]): Message[] {
    const losses = lostCorrections(published, isHeld ? [] : corrections);
    if (!losses.length) return [];
    const { placeOf } = readYaml(splitStory(readFileSync(join(this.#root, file), 'utf8')).yaml ?? '', 2);
    return losses.map(({ published: one, now }) =>
      now ? altered(file, one, now, corrections, placeOf) : dropped(file, one, isHeld ?? false, placeOf),
    );
  }
}

const lost = ({ file, ...place }: Place & { file: string }, reason: string, nearest?: string): Message =>
  Object.assign(errorAt(place, 'correction-kept', reason, nearest), { file });

function dropped(
  file: string,
  { kind, date, now, note, was }: Correction,
  isHeld: boolean,
  placeOf: Frontmatter['placeOf'],
): Message {
  const name = `${kind} of ${date}, “${cut(now ?? note ?? was ?? '')}”`;
  if (isHeld)
    return lost(
      { file, ...placeOf(['draft'], 'key') },
      `Unexpected draft: expected a story that readers see, as its ${name}, was published.`,
    );
  return lost(
    { file, ...placeOf(['corrections'], 'key') },
    `Missing ${name}: expected it as it was published, or a note with “kind: withdrawal” and “withdraws: ${date}”.`,
  );
}

function altered(
  file: string,
  published: Correction,
  { index, changed }: NonNullable<Loss['now']>,
  current: readonly Correction[],
  placeOf: Frontmatter['placeOf'],
): Message {
  const [field = 'date'] = changed;
  const [before, now] = [published[field], current[index]?.[field]];
  const place = { file, ...placeOf(['corrections', index, field], 'value') };
  const of = `“corrections.${field}” of the ${published.kind} of ${published.date}`;
  const unexpected = now === undefined ? `Missing ${of}` : `Unexpected “${cut(now)}” for ${of}`;
  return lost(
    place,
    `${unexpected}: expected ${before === undefined ? 'nothing' : `“${cut(before)}”`}, as it was published.`,
    before,
  );
}
