import type { Code, Table, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nearest } from '../schema/nearest.ts';
import type { Contracts } from './contract.ts';
import { cut, errorAt, warningAt } from './message.ts';
import type { Message } from './message.ts';
import type { Place } from './place.ts';
import { startOf } from './props.ts';
import { tagFor } from './tag.ts';
import type { Visit } from './visits.ts';

/** What is known of a story where its signs are looked at. */
interface Known {
  contracts: Contracts;
  /** The names of its addresses: `plan` of `[plan]: https://…`. */
  definitions: readonly string[];
}

/** What is said of signs: an error where a link, a picture or a source is lost, a warning where they may be meant. */
interface Finding {
  at: number;
  isLoss: boolean;
  reason: string;
  nearest?: string | undefined;
}

/** Signs that Markdown has left in the words of a story, where something else was most likely meant. */
export function checkMeaning(visits: readonly Visit[], body: string, contracts: Contracts): Message[] {
  const definitions = visits.flatMap(({ node }) => (node.type === 'definition' ? node.identifier : []));
  return visits.flatMap(({ node }) => {
    if (node.type === 'text') return mayBeSign.test(node.value) ? inText(node, body, { contracts, definitions }) : [];
    if ((node.type === 'definition' || node.type === 'linkReference') && node.identifier.startsWith('^'))
      return [errorAt(startOf(node), 'sign-meant', footnote(`[${node.identifier}]`, contracts))];
    if (node.type === 'table') return lostCells(node);
    if (node.type === 'code') return openFence(node, body);
    return [];
  });
}

const mayBeSign = /[*_`[\]|&]|~~|==|:::|##|<[ \t]/;

/** Cells that a page would leave out (GitHub Flavored Markdown Spec, 4.10: “the excess is ignored”). */
function lostCells({ children: [head, ...rows] }: Table): Message[] {
  const width = head?.children.length ?? 0;
  return rows.flatMap((row) => {
    const cell = row.children[width];
    const reason = `Unexpected cell “${cut(cell ? toString(cell) : '')}” beyond the columns of its table: expected ${width}, as in the first row, or “\\|” for the sign itself.`;
    return cell ? [errorAt(startOf(cell), 'sign-meant', reason)] : [];
  });
}

/** A line of ``` that makes code of all that follows. */
function openFence(node: Code, body: string): Message[] {
  const lines = body.slice(node.position?.start.offset, node.position?.end.offset).split('\n');
  const [fence = ''] = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? '') ?? [];
  const isClosed =
    lines.length > 1 &&
    lines
      .at(-1)!
      .replace(/^[ \t>]*/, '')
      .startsWith(fence);
  const reason = `Unexpected “${fence}” that is not closed, which makes code of all that follows: expected it again on a line of its own.`;
  return fence && !isClosed ? [errorAt(startOf(node), 'sign-meant', reason)] : [];
}

