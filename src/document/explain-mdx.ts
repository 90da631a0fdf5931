import type { VFileMessage } from 'vfile-message';
import type { Contracts } from './contract.ts';
import { unclosedHtml } from './mended-html.ts';
import { isQuotationMark } from '../strings/quotation-marks.ts';
import { cut, errorAt } from './message.ts';
import type { Message } from './message.ts';
import type { Place } from './place.ts';
import { tagFor } from './tag.ts';

/** Finds the mistake behind a parser’s error: what the writer typed and where, rather than where reading stopped. */
export function explainMdx(
  { reason, place, source, ruleId }: VFileMessage,
  body: string,
  contracts: Contracts,
): Message {
  const point = place && 'start' in place ? place.start : place;
  const offset = point ? offsetOf(point, body) : body.length;
  const at = (from: number, words: string) => error(placeOf(from, body), words);
  switch (source) {
    case 'mdast-util-mdx-jsx':
      return ruleId === 'end-tag-mismatch' ? explainPairs(reason, offset, body) : explainClosing(ruleId, offset, body);
    case 'micromark-extension-mdx-jsx':
      return explainTag(reason, ruleId, offset, body, contracts);
    case 'micromark-extension-mdx-expression': {
      const brace = openBrace(body, offset);
      if (ruleId === 'unexpected-eof')
        return at(brace, 'Unexpected “{” without “}”: expected “}” after it, or “\\{” for the sign itself.');
      const code = /^\{[^}\n]*\}?/.exec(body.slice(brace))?.[0] ?? '{';
      return at(
        brace,
        `Unexpected “${cut(code)}”: expected a value such as {5} in braces, or “\\{” for the sign itself.`,
      );
    }
    case 'micromark-extension-mdxjs-esm': {
      const [line = 0, word = 'import'] = lastMatch(/^(import|export)\b/gm, body.slice(0, offset));
      return at(
        line,
        `Unexpected words after “${word}” at the beginning of a line: expected code, or another first word.`,
      );
    }
    default:
      return at(offset, 'Unexpected signs: expected Markdown and components.');
  }
}

const error = (place: Place, reason: string) => errorAt(place, 'mdx-syntax', reason);

