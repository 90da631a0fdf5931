import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml, splitStory } from '../document/frontmatter.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import { cut, errorAt } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import type { Place } from '../document/place.ts';
import type { Options } from '../options.ts';
import type { Correction } from '../schema/correction.ts';
import { LEDGER, addressesIn, allOf, fileOfEntry, headsOf, heirsIn, lostCorrections } from '../stories/ledger.ts';
import type { Loss } from '../stories/ledger.ts';
import { AddressBook } from './addresses.ts';
import type { Addressed, SiteFacts } from './addresses.ts';
import { chainMessages, recordsIn } from './chain.ts';
import type { Records } from './chain.ts';

/** A text as the ledger sees it. */
export interface Published extends Addressed {
  /** As its writer lists them; unknown of a story with a mistake, or that was not read. */
  corrections?: readonly Correction[] | undefined;
}

/** Holds a newsroom against what it has published: see `schema/ledger.ts`. */
export class LedgerCheck {
  readonly #root: string;
  readonly #folder: string;
  readonly #options: Options;
  #read: { records: Records; broken: Message[] } | undefined;

  /** @param root the site’s folder. */
  constructor(root: string, options: Options) {
    this.#root = root;
    this.#folder = join(options.content, LEDGER).replaceAll('\\', '/');
    this.#options = options;
  }

  /** What was recorded. Reads the ledger once. */
  get records(): Records {
    return this.#whole.records;
  }

  get #whole() {
    if (!this.#read) {
      const records = recordsIn(join(this.#root, this.#folder));
      this.#read = { records, broken: chainMessages(records, this.#root, this.#folder) };
    }
    return this.#read;
  }

  /** What answers at the site’s addresses, now and as they were recorded. */
  bookOf(files: readonly Published[], site: SiteFacts): AddressBook {
    const { records } = this;
    return new AddressBook({ root: this.#root, folder: this.#folder, options: this.#options, files, records, site });
  }

  /** What would drop or alter a published correction, or leave a published address without an answer. */
  messages(files: readonly Published[], book: AddressBook): Message[] {
    const { broken } = this.#whole;
    const lost = this.#lostCorrections(
      files.filter(({ collection }) => collection === 'explainers'),
      book,
    );
    return [...broken, ...lost, ...book.messages(new Set(lost.map(({ file }) => file)))];
  }

  #lostCorrections(stories: readonly Published[], book: AddressBook): Message[] {
    const { entries, former, publications } = this.records;
    const addresses = addressesIn(publications);
    const byId = new Map(stories.map((story) => [story.id, story]));
    const heirs = heirsIn(addresses, stories);
    const followed = new Set([...entries.values()].flat().flatMap(({ what }) => what?.after ?? []));
    const recorded = [
      ...former.map(({ id, corrections, files }) => ({ id, corrections, file: files.at(-1)! })),
      ...[...entries].flatMap(([id, all]) =>
        headsOf(all, followed).map(({ name, what }) => ({
          id,
          corrections: what?.corrections ?? [],
          file: fileOfEntry(name),
        })),
      ),
    ].filter(({ corrections }) => corrections.length);
    const keysOf = Map.groupBy(addresses.keys(), (key) => addresses.get(key));
    // What became of its page is told by the page’s address, or was said.
    const isToldElsewhere = (id: string) =>
      keysOf.get(`explainers/${id}`)?.some((key) => book.gone.has(key) || !book.answers(key)) ?? false;
    const bySuccessor = Map.groupBy(recorded, ({ id }) => (byId.has(id) ? id : (heirs.get(id) ?? id)));
    return [...bySuccessor].flatMap(([id, all]): Message[] => {
      const story = byId.get(id);
      const published = allOf(...all.map(({ corrections }) => corrections));
      const [first] = published;
      if (!first || (story && !story.corrections)) return [];
      if (story) return this.#lossesOf(story, published);
      if (isToldElsewhere(id)) return [];
      const place = { file: `${this.#folder}/${all[0]!.file}`, line: 1, column: 1 };
      const reason = `Missing story “${id}”, whose ${first.kind} of ${first.date} was published: expected its file in explainers/, or its address under “aliases” of the story that took over.`;
      return [lost(place, reason)];
    });
  }

  #lossesOf({ file, corrections = [], isHeld }: Published, published: readonly Correction[]): Message[] {
    const losses = lostCorrections(published, isHeld ? [] : corrections);
    if (!losses.length) return [];
    const { placeOf } = readYaml(splitStory(readFileSync(join(this.#root, file), 'utf8')).yaml ?? '', 2);
    return losses.map(({ published: one, now }) =>
      now ? altered(file, one, now, corrections, placeOf) : dropped(file, one, isHeld, placeOf),
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