function inText(node: Text, body: string, known: Known): Message[] {
  const { start, end } = node.position ?? {};
  const typed = body.slice(start?.offset ?? 0, end?.offset ?? 0);
  // Words in braces, `{"**"}`, are as they were meant.
  if (!start || typed.startsWith('{')) return [];
  // What has a backslash before it is meant as a sign.
  const bare = typed.replace(/\\[!-/:-@[-`{-~]/g, '\0\0');
  return finders.flatMap((find) =>
    find(bare, known).map(({ at, isLoss, reason, nearest: meant }) =>
      (isLoss ? errorAt : warningAt)(placeIn(start, typed, at), 'sign-meant', reason, meant),
    ),
  );
}

function placeIn(start: Place, typed: string, at: number): Place {
  const before = typed.slice(0, at).split('\n');
  return before.length > 1
    ? { line: start.line + before.length - 1, column: before.at(-1)!.length + 1 }
    : { line: start.line, column: start.column + at };
}

type Find = (text: string, known: Known) => Finding[];

const address = String.raw`(?:https?:\/\/|www\.|mailto:|\.{0,2}\/|#)[^\s()[\]]*`;

/** A finder of a pattern, each match of which is told in the same way. */
const finder =
  (pattern: RegExp, tell: (match: RegExpExecArray, known: Known) => Omit<Finding, 'at'> | undefined): Find =>
  (text, known) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const told = tell(match, known);
      return told ? [{ at: match.index, ...told }] : [];
    });

const footnote = (sign: string, contracts: Contracts): string =>
  `Unexpected footnote “${cut(sign)}”: expected ${tagFor(contracts, 'badge')}, or its words in the text.`;

const finders: Find[] = [
  finder(/<[ \t]+(\/?[A-Z]\w*)/g, ([, name = ''], { contracts }) =>
    contracts.has(name.replace('/', ''))
      ? { isLoss: true, reason: `Unexpected space in “< ${name}”: expected “<${name}”.` }
      : undefined,
  ),
  finder(/\[\^[^\s[\]]+\]/g, ([sign], { contracts }) => ({ isLoss: true, reason: footnote(sign, contracts) })),
  finder(new RegExp(String.raw`(\[[^[\]]*\])\s+(\(${address}\))`, 'g'), ([, words = '', url = '']) => ({
    isLoss: true,
    reason: `Unexpected space between “${cut(words)}” and “${cut(url)}”: expected one right behind the other, as in a link.`,
  })),
  finder(new RegExp(String.raw`\([^()]*\)\[${address}\]`, 'g'), ([whole]) => ({
    isLoss: true,
    reason: `Unexpected “${cut(whole)}”: expected square brackets around the words of a link, and round ones around its address.`,
  })),
  finder(/(!?)\[[^[\]]*\]\(([^()<>\n]*)\)/g, ([, sign = '', url = '']) => ({
    isLoss: true,
    reason: `Unexpected ${/\s/.test(url.trim()) ? 'space' : 'sign'} in the address “${cut(url)}” of a ${sign ? 'picture' : 'link'}: expected %20 for a space, or “\\[” for the sign itself.`,
    nearest: /["']/.test(url) ? undefined : url.trim().replace(/\s+/g, '%20'),
  })),
  finder(/(?<![\w\]])\[([^[\]^][^[\]]*)\]\[([^[\]]*)\]/g, ([whole, words = '', name = ''], { definitions }) =>
    new RegExp(`^${address}$`).test(name)
      ? {
          isLoss: true,
          reason: `Unexpected “${cut(whole)}”: expected the address of a link in round brackets.`,
        }
      : {
          isLoss: false,
          reason: `Unexpected “${cut(whole)}”: expected a line such as “[${cut(name || words)}]: https://example.org/page” in the story, or “\\[” for the sign itself.`,
          nearest: definitionNear(name || words, definitions),
        },
  ),
  finder(/~~(?=[^\s~])([^~\n]*[^\s~])~~/g, ([whole, words = '']) => ({
    isLoss: false,
    reason: `Unexpected “${cut(whole)}”: expected <del>${cut(words)}</del> for words that are struck out.`,
  })),
  finder(/(!?)\[[^[\]]*\]\(([^\s()[\]]+)(?![^()]*\))/g, ([, sign, url = '']) => ({
    isLoss: true,
    reason: `Unexpected ${sign ? 'picture' : 'link'} to “${cut(url)}” that is not closed: expected “)” behind its address.`,
  })),
  finder(/^(#{2,6})([^\s#].*)/gm, ([, sign = '', words = '']) => ({
    isLoss: false,
    reason: `Unexpected “${cut(sign + words)}”: expected a space behind “${sign}”, as in a heading.`,
    nearest: `${sign} ${cut(words)}`,
  })),
  finder(/(?<![^\n])\|.*\|[ \t]*\n\|.*\|/g, ([rows]) => ({
    isLoss: false,
    reason: `Unexpected rows of a table without a line such as “|${' --- |'.repeat(rows.split('\n')[0]!.trim().split('|').length - 2)}”: expected it below the first of them.`,
  })),
  finder(/^:::+[ \t]*[\w-]+/gm, ([sign]) => ({
    isLoss: false,
    reason: `Unexpected “${cut(sign)}”: expected the tags of a component around the words.`,
  })),
  finder(/^\[[ xX]\](?=\s)/g, ([sign]) => ({
    isLoss: false,
    reason: `Unexpected box “${sign}” to tick: expected the words of the item alone.`,
  })),
  finder(/(?<![=\w])==(?=[^\s=])([^=\n]*[^\s=])==(?!=)/g, ([whole, words = '']) => ({
    isLoss: false,
    reason: `Unexpected “${cut(whole)}”: expected <mark>${cut(words)}</mark> for words that are marked.`,
  })),
  finder(
    /&(nbsp|mdash|ndash|lsquo|rsquo|ldquo|rdquo|hellip|(?:amp|quot|lt|gt)(?![\w;]))(?!;)/g,
    ([sign, name = '']) => ({
      isLoss: false,
      reason: `Unexpected “${sign}” without “;”, which readers would see: expected it behind the name of a sign.`,
      nearest: `&${name};`,
    }),
  ),
  unclosed('__', /(?<![\p{L}\p{N}_])__(?=[^\s_])/gu, 'bold words'),
  unclosed('_', /(?<![\p{L}\p{N}_])_(?=[\p{L}\p{N}])/gu, 'words in italics'),
  unclosed('*', /(?<![\p{L}\p{N}*])\*(?=[\p{L}\p{N}\p{Pi}])/gu, 'words in italics'),
  unclosed('`', /(?<!`)`(?=[^\s`])/g, 'code'),
  boldMarks,
];

/** A sign that stands before words, and not behind them again. */
function unclosed(sign: string, pattern: RegExp, what: string): Find {
  return finder(pattern, () => ({
    isLoss: false,
    reason: `Unexpected “${sign}” that is not closed: expected it again right behind the ${what}, or “${sign.replace(/./g, '\\$&')}” for the sign${sign.length > 1 ? 's' : ''}.`,
  }));
}

function definitionNear(name: string, definitions: readonly string[]): string | undefined {
  const meant = nearest(name, definitions);
  return meant && `[${meant}]`;
}

const isWordSign = (sign: string | undefined) => /[\p{L}\p{N}\p{M}]/u.test(sign ?? '');

/** `**` that makes nothing bold; not that of a word with letters left out, such as “f**k”. */
function boldMarks(text: string): Finding[] {
  const marks = [...text.matchAll(/(?<!\*)\*\*(?!\*)/g)].map(({ index }) => index);
  for (const [number, at] of marks.entries()) {
    const [before, after] = [text[at - 1], text[at + 2]];
    const next = marks[number + 1];
    // Beside a punctuation mark, `**` is one end of bold words only where a space is on its other side.
    if (next !== undefined && (isWordSign(before) || isWordSign(text[next + 2]))) {
      const words = text.slice(at + 2, next);
      if (/^[\p{P}\p{S}]|[\p{P}\p{S}]$/u.test(words) && /^\S(?:.*\S)?$/s.test(words))
        return [
          {
            at,
            isLoss: false,
            reason: `Unexpected “**” between a letter and a punctuation mark, which makes nothing bold: expected <b>${cut(words)}</b>.`,
          },
        ];
    }
    if (isWordSign(before)) continue;
    if (after !== undefined && !/\s/.test(after))
      return [
        {
          at,
          isLoss: false,
          reason:
            'Unexpected “**” that is not closed: expected it again right behind the bold words, or “\\*\\*” for the signs.',
        },
      ];
    if (next !== undefined && after !== undefined && text.slice(at + 2, next).trim())
      return [
        {
          at,
          isLoss: false,
          reason: `Unexpected space behind “**”: expected it right before the bold words, and again right behind them.`,
        },
      ];
  }
  return [];
}
