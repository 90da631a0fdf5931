import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '../document/frontmatter.ts';
import { errorAt, inFile } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { language } from '../schema/fields.ts';
import en from '../strings/en.ts';
import type { OwnStrings } from '../strings/index.ts';
import { faultsOf } from '../strings/message-format.ts';
import type { WordsFile } from '../strings/message-format.ts';

/**
 * Reads the words of the interface that a newsroom sets or adds: `src/nutgraf/strings/es.json`, or `es-CO.json` for one
 * region, whole or in part, in the format of our own. A file with a mistake sets nothing.
 *
 * @param folder absolute, whether it is there or not.
 */
export function ownStringsIn(folder: string): {
  strings: OwnStrings;
  /** All of them, absolute. */
  files: string[];
  messages: Message[];
} {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^[^.].*\.json$/.test(name)) : [];
  const strings: Record<string, WordsFile> = {};
  const messages: Message[] = [];
  for (const name of names.sort()) {
    const lang = name.replace(/\.json$/, '');
    const file = join(folder, name);
    // JSON is YAML, whose reader knows the place of everything.
    const { data, messages: unread, placeOf } = readYaml(readFileSync(file, 'utf8'), 1);
    const words = (data ?? {}) as WordsFile;
    const wrong = [
      ...(language().safeParse(lang).error?.issues ?? []).map(({ message }) =>
        errorAt({ line: 1, column: 1 }, 'file-name', `Unexpected name “${name}”: expected ${message}.`),
      ),
      ...unread,
      ...faultsOf(words, en).map(({ path, rule, reason, nearest }) =>
        errorAt(placeOf(path, 'key'), rule, reason, nearest),
      ),
    ];
    if (!wrong.length) strings[lang] = words;
    messages.push(...inFile(file, wrong));
  }
  return { strings, files: names.map((name) => join(folder, name)), messages };
}
