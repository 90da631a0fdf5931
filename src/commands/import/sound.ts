import { join } from 'node:path';
import { isError } from '../../document/message.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import { decodePicture } from '../../newsroom/pictures.ts';
import { storyText } from '../draft.ts';
import type { Manuscript } from './manuscript.ts';
import type { Headings } from './recognised/sections.ts';
import { toMdxStory } from './story.ts';
import type { Draft, Frame } from './story.ts';
import { wordsIn, wordsMissing } from './words.ts';

/** A draft that a build would take, with what was lost on the way. */
export interface SoundDraft {
  draft: Draft;
  /** Words of the text that are not in the story. */
  missing: string[];
  /** Names of components in it. */
  components: string[];
  /** Whether it has links to somewhere within the site. */
  leadsWithin: boolean;
}

/**
 * A draft that a build would take and that has every word: where what was recognised does not hold, the text as it
 * came, and where its form does not hold either, its words.
 *
 * @throws why it cannot be written as a story, in a sentence.
 */
export function soundDraft(manuscript: Manuscript, frame: Frame, headings: Headings, newsroom: Newsroom): SoundDraft {
  let best: SoundDraft | undefined;
  let fault: string | undefined;
  for (const depth of ['all', 'head', 'words'] as const) {
    // What is proposed for a draft that does not hold is not proposed at all.
    frame.registry.forget();
    let draft: Draft;
    try {
      draft = toMdxStory(manuscript, frame, headings, depth);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      continue;
    }
    const file = { collection: 'explainers' as const, path: join(frame.path, '../story.mdx') };
    // A draft may have mistakes; what is imported has none, drafts neither.
    const { draft: _, ...data } = draft.data;
    const {
      messages,
      markdown: reading,
      facts,
      links = [],
    } = newsroom.look(file, storyText(data, draft.body.replace(comments, '')));
    // Its pictures are not beside it yet.
    const found = messages.find((message) => isError(message) && message.ruleId !== 'image-exists');
    if (found || !reading) {
      fault = found?.reason;
      continue;
    }
    const names = frame.registry.fresh.map(({ entry }) => JSON.stringify(entry));
    const written = [wordsIn(reading.tree), valuesOf(draft.data), ...names, draft.became, ...draft.todo];
    const missing = wordsMissing(manuscript.words, written.join('\n'));
    if (!best || missing.length < best.missing.length) {
      best = { draft, missing, components: facts?.components ?? [], leadsWithin: links.length > 0 };
    }
    if (!missing.length) return best;
    // Its words alone have all of them, and nothing else: only for a text that cannot be had otherwise.
    if (depth === 'head') break;
  }
  if (!best) throw new Error(fault ?? 'it cannot be written as a story');
  const more = best.missing.length > 30 ? ` and ${best.missing.length - 30} more` : '';
  leave(best.draft, `Words of the text that are not here: ${best.missing.slice(0, 30).join(' ')}${more}.`);
  return best;
}

/** Says in a draft which of its pictures a build would refuse. */
export async function lookAtPictures(draft: Draft): Promise<void> {
  for (const { name, bytes } of draft.pictures) {
    const faults = await decodePicture(Buffer.from(bytes), name);
    for (const { reason } of faults.filter(({ isWarning }) => !isWarning)) leave(draft, reason);
  }
}

/** Leaves a job to the writer: the story stays a draft, and says why at its top. */
function leave(draft: Draft, reason: string): void {
  draft.todo.push(reason);
  draft.data['draft'] = true;
  draft.body = `{/* TODO ${reason.replaceAll('*/', '* /')} */}\n\n${draft.body}`;
}

/** The notes for the writer, which are the only code in a story that is imported: without it, reading is quick. */
const comments = /^(?:\{\/\* TODO .*\*\/\}\n+)+/;

/** Every text in a value. */
const valuesOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value && typeof value === 'object'
      ? Object.values(value).map(valuesOf).join('\n')
      : '';
