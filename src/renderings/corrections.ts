import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { correctionView, correctionsOf } from '../stories/corrections.ts';
import type { Story, StoryContext } from '../stories/story.ts';

/** One note about a change as a paragraph: its kind and date, and what it says. */
export function plainCorrection(correction: Story['corrections'][number], context: StoryContext): Element {
  const { kind, date, text } = correctionView(correction, context);
  return h('p', h('strong', kind, context.strings.comma, h('time', { dateTime: date.iso }, date.words), ':'), ` ${text}`);
}

/**
 * A plain story with the notes about its changes, for every output that is not the page: serious
 * ones above its words, others below them under a heading. Without notes it stays as it is.
 *
 * @param words what `toPlain` made of the story.
 */
export function withCorrections(words: Root, story: Story, context: StoryContext): Root {
  const { serious, others } = correctionsOf(story);
  const plain = (corrections: Story['corrections']) => corrections.map((correction) => plainCorrection(correction, context));
  const end = others.length ? [h('h2', context.strings.corrections), ...plain(others)] : [];
  return { ...words, children: [...plain(serious), ...words.children, ...end] };
}
