import type { CollectionName } from '../schema/index.ts';
import { checkReferences } from '../document/read.ts';
import { inReadingOrder, isError } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { checkTranslations } from '../document/translations.ts';
import type { ReadStory } from '../document/translations.ts';
import type { Publication } from '../stories/status.ts';
import type { Corrected, LedgerCheck } from './ledger.ts';

/**
 * All that was read of a newsroom’s content, and what there is to say about it. Filled by the
 * loaders, asked by the build and the dev server.
 */
export class Newsroom {
  readonly #entries = new Map<CollectionName, Map<string, ReadStory & Corrected>>();
  readonly #messages = new Map<string, Message[]>();
  /** What was published, against which stories are held; none before the site’s settings are known. */
  ledger: LedgerCheck | undefined;
  readonly #held = new Map<string, Publication>();
  readonly #revised = new Set<string>();

  /** Takes in an entry, or what keeps it from being one. */
  take(collection: CollectionName, entry: ReadStory & Corrected, messages: readonly Message[]): void {
    const entries = this.#entries.get(collection) ?? new Map<string, ReadStory & Corrected>();
    this.#entries.set(collection, entries.set(entry.id, entry));
    if (messages.length) this.#messages.set(entry.file, [...messages]);
    else this.#messages.delete(entry.file);
  }

  has(collection: CollectionName, id: string): boolean {
    return this.#entries.get(collection)?.has(id) ?? false;
  }

  /** Whether an entry’s file was last read with an error. */
  isBroken(collection: CollectionName, id: string): boolean {
    const entry = this.#entries.get(collection)?.get(id);
    return this.#messages.get(entry?.file ?? '')?.some(isError) ?? false;
  }

  /** Notes that a build leaves a story out. */
  hold(id: string, publication: Publication): void {
    this.#held.set(id, publication);
  }

  isHeld(id: string): boolean {
    return this.#held.has(id);
  }

  /** The stories that a build leaves out. */
  held(): Publication[] {
    return [...this.#held.values()];
  }

  /** Marks a note that was read before and has changed. */
  revise(note: string): void {
    this.#revised.add(note);
  }

  /** The notes that have changed since this was last asked, each with the files of the stories that it touches. */
  takeRevisions(): { file: string; stories: string[] }[] {
    const stories = [...(this.#entries.get('explainers')?.values() ?? [])];
    const revisions = [...this.#revised].map((id) => ({
      file: this.#entries.get('notes')?.get(id)?.file ?? id,
      stories: stories
        .filter(({ references }) => references.some((one) => one.to === 'notes' && one.id === id))
        .map(({ file }) => file),
    }));
    this.#revised.clear();
    return revisions;
  }

  /** Forgets an entry whose file is gone. */
  drop(collection: CollectionName, id: string): void {
    const entry = this.#entries.get(collection)?.get(id);
    if (!entry) return;
    this.#entries.get(collection)?.delete(id);
    this.#messages.delete(entry.file);
  }

  /** Every message about every file, as they stand. */
  messages(): Message[] {
    const files = [...this.#entries.values()].flatMap((entries) => [...entries.values()]);
    const stories = [...(this.#entries.get('explainers')?.values() ?? [])];
    const broken = ({ id }: Corrected) => this.isBroken('explainers', id);
    return [
      ...[...this.#messages.values()].flat(),
      ...checkReferences(files, (name) => [...(this.#entries.get(name)?.keys() ?? [])]),
      ...checkTranslations(stories),
      ...(this.ledger?.messages(
        stories.map((story) => (broken(story) ? { ...story, corrections: undefined } : story)),
      ) ?? []),
    ].sort(inReadingOrder);
  }
}
