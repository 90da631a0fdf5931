import { cut, messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { countWords } from '../../document/words.ts';
import { isIn } from '../prose.ts';
import type { Passage } from '../prose.ts';
import type { Rule } from '../rule.ts';

/**
 * A paragraph stands once, and so does a word.
 *
 * What was pasted twice, or typed twice at the end of a line, is seen by every reader but its writer.
 *
 * @example ok
 * He said that that was all he had had.
 *
 * @example not ok
 * The council votes on the the bridge.
 * @message 1:26 Unexpected second “the”: expected it once.
 *
 * @example not ok
 * The council votes on January 20 on the bridge.
 *
 * The governor is for it.
 *
 * The council votes on January 20 on the bridge.
 * @message 5:1 Unexpected paragraph “The council votes on January 20 on the bridge.” again: expected it once.
 */
export default {
  name: 'said-twice',
  severity: 'warning',
  check({ passages, fields, words, lang }) {
    const seen = new Map<string, Passage>();
    const paragraphs = passages.flatMap((passage): Message[] => {
      const { node, text } = passage;
      if (
        node.type !== 'paragraph' ||
        countWordsIn(text, lang) < 8 ||
        !/[.!…。！”"»」]$/.test(text.trim()) ||
        /^[^\s:]+:\s/.test(text) ||
        isBold(node) ||
        isIn(passage, 'quotation', 'points')
      )
        return [];
      const key = text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      const first = seen.get(key);
      if (!first) seen.set(key, passage);
      return first
        ? [messageAt(passage.placeAt(0), `Unexpected paragraph “${cut(text)}” again: expected it once.`)]
        : [];
    });
    if (!words || words.isUnspaced) return paragraphs;
    const twice = [...fields, ...passages].flatMap((passage) =>
      [
        ...passage.text.matchAll(/(?<![\p{L}\p{N}\p{M}’'.-])(\p{L}[\p{L}\p{M}]*)\s+(\1)(?![\p{L}\p{N}\p{M}’'-])/giu),
      ].flatMap((match) => {
        const [whole, first = '', second = ''] = match;
        const isName = /^\p{Lu}/u.test(second);
        if (isName || words.twice.includes(second.toLowerCase())) return [];
        // “to to”, but not the last word of a badge and the first behind it.
        if (passage.citations.some(({ start, end }) => start <= match.index && match.index + first.length <= end))
          return [];
        return [
          messageAt(
            passage.placeAt(match.index + whole.length - second.length),
            `Unexpected second “${second}”: expected it once.`,
          ),
        ];
      }),
    );
    return [...paragraphs, ...twice];
  },
} satisfies Rule;

/** Whether all of a paragraph is bold: then it is a question of an interview, or a label. */
const isBold = (node: Passage['node']) => 'children' in node && node.children.every(({ type }) => type === 'strong');

/** Where words stand without spaces, two signs are about one. */
const countWordsIn = (text: string, lang: string) => (/^(ja|zh|th)/.test(lang) ? text.length / 2 : countWords(text));
