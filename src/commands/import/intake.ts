import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, extname, relative } from 'node:path';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import type { ImportFolder } from './import-folder.ts';
import type { GivenFile } from './files.ts';
import { archive } from './forms/archive.ts';
import { forms as formsOfTexts, headingsIn } from './forms/forms.ts';
import type { Batch, Form, Item, Manuscript } from './manuscript.ts';
import { failed } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { lookAtPictures, soundDraft } from './sound.ts';
import type { Frame } from './story.ts';
import { wordsOf } from './words.ts';

const forms: Readonly<Record<string, Form>> = { ...formsOfTexts, '.zip': archive };

/** The endings of files that can be read. */
export const endings = Object.keys(forms);

/** The form of a file, by its ending. */
export const formOf = (name: string): Form | undefined => forms[extname(name).toLowerCase()];

/** What all texts of a run share. */
interface Run {
  frame: Omit<Frame, 'path' | 'id'>;
  newsroom: Newsroom;
  folder: ImportFolder;
  /** A date: texts that are older are passed over. Empty for none. */
  since: string;
  /** The folder from which files are named, absolute. */
  cwd: string;
}

/** A run of the import: takes in texts one by one, each by itself, and counts what becomes of them. */
export class Intake {
  readonly outcomes: Outcome[] = [];
  /** What no story was made of, for example comments. */
  readonly leftOut: string[] = [];
  /** Texts that were taken in by an earlier run. */
  there = 0;
  /** Texts from before the day that was asked for. */
  older = 0;
  private readonly began = Date.now();

  private readonly run: Run;

  constructor(run: Run) {
    this.run = run;
  }

  /** How long it has taken so far, in milliseconds. */
  get time(): number {
    return Date.now() - this.began;
  }

  /**
   * Takes in what a file holds.
   *
   * @param tell hears of each text as it is done.
   * @param said hears what else there is to say of the file.
   */
  async takeIn(
    file: GivenFile,
    tell: (outcome: Outcome, itemsLeft: number) => void,
    said: (line: string) => void,
  ): Promise<void> {
    const end = (outcome: Outcome, left = 0) => {
      this.outcomes.push(outcome);
      tell(outcome, left);
    };
    let batch: Batch;
    try {
      batch = await batchOf(file);
    } catch (error) {
      end(failed(file.name, error));
      return;
    }
    if (batch.leftOut?.length) {
      this.leftOut.push(...batch.leftOut.map((what) => `${file.name}: ${what}`));
      said(`${file.name}: left out ${batch.leftOut.join(', ')}`);
    }
    for (const [at, item] of batch.items.entries()) {
      const had = this.run.folder.storyOf(item);
      if (had) {
        this.there += 1;
        if (batch.items.length === 1) said(`${item.name}: taken in before, ${had}`);
        continue;
      }
      try {
        const outcome = await this.storyOf(item, file);
        if (outcome) end(outcome, batch.items.length - at - 1);
        else this.older += 1;
      } catch (error) {
        this.run.frame.registry.forget();
        end(failed(item.name, error), batch.items.length - at - 1);
      }
    }
  }

  /** A story of a text, with all that it needs; `undefined` for an older text. @throws why not, in a sentence. */
  private async storyOf(item: Item, { path, name }: GivenFile): Promise<Outcome | undefined> {
    const { frame, newsroom, folder, since, cwd } = this.run;
    if (item.date && item.date < since) return undefined;
    const manuscript: Manuscript = await item.read();
    if ((manuscript.published ?? since) < since) return undefined;
    const { draft, missing, components, leadsWithin } = soundDraft(
      manuscript,
      { ...frame, path, id: item.id },
      headingsIn(/\.zip$/i.test(name) ? item.name : name),
      newsroom,
    );
    await lookAtPictures(draft);
    const file = folder.put(draft, item, frame.registry.keep(manuscript.name));
    return {
      name: manuscript.name,
      file: relative(cwd, file),
      words: wordsOf(manuscript.words).length,
      missing,
      sources: Object.keys(draft.data['sources'] ?? {}).length,
      components,
      todo: draft.todo,
      isDraft: draft.data['draft'] === true,
      leadsWithin,
    };
  }
}

/** What a file holds. @throws why it cannot be read, in a sentence. */
async function batchOf({ path, name }: GivenFile): Promise<Batch> {
  const form = formOf(name);
  if (!form) throw new Error(`unexpected form ${extname(name) || 'without an ending'}: expected ${endings.join(', ')}`);
  if (statSync(path).size > 500_000_000) throw new Error('it is larger than 500 MB: divide it');
  const bytes = readFileSync(path);
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return await form(bytes, basename(name), `${basename(name)} ${digest}`);
}
