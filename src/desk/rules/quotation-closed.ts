import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { unpairedIn } from '../../strings/quotations.ts';
import { isIn } from '../prose.ts';
import type { Passage } from '../prose.ts';
import type { Rule } from '../rule.ts';

/**
 * A quotation mark that opens is closed, and one that closes was opened.
 *
 * Without it, nobody sees where somebody’s words end and the newsroom’s begin. A quotation may go on over several
 * paragraphs, each of them opened anew.
 *
 * @example ok
 * “The bridge is old.
 *
 * “It will be closed”, she said of the 6" pipe and the ’90s.
 *
 * @example not ok
 * “The bridge will be built in the spring, the governor said.
 * @message 1:1 Unexpected “ without an end: expected a ” where the quotation ends.
 *
 * @example not ok
 * The bridge will be built,” the governor said.
 * @message 1:26 Unexpected ” without a beginning: expected a “ where the quotation begins.
 */
export default {
  name: 'quotation-closed',
  severity: 'warning',
  check({ passages, fields, lang }) {
    const found = [...fields, ...passages].map((passage) => ({ passage, ...unpairedIn(withoutCode(passage), lang) }));
    return found.flatMap(({ passage, open, close }, index): Message[] => {
      // What was cut has no end.
      if (/…$/.test(passage.text)) return [];
      if (passage.field === undefined && isIn(passage, 'statement', 'post')) return [];
      const { text } = passage;
      if (open) {
        const next = found[index + 1]?.passage.text.trimStart() ?? '';
        const goesOn = next.startsWith(text[open.at]!) || next.startsWith(open.expected);
        // One that goes on without a mark is closed in one of the next paragraphs.
        const isClosedLater = found.slice(index + 1, index + 5).some((one) => one.close);
        if (!passage.field && (goesOn || isClosedLater)) return [];
        return [
          messageAt(
            passage.placeAt(open.at),
            `Unexpected ${text[open.at]} without an end: expected a ${open.expected} where the quotation ends.`,
          ),
        ];
      }
      if (!close || found.slice(Math.max(0, index - 4), index).some((one) => one.open && !one.passage.field)) return [];
      return [
        messageAt(
          passage.placeAt(close.at),
          `Unexpected ${text[close.at]} without a beginning: expected a ${close.expected} where the quotation begins.`,
        ),
      ];
    });
  },
} satisfies Rule;

/** A passage’s text, with letters in the place of code. */
const withoutCode = ({ code, text }: Passage): string =>
  code.reduce((plain, { start, end }) => plain.slice(0, start) + 'x'.repeat(end - start) + plain.slice(end), text);
