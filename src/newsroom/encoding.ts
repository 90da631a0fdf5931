import { readFileSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import { errorAt } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import type { Place } from '../document/place.ts';
import { shownSign } from './names.ts';

/** Signs that a text may have to be looked at for: none of the others does harm. */
const suspicious =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFD-\uFFFF\u{E0000}-\u{E007F}]/u;

/** Bytes that are no text in UTF-8, told as what they probably are. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^(?:\xFF\xFE|\xFE\xFF)/, 'UTF-16'],
  [/^(?:[^\0]\0){4}|^(?:\0[^\0]){4}/, 'UTF-16 without a mark'],
  [/^PK\x03\x04/, 'a Word file or another archive'],
  [/^%PDF-/, 'a PDF'],
  [/^\x89PNG|^\xFF\xD8\xFF|^GIF8/, 'a picture'],
  [/\0/, 'no text'],
];

/** The text of a file, or why it is none. */
export function readText(path: string): string | Message {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return unreadable((error as NodeJS.ErrnoException).code);
  }
  const text = bytes.toString('utf8');
  return checkEncoding(text, () => bytes) ?? text;
}

const top = { line: 1, column: 1 };

/** What there is to say where a file cannot be read. @param code of Node’s error. */
export function unreadable(code: string | undefined): Message {
  const [what, expected] =
    code === 'EACCES' || code === 'EPERM'
      ? ['file that may not be read', 'the right to read it']
      : code === 'EISDIR'
        ? ['folder', 'a file']
        : code === 'ELOOP'
          ? ['link that leads to itself', 'the file itself']
          : code === 'ENOENT'
            ? ['file that is gone', 'one that stays while it is read']
            : [`fault of the disk, ${code ?? 'unknown'}`, 'a file that can be read'];
  return errorAt(top, 'file-readable', `Unexpected ${what}: expected ${expected}.`);
}

/**
 * Why a file’s text cannot be what its writer wrote: it is not in UTF-8. A mark of the order of bytes at its beginning
 * is fine.
 *
 * @param text the file, read as UTF-8.
 * @param bytesOf the file itself, asked for only where the text has a sign that stands for what is no UTF-8.
 */
export function checkEncoding(text: string, bytesOf: () => Buffer): Message | undefined {
  if (!text.includes('\uFFFD') && !text.includes('\0')) return undefined;
  const bytes = bytesOf();
  const head = bytes.subarray(0, 4096).toString('latin1');
  const kind = kinds.find(([pattern]) => pattern.test(head))?.[1];
  const reason = (what: string) => `Unexpected file that is ${what}: expected text in UTF-8. Save it as UTF-8.`;
  if (kind) return errorAt(top, 'text-encoding', reason(kind));
  if (isUtf8(bytes)) return undefined;
  const at = text.indexOf('\uFFFD');
  const word = wordAt(bytes, text.slice(0, at));
  return errorAt(
    placeOf(text, at),
    'text-encoding',
    reason(word ? `not in UTF-8, probably in Windows-1252 or Latin-1, with “${word}”` : 'not in UTF-8'),
  );
}

/** The word in which the first byte stands that is no UTF-8, read as Windows would. */
function wordAt(bytes: Buffer, before: string): string {
  const text = new TextDecoder('windows-1252').decode(bytes.subarray(Buffer.byteLength(before)));
  const start = /[\p{L}\p{M}]*$/u.exec(before)?.[0] ?? '';
  return start + (/^[\p{L}\p{M}\p{P}]+/u.exec(text.slice(0, 40))?.[0] ?? '');
}

/** Code points that are written as `&#…;` in a text, and by a backslash in the YAML above it or of a record. */
const escapes =
  /&#(?:x(?<hex>[0-9a-f]{1,6})|(?<decimal>\d{1,7}));|\\(?:x(?<two>[0-9a-f]{2})|u(?<four>[0-9a-f]{4})|U(?<eight>[0-9a-f]{8})|(?<short>[0abefv]))/gi;

const shorts: Record<string, number> = { '0': 0, a: 7, b: 8, e: 27, f: 12, v: 11 };

interface Sign {
  sign: string;
  at: number;
  isEscape?: boolean;
}

