import { isCollection, isScalar, visit } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import { cut } from './message.ts';
import type { Message } from './message.ts';

/** Makes a message about the text at an offset of the YAML. */
export type Say = (offset: number, reason: string, nearest?: string) => Message;

/** A line that sets a key, or an item of a list: what is before the value, and the value. */
const entry = /^(\s*(?:- +)*(?:[\w-]+:[ \t]+|- +))(\S.*)$/;

/** Finds the mistake behind an error: what the writer typed and where, rather than where YAML gave up. */
export function explainYaml({ code, pos: [offset] }: YAMLError, yaml: string, document: Document, say: Say): Message {
  const quote = openQuote(document, yaml, offset);
  if (quote)
    return say(
      quote.offset,
      `Unexpected end of the line in quotation marks: expected ${quote.sign} at the end of the text.`,
    );
  const bracket = openBracket(document, yaml);
  const hidden = bracket && commentBehind(yaml, bracket.offset);
  if (hidden) return commentInText(yaml, hidden, say);
  const glue = missingComma(yaml, code, offset);
  if (glue)
    return say(
      glue.offset,
      `Unexpected “${glue.word}” behind “${cut(glue.before)}”: expected a comma between the two.`,
    );
  if (bracket)
    return say(
      bracket.offset,
      `Unexpected “${bracket.sign}” without “${bracket.close}”: expected “${bracket.close}” at the end of the list.`,
    );
  if (code === 'TAB_AS_INDENT') return say(offset, 'Unexpected tab: expected spaces at the beginning of the line.');

  const { start, line } = lineAt(yaml, offset);
  const [, front = '', key, glued] = /^(\s*(?:- +)*)([\w-]+):(\S.*)$/.exec(line) ?? [];
  if (key)
    return say(start + front.length, `Unexpected “${cut(`${key}:${glued}`)}”: expected a space after the colon.`);

  const [, before = '', value = ''] = entry.exec(line) ?? [];
  if (value) {
    const sign = unquotedSign(yaml, start + before.length, say);
    if (sign.expected) return sign;
  }
  const indent = indentOf(line);
  const below = lineAt(yaml, start + line.length + yaml.slice(start + line.length).search(/\S|$/));
  if (value && code !== 'BAD_INDENT' && indentOf(below.line) > indent) {
    return say(
      below.start + indentOf(below.line),
      `Unexpected spaces before “${cut(below.line.trim())}”: expected it in line with “${cut(line.trim())}”.`,
    );
  }
  if (code === 'BAD_INDENT')
    return say(
      start + indent,
      `Unexpected spaces before “${cut(line.trim())}”: expected it in line with the others of its group.`,
    );
  return say(
    offset,
    `Unexpected “${cut(yaml.slice(offset, start + line.length).trim() || line.trim())}”: expected lines of a key, a colon, a space and a value.`,
  );
}

