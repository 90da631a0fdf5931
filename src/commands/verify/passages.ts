import type { Message } from '../../document/message.ts';
import { finding, note } from './finding.ts';
import type { CopyRule } from './finding.ts';
import { linkFindings } from './links.ts';
import { isFurniture, storyTextOf, placeOf, shownText } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import { comparedWords, inShort } from './words.ts';

/** What stands above and below a story: the standfirst, the dates, the sources. */
export function passageFindings(reading: Comparison): Message[] {
  const { record, copy, places } = reading;
  return [
    ...headFindings(reading),
    ...(record.sources ?? []).flatMap(({ text, links }) => {
      const passage = storyTextOf(text, links);
      const [start] = places.of(passage.words.map(({ is }) => is));
      if (start !== undefined) return linkFindings(passage, copy, (word) => start + word);
      const now = likeIn(reading, text);
      const shown = now && `Unexpected source “${inShort(shownText(copy, now))}”: expected`;
      return [finding('source', `${shown ?? 'Missing source: expected'} “${text}”.`, placeOf(copy, now?.[0]))];
    }),
  ];
}

function headFindings(reading: Comparison): Message[] {
  const { record, copy, places } = reading;
  const { standfirst, dates } = record;
  const messages: Message[] = [];
  const change = (rule: CopyRule, now: number[], text: string) =>
    messages.push(
      finding(rule, `Unexpected “${inShort(shownText(copy, now))}”: expected “${text}”.`, placeOf(copy, now[0])),
    );
  if (standfirst && !places.of(comparedWords(standfirst)).length) {
    const now = likeIn(reading, standfirst) ?? inPlaceOfStandfirst(reading);
    if (now) change('standfirst', now, standfirst);
    else messages.push(note('standfirst', `The standfirst is left out: “${standfirst}”`));
  }
  // Pages may tell dates in their own way; those that they tell like the story have to be its own.
  for (const date of dates?.split(' · ') ?? []) {
    if (places.of(comparedWords(date)).length) continue;
    const now = likeIn(reading, date);
    if (now) change('date', now, date);
    else messages.push(note('date', `The date is left out, or told in another way: “${date}”.`));
  }
  return messages;
}

/** The words of the block that is most like a text, and is not the story’s own. */
function likeIn({ copy, ownBlocks }: Comparison, text: string): number[] | undefined {
  const words = new Set(comparedWords(text));
  let best: number[] | undefined;
  let most = 0.6;
  let block: number[] = [];
  const look = () => {
    const own = new Set(block.map((at) => copy.words[at]!.is));
    const shared = [...words].filter((word) => own.has(word)).length;
    const share = (2 * shared) / (words.size + own.size);
    if (block.length && share >= most) [best, most] = [block, share];
    block = [];
  };
  for (const [at, word] of copy.words.entries()) {
    if (block.length && copy.words[block[0]!]!.block !== word.block) look();
    if (!ownBlocks.has(word.block)) block.push(at);
  }
  look();
  return best;
}

/** A sentence between the headline and the story, where its standfirst would be. */
function inPlaceOfStandfirst(reading: Comparison): number[] | undefined {
  const { copy, record, own, places } = reading;
  const headline = comparedWords(record.headline);
  const first = [...own].reduce((least, at) => Math.min(least, at), Infinity);
  const start = places.of(headline).findLast((at) => at + headline.length <= first);
  if (start === undefined) return undefined;
  const blocks = new Map<number, number[]>();
  for (let at = start + headline.length; at < first; at++) {
    const { block } = copy.words[at]!;
    const words = blocks.get(block);
    if (words) words.push(at);
    else blocks.set(block, [at]);
  }
  return [...blocks]
    .filter(
      ([block, words]) =>
        words.length > 8 &&
        words.every((at) => !isFurniture(copy.words[at]!, reading)) &&
        /[.!?…。؟।]["'”’»)]*\s*$/.test(copy.blocks[block]!.text) &&
        !record.corrections.some(({ text }) => copy.blocks[block]!.text.includes(text)),
    )
    .at(-1)?.[1];
}
