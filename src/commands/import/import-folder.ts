import { closeSync, existsSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkName } from '../../newsroom/names.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import { takenBy } from '../../stories/address.ts';
import { isTaken, storyText, writeNew, yamlOf } from '../draft.ts';
import type { Item } from './manuscript.ts';
import type { Fresh } from './recognised/registry.ts';
import type { Draft } from './story.ts';

/**
 * The folder that an import writes to, with what earlier runs left there. Nothing that is there is touched, and the
 * same text is not taken in twice.
 */
export class ImportFolder {
  private readonly stories: string;
  /** Stories by the ids of their texts, those of earlier runs included. */
  private readonly taken: Map<string, string>;
  /** Addresses that stories of this run have, written or not. */
  private readonly slugs = new Set<string>();
  private readonly folder: string;
  private readonly newsroom: Newsroom;
  private readonly isDry: boolean;

  /** @param folder absolute. @param isDry nothing is written. */
  constructor(folder: string, newsroom: Newsroom, isDry: boolean) {
    this.folder = folder;
    this.newsroom = newsroom;
    this.isDry = isDry;
    this.stories = join(folder, 'explainers');
    this.taken = importedInto(this.stories);
  }

  /** The story that has this text already, from the folder of stories. */
  storyOf(item: Item): string | undefined {
    return this.taken.get(idOf(item));
  }

  /** Writes a story and the entries that it needs. @returns the story’s file, absolute. */
  put({ slug, data, body, pictures }: Draft, item: Item, fresh: readonly Fresh[]): string {
    const name = this.freeName(slug);
    this.slugs.add(name);
    const folder = join(this.stories, name);
    const file = join(folder, 'index.mdx');
    this.taken.set(idOf(item), relative(this.stories, file));
    if (this.isDry) return file;
    // Entries first: a story whose sources are not there is a story that does not build.
    for (const { collection, id, entry } of fresh) {
      const made = `# Made by an import: look through it, and take out this line.\n${yamlOf(entry)}`;
      try {
        writeNew(join(this.folder, collection), `${id}.yaml`, made);
      } catch (error) {
        // A file that could not be read as an entry has the name already: `check` says what is wrong with it.
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
    try {
      const marked = storyText(data, body).replace('---\n', () => `---\n${mark}${idOf(item)}\n`);
      writeNew(folder, 'index.mdx', marked);
      for (const { name: picture, bytes } of pictures) writeNew(folder, picture, bytes);
    } catch (error) {
      this.taken.delete(idOf(item));
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
    return file;
  }

  /** A name that no story has, and that a build would take. */
  private freeName(slug: string): string {
    const isFree = (name: string) =>
      !this.slugs.has(name) &&
      !isTaken(this.stories, name) &&
      !checkName(name).length &&
      !takenBy('story', name, this.newsroom.options);
    let name = slug;
    for (let number = 2; !isFree(name); number += 1) name = `${slug}-${number}`;
    return name;
  }
}

/**
 * The line in a story by which an import knows that it has a text already. It stands in the story itself, so that it
 * goes along when the story is moved, and is gone when the story is.
 */
const mark = '# Imported: ';

/** An id as it stands in a story. */
const idOf = ({ id }: Item): string => id.replace(/\s+/g, ' ').trim();

/** The stories that came by an import, by the ids of their texts. */
function importedInto(stories: string): Map<string, string> {
  const found = new Map<string, string>();
  if (!existsSync(stories)) return found;
  const start = Buffer.alloc(1024);
  for (const name of readdirSync(stories, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.mdx')) continue;
    const file = openSync(join(stories, name), 'r');
    const length = readSync(file, start);
    closeSync(file);
    const id = /^---\n# Imported: (.+)$/m.exec(start.toString('utf8', 0, length))?.[1];
    if (id) found.set(id, name);
  }
  return found;
}
