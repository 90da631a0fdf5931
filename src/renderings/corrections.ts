import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { correctionView, correctionsOf } from '../stories/corrections.ts';
import type { Story } from '../stories/story.ts';
import { foreignStrings } from '../strings/foreign.ts';
import type { Strings } from '../strings/strings.ts';

/** One note about a change as a paragraph: its kind and date, and what it says. */
export function plainCorrection(
  correction: Story['corrections'][number],
  story: Story,
  strings: Strings,
  timeZone: string,
): Element {
  const { kind, date, text } = correctionView(correction, { story, strings, timeZone });
  return h('p', h('strong', kind, strings.comma, h('time', { dateTime: date.iso }, date.words), ':'), ` ${text}`);
}

/**
 * The notes about changes for every output that is not the page: those above the words of a story,
 * the section below them, and all of them, the newest first.
 */
export function plainCorrections(
  story: Story,
  strings: Strings,
  timeZone: string,
): { above: ElementContent[]; below: ElementContent[]; all: ElementContent[] } {
  const { serious, others } = correctionsOf(story);
  const plain = (corrections: Story['corrections']) =>
    corrections.map((correction) => plainCorrection(correction, story, strings, timeZone));
  return {
    above: plain(serious),
    all: plain(story.corrections),
    below: others.length
      ? [h('section', [h('h2', foreignStrings(story.lang), strings.corrections), ...plain(others)])]
      : [],
  };
}
