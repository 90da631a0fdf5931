import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Message } from '../../document/message.ts';
import { splitStory } from '../../document/frontmatter.ts';
import { parseBody } from '../../document/parse.ts';
import { quotesOf } from '../../strings/quotes.ts';

interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Mends in a text what needs no thought: straight quotation marks become those of the language,
 * runs of spaces one space. Only the words of the story are touched: no prop, no code, no address.
 */
export function tidy(contents: string, lang: string): string {
  const { yaml, body } = splitStory(contents);
  const tree = yaml === undefined ? undefined : parseBody(body, new Map());
  if (!tree || !('type' in tree)) return contents;
  const edits: Edit[] = [];
  visit(tree, ['paragraph', 'heading'], (node) => {
    let before = '';
    visit(node as Nodes, 'text', ({ position }) => {
      const [start = 0, end = 0] = [position?.start.offset, position?.end.offset];
      const typed = body.slice(start, end);
      for (const edit of [...marksIn(typed, before, lang), ...spacesIn(typed)])
        edits.push({ ...edit, start: start + edit.start, end: start + edit.end });
      before = typed.slice(-1);
    });
  });
  // Above the body stand only line breaks: its offsets count from another place than the file’s.
  return apply(contents, edits, contents.length - body.length);
}

function apply(contents: string, edits: readonly Edit[], shift: number): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, text: words }) => text.slice(0, start + shift) + words + text.slice(end + shift),
      contents,
    );
}

/** Straight marks with those of the language in their place: an opening one where a word begins. */
function marksIn(typed: string, before: string, lang: string): Edit[] {
  const [open, close, innerOpen, innerClose] = quotesOf(lang);
  return [...typed.matchAll(/["']/g)].flatMap(({ 0: sign, index }) => {
    const previous = index ? typed[index - 1]! : before;
    if (previous === '\\') return [];
    const next = typed[index + 1] ?? '';
    // Feet and inches: 6'2".
    if (/\d/.test(previous) && (sign === '"' || /[\d\s]|^$/.test(next))) return [];
    const opens = !previous || /[\s([{“‘«„—–-]/.test(previous);
    const text = sign === '"' ? (opens ? open : close) : opens ? innerOpen : /\p{L}/u.test(next) ? '’' : innerClose;
    return [{ start: index, end: index + 1, text }];
  });
}

/** Two spaces or more between words; at the end of a line they are a line break. */
const spacesIn = (typed: string): Edit[] =>
  [...typed.matchAll(/(?<=\S) {2,}(?=\S)/g)].map(({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
    text: ' ',
  }));

/** Puts the nearest right name in the place of each that does not exist. */
export function correctNames(contents: string, messages: readonly Message[]): string {
  const lines = contents.split('\n');
  const named = messages.filter(({ ruleId }) => /-(exists|known)$/.test(ruleId));
  for (const { line, column, reason, expected: [nearest] = [] } of named.toSorted(
    (a, b) => b.line - a.line || b.column - a.column,
  )) {
    const wrong = (/[“<]([^”>]+)[”>]/.exec(reason)?.[1] ?? '').split('.').at(-1)!;
    const text = lines[line - 1] ?? '';
    const at = text.indexOf(wrong, column - 1);
    if (!nearest || !wrong || at < 0) continue;
    lines[line - 1] = text.slice(0, at) + nearest + text.slice(at + wrong.length);
    const closing = `</${wrong}>`;
    const close = lines.findIndex((each, index) => index >= line - 1 && each.includes(closing));
    if (reason.includes(`<${wrong}>`) && close >= 0) lines[close] = lines[close]!.replace(closing, `</${nearest}>`);
  }
  return lines.join('\n');
}
