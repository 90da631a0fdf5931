import type { Root } from 'hast';
import type { StoryReading } from '../document/read.ts';
import { isText, schemas } from '../schema/index.ts';
import type { TextName } from '../schema/index.ts';
import { registriesOf } from '../stories/registries.ts';
import { noteOf, storyOf } from '../stories/story.ts';
import type { Note, Story, Text } from '../stories/story.ts';
import type { Newsroom } from './newsroom.ts';

/** A text that was read, as far as a story is made of it. */
interface ReadText extends Pick<StoryReading, 'data' | 'facts' | 'tree'> {
  collection: TextName;
  id: string;
}

/** Reads every file of a newsroom. @returns its texts. */
export function readAll(newsroom: Newsroom): ReadText[] {
  return newsroom.survey().flatMap((file): ReadText[] => {
    const { collection, id } = file;
    const { data, facts, tree } = newsroom.read(file);
    const text = { id, data, ...(facts && { facts }), ...(tree && { tree }) };
    return isText(collection) ? [{ collection, ...text }] : [];
  });
}

/**
 * The stories that readers see, with all that they refer to, and the trees of their documents.
 *
 * @param texts of `readAll`, of a newsroom without an error.
 */
export function storiesOf(
  newsroom: Newsroom,
  texts: readonly ReadText[],
): { stories: Story[]; treeOf: (text: Text) => Root } {
  const { options } = newsroom;
  const { outlets, people, authors, topics, terms } = newsroom.registries();
  const registries = registriesOf({
    outlets: listed(outlets),
    people: listed(people),
    authors: listed(authors),
    topics: listed(topics),
    terms: listed(terms),
  });
  const trees = new Map<string, Root>();
  const seen = (name: TextName) => texts.filter((text) => text.collection === name && !newsroom.isHeld(text));
  const documentOf = ({ collection, id, facts, tree }: ReadText): Text['document'] => {
    const digest = `${collection}/${id}`;
    if (!facts) throw new Error(`Unexpected ${digest} with an error: expected stories of a newsroom without one.`);
    if (tree && facts.kind === 'document') trees.set(digest, tree);
    return { ...facts, digest };
  };

  const notes = seen('notes').map((text): [string, Note] => {
    const data = schemas.notes.parse(text.data);
    const known = registries(data.lang ?? options.lang);
    return [text.id, noteOf(text.id, { ...data, document: documentOf(text) }, known, options)];
  });
  const notesById = new Map(notes);
  const stories = seen('explainers').map((text): Story => {
    const data = schemas.explainers.parse(text.data);
    const known = registries(data.lang ?? options.lang);
    return storyOf(text.id, { ...data, document: documentOf(text) }, known, options, notesById);
  });
  const treeOf = ({ document }: Text): Root => trees.get(document.digest) ?? { type: 'root', children: [] };
  return { stories, treeOf };
}

const listed = <Data>(entries: ReadonlyMap<string, Data>) => [...entries].map(([id, data]) => ({ id, data }));
