import { cut, messageAt } from '../../document/message.ts';
import type { Rule } from '../rule.ts';

/**
 * Nothing is left to do.
 *
 * Comments that begin with TODO, which `new` and `import` leave where a writer has to look, do not
 * show on the page. Take each out when it is done. A headline or a description that begins so is told of, too.
 *
 * @example ok
 * {/* Checked with the governor’s office. *\/}
 *
 * The council votes on January 20.
 *
 * @example not ok
 * {/* TODO Who said this? *\/}
 *
 * The council votes on January 20.
 * @message 1:1 Unexpected comment “TODO Who said this?”: expected it done, and the comment taken out.
 *
 * @example not ok
 * ---
 * description: TODO One sentence on what happened.
 * ---
 * The council votes on January 20.
 * @message above Unexpected description “TODO One sentence on what happened.”: expected your words.
 */
export default {
  name: 'to-do',
  severity: 'warning',
  check: ({ body, data: { headline, description }, placeOf }) => [
    ...Object.entries({ headline, description })
      .filter(([, text]) => /^TODO\b/.test(text))
      .map(([key, text]) =>
        messageAt(placeOf([key], 'value'), `Unexpected ${key} “${cut(text)}”: expected your words.`),
      ),
    ...[...body.matchAll(/\{\/\*\s*(TODO\b[\s\S]*?)\s*\*\/\}/g)].map((match) => {
      const before = body.slice(0, match.index).split('\n');
      const place = { line: before.length, column: before.at(-1)!.length + 1 };
      return messageAt(place, `Unexpected comment “${cut(match[1]!)}”: expected it done, and the comment taken out.`);
    }),
  ],
} satisfies Rule;