/** Where the opening tag is, the parser tells only in the words of its message. */
const openTag = /closing tag for `<([^>`]*)>` \((\d+):(\d+)/;

/** An opening and a closing tag that do not match: one is missing, misspelt, or outside of what the other stands in. */
function explainPairs(reason: string, offset: number, body: string): Message {
  const [, name = '', line, column] = openTag.exec(reason) ?? [];
  const [, closing, container] = /closing tag `<\/([^>`]*)>`(?:,| either after the end of `(\w+)`)/.exec(reason) ?? [];
  if (container) {
    const where = container === 'paragraph' ? 'a line of its own' : 'the same side of it';
    return error(
      placeOf(offset, body),
      `Unexpected </${closing}> at the end of ${nounOf(container)}: expected it on ${where}, like <${closing}>.`,
    );
  }
  const open = { line: Number(line), column: Number(column) };
  const mended = unclosedHtml(body.slice(offsetOf(open, body)));
  if (mended) return error(open, `Unexpected ${mended.got}: expected ${mended.expected}.`);
  if (closing === undefined) {
    const end = /before the end of `(\w+)`/.exec(reason)?.[1];
    const startsLine = /(^|\n)\s*$/.test(body.slice(0, offsetOf(open, body)));
    const other = end === 'paragraph' && startsLine ? `, or <${name}> on a line of its own` : '';
    return error(
      open,
      `Unexpected end of ${end ? nounOf(end) : 'the story'} while <${name}> is open: expected </${name}> before it${other}.`,
    );
  }
  if (isOpen(closing, body.slice(0, offset)))
    return error(open, `Unexpected </${closing}> while <${name}> is open: expected </${name}> before it.`);
  return error(placeOf(offset, body), `Unexpected </${closing}>: expected </${name}>, for the tag in line ${line}.`);
}

/** Whether a tag of this name was opened and not closed. */
function isOpen(name: string, text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const literal = name.replace(/[^\w]/g, '\\$&');
  return (
    count(new RegExp(`<${literal}(?![\\w.:-])(?:[^<>]*[^<>/])?>`, 'g')) > count(new RegExp(`</${literal}\\s*>`, 'g'))
  );
}

/** A closing tag without an opening one, or with more in it than a name. */
function explainClosing(ruleId: string | undefined, offset: number, body: string): Message {
  const start = body.lastIndexOf('<', offset);
  const name = /^<\s*\/\s*([^\s/>]*)/.exec(body.slice(start))?.[1] ?? '';
  if (ruleId === 'unexpected-closing-slash') {
    const spaced = new RegExp(`<[ \\t]+${name.replace(/[^\w]/g, '\\$&')}\\b`).exec(body.slice(0, start));
    if (spaced) return error(placeOf(spaced.index, body), `Unexpected space in “< ${name}”: expected “<${name}”.`);
    return error(placeOf(start, body), `Unexpected </${name}>: expected <${name}> before it.`);
  }
  const what = ruleId === 'unexpected-attribute' ? 'prop' : '“/”';
  return error(placeOf(offset, body), `Unexpected ${what} in </${name}>: expected only the name of the tag.`);
}

/** A tag that cannot be read to its end, or a `<` that is no tag. */
function explainTag(
  reason: string,
  ruleId: string | undefined,
  offset: number,
  body: string,
  contracts: Contracts,
): Message {
  const start = body.lastIndexOf('<', offset);
  const rest = body.slice(start);
  const tag = body.slice(start, offset);
  const at = (from: number, words: string) => error(placeOf(from, body), words);
  const where = `<${/^<\/?([\w.:-]*)/.exec(rest)?.[1]}>`;
  const sign = [...body.slice(offset)][0] ?? '';
  if (rest.startsWith('<!')) return at(start, 'Unexpected “<!”: expected a comment as {/* words */}.');
  const [, address] = /^<((?:[a-z][\w+.-]*:\/\/|[^\s<>]*@)[^\s<>]*)/i.exec(rest) ?? [];
  if (address) {
    const url = address.includes('://') ? address : `mailto:${address.replace(/^mailto:/i, '')}`;
    return at(start, `Unexpected address in “<” and “>”: expected “[words]” and right behind it “(${url})”.`);
  }
  if (reason.includes(' before name,'))
    return at(
      start,
      `Unexpected “<”: expected a tag such as ${tagFor(contracts, 'badge')}, or “\\<” for the sign itself.`,
    );
  if (reason.includes(' in attribute value,')) {
    const [value = 0, name = '', quote = '"'] = lastMatch(/([\w:-]+)\s*=\s*(["'])/g, tag);
    return at(
      start + value,
      `Unexpected end of the paragraph in “${name}” on ${where}: expected ${quote} at the end of its value.`,
    );
  }
  if (reason.includes(' before attribute value,')) {
    const [, name = ''] = lastMatch(/([\w:-]+)\s*=\s*$/g, tag);
    return at(
      offset,
      `Unexpected ${isQuotationMark(sign) ? sign : `“${sign}”`} after “${name}=” on ${where}: expected straight quotation marks, as in ${name}="…".`,
    );
  }
  if (ruleId === 'unexpected-lazy')
    return at(start, `Unexpected line break in ${where}: expected the whole tag in one line of a list or quotation.`);
  if (ruleId === 'unexpected-eof')
    return at(start, `Unexpected end of the text in ${where}: expected “/>” or “>” at the end of the tag.`);
  return at(
    offset,
    `Unexpected “${sign}” in ${where}: expected a prop as in title="…", or “/>” or “>” at the end of the tag.`,
  );
}

const nouns: Record<string, string> = {
  paragraph: 'the paragraph',
  strong: 'the bold text',
  emphasis: 'the italic text',
  link: 'the link',
  image: 'the picture',
  atxHeading: 'the heading',
  listItem: 'the line of the list',
  blockQuote: 'the quotation',
};

const nounOf = (node: string) => nouns[node] ?? 'the text';

/** The last `{` before a place that has no `}`. */
function openBrace(body: string, offset: number): number {
  let depth = 0;
  for (let index = Math.min(offset, body.length) - 1; index >= 0; index -= 1) {
    if (body[index] === '}') depth += 1;
    if (body[index] === '{' && depth-- === 0) return index;
  }
  return body.lastIndexOf('{', offset);
}

/** Where the last match is, and what it caught. */
function lastMatch(pattern: RegExp, text: string): [number, ...string[]] | [] {
  const match = [...text.matchAll(pattern)].at(-1);
  return match ? [match.index, ...match.slice(1)] : [];
}

function placeOf(offset: number, body: string): Place {
  const before = body.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

function offsetOf({ line, column }: Place, body: string): number {
  const before = body.split('\n').slice(0, line - 1);
  return before.reduce((sum, text) => sum + text.length + 1, column - 1);
}
