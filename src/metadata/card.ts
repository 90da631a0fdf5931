import type { Options } from '../options.ts';
import { hasPage, pages } from '../stories/address.ts';

/** The size of a card in pixels, as Open Graph has it: 1.91 to 1. */
export const CARD = { width: 1200, height: 630 };

/** The scripts that our fonts have; what is written in another has no card of its own. */
const inScripts =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Devanagari}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether cards can show words. */
export const isOnCards = (words: string): boolean => inScripts.test(words);

/** Whether pages that are no story’s have a card of name and tagline: where the newsroom gives no picture. */
export const hasFrontCard = ({
  image,
  name,
  tagline = '',
  without,
}: Pick<Options, 'image' | 'name' | 'tagline' | 'without'>): boolean =>
  !image && hasPage(pages.frontCard, { without }) && isOnCards(name + tagline);
