import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { quotationMarksOf } from '../strings/quotation-marks.ts';
import { wordingOf } from '../strings/quotations.ts';
import type { Wording } from '../strings/quotations.ts';
import type { ComponentNode } from './contract.ts';
import { errorAt, warningAt } from './message.ts';
import type { Message } from './message.ts';
import { startOf } from './props.ts';

/** Whether all words of a statement are a quotation; and a message where its quotation marks leave that open. */
export function readWording(node: ComponentNode, lang: string): { quote: boolean; messages: Message[] } {
  const paragraphs = node.children as Nodes[];
  const wording = wordingOf(
    paragraphs.map((child) => toString(child)),
    lang,
  );
  if (!('mark' in wording)) return { quote: wording.kind === 'quote', messages: [] };
  const tell = wording.mayBeApostrophe ? warningAt : errorAt;
  const place = startOf(paragraphs[wording.paragraph] ?? node);
  return { quote: false, messages: [tell(place, 'words-valid', reasonOf(wording, lang))] };
}

/** Why a statement’s first quotation mark is a mistake: the label below its words, “In our words”, could be wrong. */
function reasonOf(wording: Extract<Wording, { mark: string }>, lang: string): string {
  const { mark } = wording;
  if (wording.kind === 'unclosed')
    return `Unexpected ${mark} without ${wording.expected}: expected both around words as they were said.`;
  const [open, close] = quotationMarksOf(lang).outer;
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(lang) ?? lang;
  return `Unexpected ${mark} at the beginning of a statement in ${name}: expected ${open}…${close} around words as they were said, or another word first.`;
}
