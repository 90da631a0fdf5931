import type { AstroIntegrationLogger } from 'astro';
import type { Newsroom } from '../newsroom/newsroom.ts';

/** The notes that were read before and have changed since this was last told. */
export class Revisions {
  readonly #notes = new Set<string>();

  add(note: string): void {
    this.#notes.add(note);
  }

  /** A shared note speaks in many stories: whoever edits it sees in which. */
  tell(newsroom: Newsroom, logger: AstroIntegrationLogger): void {
    for (const note of this.#notes) {
      const stories = newsroom.usersOf('notes', note).map((story) => `  ${story}`);
      const file = newsroom.fileOf('notes', note)?.path;
      if (!file) continue;
      logger.info(
        `${newsroom.nameOf(file)} has changed. ${stories.length ? `It stands in:\n${stories.toSorted().join('\n')}` : 'No story uses it.'}`,
      );
    }
    this.#notes.clear();
  }
}
