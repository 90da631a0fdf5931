/** The most that one file may have, and unpacked: more than any newsroom’s, less than a machine’s memory. */
const most = { page: 20, text: 10, archive: 80, unpacked: 200, feed: 400 } as const;

const MB = 1_000_000;

/** Kinds of files that are no text, by their first bytes, in a writer’s words. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^PK(?:\x03\x04|\x05\x06)/, 'a ZIP archive'],
  [/^%PDF-/, 'a PDF: export it as text, or as a Word file'],
  [/^\xD0\xCF\x11\xE0/, 'an old Word file, or one with a password: save it as .docx without a password'],
  [/^\{\\rtf/, 'rich text: save it as .docx'],
  [/^\x89PNG|^\xFF\xD8\xFF|^GIF8|^RIFF....WEBP/s, 'a picture'],
  [/^\x1F\x8B/, 'packed by gzip: unpack it'],
  [/^bplist|^SQLite format/, 'a data base'],
];

const megabytes = (bytes: number) => `${Math.ceil(bytes / MB)} MB`;

/** @throws what is wrong with the size of a file, in a sentence. */
function checkSize(bytes: Uint8Array, kind: keyof typeof most): void {
  if (!bytes.length) throw new Error('it is empty: expected a text');
  if (bytes.length > most[kind] * MB)
    throw new Error(`it is too large (${megabytes(bytes.length)}): expected at most ${most[kind]} MB. Divide it.`);
}

/**
 * The text of a file, in the charset that it says, with line feeds only.
 *
 * The charset is, in this order: that of a byte order mark, of the form itself (`<meta charset>`, the XML
 * declaration), UTF-8, and windows-1252 where it is not UTF-8 (WHATWG Encoding Standard, HTML Standard 13.2.3).
 *
 * @throws what a file is that is no text, is empty or is too large.
 */
export function textOf(bytes: Uint8Array, kind: 'page' | 'text' | 'feed' = 'text'): string {
  checkSize(bytes, kind);
  // A byte a letter: what browsers call latin1 is windows-1252.
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const binary = kinds.find(([pattern]) => pattern.test(head))?.[1];
  if (binary) throw new Error(`it is ${binary}`);
  const text = decoded(bytes, head)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n');
  const strange = text.slice(0, 20_000).match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0;
  if (strange > Math.min(text.length, 20_000) * 0.05) throw new Error('it is no text: expected words');
  // No file of text has these signs; XML forbids them (XML 1.0, 2.2), and a terminal obeys them.
  const clean = text.replace(/[\u0000-\u0008\u000B\u000E-\u001F\u007F]/g, '');
  if (!/\S/.test(clean)) throw new Error('it is empty: expected a text');
  return clean;
}

function decoded(bytes: Uint8Array, head: string): string {
  const mark = /^\xFE\xFF/.test(head) ? 'utf-16be' : /^\xFF\xFE/.test(head) ? 'utf-16le' : undefined;
  const said = /^\s*(?:\xEF\xBB\xBF)?<\?xml[^>]*\sencoding=["']([\w.:-]+)["']/.exec(head)?.[1];
  const meta = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  // What stands in bytes can say that it is UTF-16, and be wrong: these very words could be read.
  const own = [said, meta].find((name) => name && !/^utf-?16/i.test(name));
  if (!mark && own && !/^utf-?8$/i.test(own)) {
    // Letters of several bytes that are right throughout are no accident: the page was saved anew, its head was not.
    const saved = decodedAs('utf-8', bytes);
    if (saved && (saved.match(/[^\u0000-\u007F]/g)?.length ?? 0) > 2) return saved;
  }
  for (const [label, fatal] of [
    [mark, false],
    [own, /^utf-?8$/i.test(own ?? '')],
    ['utf-8', true],
  ] as const) {
    const text = label && decodedAs(label, bytes, fatal);
    if (text) return text;
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

/** A text in a charset; `undefined` where nobody knows the charset, or the file is not in it. */
function decodedAs(label: string, bytes: Uint8Array, fatal = true): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** @throws why a file cannot be a ZIP archive whose parts can be read (APPNOTE.TXT 6.3.10, 4.3.12 and 4.3.16). */
export function checkArchive(bytes: Uint8Array, expected: string): void {
  checkSize(bytes, 'archive');
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = file.subarray(0, 8).toString('latin1');
  if (/^\xD0\xCF\x11\xE0/.test(head))
    throw new Error('it is an old Word file, or one with a password: save it as .docx without a password');
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (!head.startsWith('PK') || end < 0 || end + 20 > file.length)
    throw new Error(`it is not whole, or no ${expected}: expected a .docx that a word processor opens`);
  let unpacked = 0;
  let at = file.readUInt32LE(end + 16);
  for (let entry = file.readUInt16LE(end + 10); entry > 0; entry -= 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) break;
    if (file.readUInt16LE(at + 8) & 1) throw new Error('it has a password: save it without one');
    unpacked += file.readUInt32LE(at + 24);
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  if (unpacked > most.unpacked * MB)
    throw new Error(`it unpacks to ${megabytes(unpacked)}: expected at most ${most.unpacked} MB`);
}
