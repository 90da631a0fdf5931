import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { FileRefusal } from '../document/derive.ts';
import { digestOf } from '../stories/ledger.ts';
import { checkSigns } from './encoding.ts';
import { lookAt } from './real-path.ts';

/** Gives the text of files beside the one at `path`, an absolute path. */
export const siblingFiles =
  (path: string) =>
  (file: string): string | undefined => {
    try {
      return readFileSync(resolve(dirname(path), file), 'utf8');
    } catch {
      return undefined;
    }
  };

/** The same where it may be read, and else why not. @param content the newsroom’s folder, absolute. */
export const gatedSiblings =
  (path: string, content: string) =>
  (file: string): string | FileRefusal | undefined => {
    const { kind } = lookAt(resolve(dirname(path), file), content);
    if (kind === 'missing') return undefined;
    const refuse = (rule: FileRefusal['rule'], what: string): FileRefusal => ({
      rule,
      reason: `Unexpected “${file}”, ${what}: expected a file beside the story.`,
    });
    if (kind === 'outside') return refuse('file-inside', 'which leads out of the newsroom’s folder');
    if (kind === 'folder') return refuse('file-readable', 'which is a folder');
    const text = kind === 'file' ? siblingFiles(path)(file) : undefined;
    if (text === undefined) return refuse('file-readable', 'which cannot be read');
    const [sign] = checkSigns(text, { hasEscapes: false });
    // What is not in UTF-8 is told by who reads the file, with its line.
    if (!sign || text.includes('\uFFFD')) return text;
    return { rule: 'text-signs', reason: sign.reason.replace(/(?=:)/, ` in line ${sign.line} of ${file}`) };
  };

/** A digest of a text and of all files that it is made of, whatever a repository makes of its line ends. */
export const sourceDigest = (path: string, contents: string, files: readonly string[]): string =>
  digestOf(
    [contents, ...files.map((file) => siblingFiles(path)(file) ?? '')].map((one) => one.replaceAll('\r\n', '\n')),
  );