/** Whether a backslash in YAML is an escape: only in double quotation marks, and behind no other backslash. */
const isQuoted = (text: string, at: number): boolean => {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return (before.match(/"/g)?.length ?? 0) % 2 === 1 && (/\\*$/.exec(before)?.[0].length ?? 0) % 2 === 0;
};

/** The suspicious signs of a text, typed or escaped, in its order. @param body where its YAML ends. */
function signsIn(text: string, body: number, mayEscape: boolean): Sign[] {
  const typed = [...text.matchAll(new RegExp(suspicious, 'gu'))].map(({ 0: sign, index: at }): Sign => ({ sign, at }));
  const escaped = [...(mayEscape ? text.matchAll(escapes) : [])].flatMap(
    ({ 0: written, index: at, groups = {} }): Sign[] => {
      const { hex = groups['two'] ?? groups['four'] ?? groups['eight'], decimal, short } = groups;
      const code = hex ? parseInt(hex, 16) : decimal ? Number(decimal) : (shorts[short ?? ''] ?? Infinity);
      const isRead = written.startsWith('&') ? at >= body : at < body && isQuoted(text, at);
      const sign = isRead && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      return suspicious.test(sign) ? [{ sign, at, isEscape: true }] : [];
    },
  );
  return [...typed, ...escaped].sort((one, other) => one.at - other.at);
}

/**
 * Signs in a text that nobody sees and that change what is read: control characters, directions that
 * are not closed, and tags that hide words. Marks of direction, joiners and spaces without width are
 * part of many scripts, and fine.
 *
 * @param text a file: a text with YAML above it, or all YAML.
 * @param hasEscapes whether signs can be written by their numbers in it.
 */
export function checkSigns(text: string, { hasEscapes = true } = {}): Message[] {
  const mayEscape = hasEscapes && /&#|\\[xu0abefv]/i.test(text);
  if (!suspicious.test(text) && !mayEscape) return [];
  const body = /^\uFEFF?---[ \t]*\r?\n[^]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? text.length;
  const signs = signsIn(text, body, mayEscape);
  const told = new Set<string>();
  const once = (what: string, { at }: Sign, reason: string) =>
    told.has(what) ? [] : (told.add(what), [errorAt(placeOf(text, at), 'text-signs', reason)]);
  const messages = signs.flatMap((found): Message[] => {
    const { sign, at, isEscape } = found;
    if (directionOf(sign)) return [];
    if (isTag(sign)) {
      // The flags of England, Scotland and Wales are made of tags.
      const isFlag = /\u{1F3F4}[\u{E0000}-\u{E007F}]*$/u.test(text.slice(Math.max(0, at - 16), at));
      return isFlag ? [] : once('tag', found, 'Unexpected hidden tags in a text: expected only what readers see.');
    }
    // Who writes it as an escape means it.
    if (sign === '\uFFFD')
      return isEscape
        ? []
        : once(sign, found, 'Unexpected “\uFFFD”, which stands for a sign that was lost: expected that sign.');
    return once(sign, found, `Unexpected control character ${shownSign(sign)}: expected only text.`);
  });
  return [...messages, ...openDirections(text, body, signs)];
}

const isTag = (sign: string) => /[\u{E0000}-\u{E007F}]/u.test(sign);

/** What a sign does to the direction of what follows (Unicode Bidirectional Algorithm, UAX 9, 2.1 to 2.5). */
function directionOf(sign: string): 'embeds' | 'pops' | 'isolates' | 'ends' | undefined {
  if (sign === '\u202C') return 'pops';
  if (sign === '\u2069') return 'ends';
  if (/[\u202A-\u202E]/.test(sign)) return 'embeds';
  return /[\u2066-\u2068]/.test(sign) ? 'isolates' : undefined;
}

/** Directions that are not closed in their paragraph: in YAML, in their line. */
function openDirections(text: string, body: number, signs: readonly Sign[]): Message[] {
  let open: Sign[] = [];
  const left: Sign[] = [];
  let before = 0;
  for (const found of [...signs, { sign: '', at: text.length }]) {
    const between = text.slice(before, found.at);
    if (found.sign === '' || (before < body ? between.includes('\n') : /\n[ \t\r]*\n/.test(between))) {
      left.push(...open.slice(0, 1));
      open = [];
    }
    before = found.at;
    const isolate = () => open.findLastIndex(({ sign }) => directionOf(sign) === 'isolates');
    switch (directionOf(found.sign)) {
      case 'embeds':
      case 'isolates':
        open.push(found);
        break;
      case 'ends':
        // It ends all that was opened in the isolate, too.
        open.length = isolate() < 0 ? open.length : isolate();
        break;
      case 'pops':
        // Nothing in an isolate ends what is around it.
        if (open.length > isolate() + 1) open.pop();
        break;
      case undefined:
    }
  }
  return left.map((found) => {
    const end = directionOf(found.sign) === 'isolates' ? 'U+2069' : 'U+202C';
    return errorAt(
      placeOf(text, found.at),
      'text-signs',
      `Unexpected direction ${shownSign(found.sign)} that does not end: expected ${end} after it, in the same paragraph.`,
    );
  });
}

function placeOf(text: string, offset: number): Place {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return { line: text.slice(0, offset).split('\n').length, column: offset - line + 1 };
}