/** Where a key in brackets follows another value without a comma: `{ outlet: reuters title: … }`. */
function missingComma(
  yaml: string,
  code: string,
  offset: number,
): { offset: number; word: string; before: string } | undefined {
  if (code !== 'BLOCK_IN_FLOW' && code !== 'UNEXPECTED_TOKEN') return undefined;
  const { start, line } = lineAt(yaml, offset);
  // What is told of is the key itself, or the value before it and the key as one.
  const [, glued = ''] = /^(?:([^\s:]+.*?\s+))?[\w-]+:(?:\s|$)/.exec(line.slice(offset - start)) ?? [];
  const at = offset - start + glued.length;
  const word = /^[\w-]+:(?=\s|$)/.exec(line.slice(at))?.[0];
  const before = /[^\s,:[{][^,:[{]*$/.exec(line.slice(0, at).trimEnd())?.[0];
  return word && before ? { offset: start + at, word, before } : undefined;
}

/** Where on the line of an opening bracket a comment hides the closing one. */
function commentBehind(yaml: string, bracket: number): number | undefined {
  const { start, line } = lineAt(yaml, bracket);
  const at = /\s#/.exec(line.slice(bracket - start))?.index;
  return at !== undefined && /[\]}]/.test(line.slice(bracket - start + at)) ? bracket + at + 1 : undefined;
}

/** Whether each bracket in a part of YAML is closed in it; those in quotation marks and comments do not count. */
function isBalanced(text: string): boolean {
  const bare = text.replace(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\s#.*/g, '');
  return (bare.match(/[[{]/g) ?? []).length === (bare.match(/[\]}]/g) ?? []).length;
}

/**
 * Says that “ #” ends a text, as YAML takes what follows for a comment (YAML 1.2.2, 6.6).
 *
 * @param offset that of the `#`.
 */
export function commentInText(yaml: string, offset: number, say: Say): Message {
  const { start, line } = lineAt(yaml, offset);
  const rest = line.slice(offset - start).trimEnd();
  const [, before = ''] = /^(\s*(?:- +)*(?:[\w-]+:[ \t]+)?)/.exec(line) ?? [];
  const whole = line.slice(before.length).trimEnd();
  return say(
    offset,
    `Unexpected “${cut(rest)}” behind a text, which would lose it as a comment: expected quotation marks around the whole text, or the comment on a line of its own.`,
    /^[[{]/.test(whole) ? undefined : quoted(whole),
  );
}

/** A message about a value that needs quotation marks and has none; its suggestion is the value in quotation marks. */
export function unquotedSign(yaml: string, offset: number, say: Say): Message {
  const { start, line } = lineAt(yaml, offset);
  const [, before = '', value = ''] = entry.exec(line) ?? [];
  const at = start + before.length;
  const [sign = ''] = value;
  const colon = value.search(/:(\s|$)/);
  const nearest = quoted(value);
  if (/["']/.test(sign)) {
    const reason = 'Unexpected words after quotation marks: expected quotation marks around the whole text.';
    // The marks around it were meant for YAML, and are no words.
    const inner = value.length > 2 && value.endsWith(sign) ? value.slice(1, -1) : value;
    return say(at, reason, quoted(inner));
  }
  // When the value is a list in brackets, the faulty sign is inside of it, not at its beginning.
  if (/[@`%*&!|>[\]{}#,?-]/.test(sign) && !(/[[{]/.test(sign) && offset > at)) {
    const reason = `Unexpected “${sign}” at the beginning of a text: expected quotation marks around the text.`;
    return say(at, reason, nearest);
  }
  if (colon > 0) {
    const reason = 'Unexpected colon in a text: expected quotation marks around the text.';
    return say(at + colon, reason, nearest);
  }
  return say(offset, 'Unexpected “&”, “*” or “!” before a text: expected quotation marks around both.');
}

const quoted = (text: string) => (!/["\\]/.test(text) ? `"${text}"` : `'${text.replaceAll("'", "''")}'`);

const indentOf = (line: string) => line.search(/\S|$/);

function lineAt(yaml: string, offset: number): { start: number; line: string } {
  const start = yaml.lastIndexOf('\n', offset - 1) + 1;
  const [line = ''] = yaml.slice(start).split(/\r?\n/, 1);
  return { start, line };
}

/**
 * The quotation mark that was opened before an error and not closed on its line, so that the text runs on into the
 * error.
 */
function openQuote(document: Document, yaml: string, offset: number): { offset: number; sign: string } | undefined {
  let open: { offset: number; sign: string } | undefined;
  visit(document, {
    Scalar(_, node) {
      const [start, end] = node.range ?? [0, 0];
      const sign = yaml[start] ?? '';
      const reaches = start < offset && !yaml.slice(end, offset).trim();
      if (
        /["']/.test(sign) &&
        reaches &&
        (yaml.slice(start, end).includes('\n') || yaml[end - 1] !== sign || end - start < 2)
      ) {
        open = { offset: start, sign };
      }
    },
  });
  return open;
}

/** A bracket that is never closed. */
function openBracket(document: Document, yaml: string): { offset: number; sign: string; close: string } | undefined {
  let open: { offset: number; sign: string; close: string } | undefined;
  visit(document, {
    Node(_, node) {
      if (isScalar(node) || !isCollection(node) || !node.flow) return;
      const [start, end] = node.range ?? [0, 0];
      // A pair in a list, `[a: b]`, is a group without brackets of its own.
      if (!/[[{]/.test(yaml[start] ?? '')) return;
      const close = yaml[start] === '[' ? ']' : '}';
      if (!isBalanced(yaml.slice(start, end))) open = { offset: start, sign: yaml[start]!, close };
    },
  });
  return open;
}
