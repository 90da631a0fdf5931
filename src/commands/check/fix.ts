import { visit } from 'unist-util-visit';
import type { Message } from '../../document/message.ts';
import { splitStory } from '../../document/frontmatter.ts';
import { isTag } from '../../document/normalise.ts';
import { parseBody } from '../../document/parse.ts';
import { typedMarks } from '../../strings/quotation-marks.ts';
import { boundsIn } from '../../strings/quotations.ts';

/** Stands for what is no text (Unicode’s “object replacement character”). */
const NO_TEXT = '\uFFFC';

/** A span of a text, and what stands there instead. */
export interface TextEdit {
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
  const edits: TextEdit[] = [];
  visit(tree, ['paragraph', 'heading'], (node) => {
    // As it was typed, with a sign of its own for what is no text, and for what a backslash keeps as it is.
    let typed = '';
    const offsets: number[] = [];
    visit(node, (part) => {
      const [start = 0, end = 0] = [part.position?.start.offset, part.position?.end.offset];
      if ('children' in part && !isTag(part)) return;
      const text = part.type === 'text' ? body.slice(start, end) : NO_TEXT;
      typed += text.replace(/\\./g, NO_TEXT + NO_TEXT);
      for (let index = 0; index < text.length; index += 1) offsets.push(start + index);
      for (const edit of spacesIn(text)) edits.push({ ...edit, start: start + edit.start, end: start + edit.end });
    });
    for (const { at, text } of marksIn(typed, lang)) edits.push({ start: offsets[at]!, end: offsets[at]! + 1, text });
  });
  // Above the body stand only line breaks: its offsets count from another place than the file’s.
  return apply(contents, edits, contents.length - body.length);
}

/** Makes edits in a text. @param shift what their places are short of, in signs. */
export function apply(contents: string, edits: readonly TextEdit[], shift: number): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, text: words }) => text.slice(0, start + shift) + words + text.slice(end + shift),
      contents,
    );
}

/** Straight marks with those of the language in their place; a straight apostrophe with one that is none. */
function marksIn(typed: string, lang: string): { at: number; text: string }[] {
  const [outer, inner] = typedMarks(lang);
  const { opening, closing } = boundsIn(typed, lang);
  return [...typed.matchAll(/["']/g)].flatMap(({ 0: sign, index: at }) => {
    const [open, close] = sign === '"' ? outer : inner;
    const isApostrophe =
      sign === "'" && /\p{L}'|\d'\p{L}|(?<![^\s])'\d/u.test(typed.slice(Math.max(0, at - 1), at + 2));
    const text = opening.has(at) ? open : closing.has(at) ? close : isApostrophe ? '’' : undefined;
    return text === undefined ? [] : [{ at, text }];
  });
}

/** Two spaces or more between words; at the end of a line they are a line break. */
const spacesIn = (typed: string): TextEdit[] =>
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
