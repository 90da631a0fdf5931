import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayIn } from '../../clock.ts';
import { rulesWith, unknownSettings } from '../../desk/desk.ts';
import { ownWordsIn } from '../../desk/own-words.ts';
import type { Rule } from '../../desk/rule.ts';
import { errorAt, inFile, inReadingOrder, isError } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import type { Settings } from '../../integration/settings.ts';
import { componentsOf } from '../../newsroom/components.ts';
import { readText } from '../../newsroom/encoding.ts';
import type { EntryFile } from '../../newsroom/files.ts';
import { Newsroom } from '../../newsroom/newsroom.ts';
import { Pictures } from '../../newsroom/pictures.ts';
import { readerVersion } from '../../newsroom/version.ts';
import type { Options } from '../../options.ts';
import { recordSchemas, textSchemas } from '../../schema/index.ts';
import type { CollectionName } from '../../schema/index.ts';
import { Cache } from './cache.ts';
import { besideOf, digestOfParts, ownRulesOf } from './read.ts';
import type { Desk, Kept, PlacedSource } from './read.ts';
import { readInThreads } from './threads.ts';
import { isChanged, undatedChanges } from './undated.ts';

/** What a check of a newsroom found. */
export interface Checked {
  messages: Message[];
  /** The texts that were looked at. */
  files: string[];
  /** The sources of each text, for what is asked about them. */
  sources: (PlacedSource & { file: string })[];
}

/** The folder of Nutgraf’s own code. */
const home = new URL('../../', import.meta.url);

/**
 * Reads a newsroom’s whole content as a build does, and puts its stories before the desk.
 *
 * @param only ids or paths of texts: messages are about these alone. Everything, when empty.
 */
export async function checkNewsroom(
  { options, root, cacheDir, site }: Settings,
  only: readonly string[] = [],
): Promise<Checked> {
  const { components, contracts, ownFiles } = await componentsOf(options, root);
  const reader = readerVersion(home, components, ownFiles);
  const pictures = new Pictures(fileURLToPath(new URL('nutgraf/pictures.json', cacheDir)), reader);
  const newsroom = new Newsroom({
    root: fileURLToPath(root),
    options,
    contracts,
    pictures,
    site: () => site,
  });
  // What there is to say about the folder as a whole is left out where single texts are asked about.
  if (!only.length) newsroom.survey();
  for (const file of filesIn(newsroom, recordSchemas)) newsroom.read(file);

  const own = await ownRulesOf(newsroom);
  const { words, desk } = deskOf(newsroom, own.rules);
  const cache = new Cache<Kept>(fileURLToPath(new URL('nutgraf/check.json', cacheDir)));
  const version = digestOfParts(reader, deskVersion(), own.code, settingsDigest(desk, options));
  const texts = Map.groupBy(filesIn(newsroom, textSchemas), (file) =>
    !only.length || only.some((one) => isMeant(one, file)) ? 'asked' : 'other',
  );
  for (const file of texts.get('other') ?? []) newsroom.see(file);
  const asked = texts.get('asked') ?? [];
  const kept = await readTexts(asked, { newsroom, desk, cache, version });

  const changed: EntryFile[] = [];
  const checked: Checked = { messages: [], files: [], sources: [] };
  for (const [index, file] of asked.entries()) {
    const { entry, sources, files } = kept[index]!;
    newsroom.take(file, entry);
    if (isChanged(newsroom, file, files)) changed.push(file);
    const name = newsroom.nameOf(file.path);
    checked.files.push(name);
    checked.sources.push(...sources.map((source) => ({ file: name, ...source })));
  }
  cache.write(!only.length);
  await newsroom.lookAtPictures();
  const ofTheDesk = [...words.messages, ...own.messages].flatMap((message) =>
    inFile(newsroom.nameOf(message.file), [message]),
  );
  const messages = newsroom.messages();
  if (!messages.some(isError)) messages.push(...(await undatedChanges(newsroom, changed, components)));
  return {
    ...checked,
    messages: [...unknownRules(options, desk.rules), ...ofTheDesk, ...messages.sort(inReadingOrder)],
  };
}

/** The rules of a newsroom’s desk, and what they look up. */
export function deskOf(newsroom: Newsroom, own: readonly Rule[]): { words: ReturnType<typeof ownWordsIn>; desk: Desk } {
  const { lang, timeZone } = newsroom.options;
  const words = ownWordsIn(join(newsroom.content, 'desk'));
  const [registries, today] = [newsroom.registries(), dayIn(timeZone)];
  return { words, desk: { registries, lang, today, words: words.lists, rules: rulesWith(own) } };
}

export const filesIn = (newsroom: Newsroom, collections: object): EntryFile[] =>
  (Object.keys(collections) as CollectionName[]).flatMap((collection) => newsroom.files(collection));

const unknownRules = ({ desk }: Options, rules: readonly Rule[]): Message[] =>
  inFile(
    'astro.config.mjs',
    unknownSettings(desk, rules).map(({ name, suggestion }) => {
      const reason = `Unknown rule “${name}” in the setting “desk”: expected one of the desk’s rules.`;
      return errorAt({ line: 1, column: 1 }, 'rule-exists', reason, suggestion);
    }),
  );

/** What there is to say about texts by themselves, and what the desk asks; from the cache where nothing changed. */
async function readTexts(
  files: readonly EntryFile[],
  { newsroom, desk, cache, version }: { newsroom: Newsroom; desk: Desk; cache: Cache<Kept>; version: string },
): Promise<Kept[]> {
  const digests = files.map(({ collection, path }) => {
    const contents = readText(path);
    return typeof contents === 'string' ? digestOfParts(version, collection, contents) : undefined;
  });
  const kept = files.map(({ path }, index) =>
    digests[index] ? cache.get(digests[index], (one) => besideOf(path, one.files) === one.beside) : undefined,
  );
  const unread = [...kept.keys()].filter((index) => !kept[index]);
  const read = await readInThreads(
    unread.map((index) => files[index]!),
    newsroom,
    desk,
  );
  for (const [at, index] of unread.entries()) {
    kept[index] = read[at]!;
    if (digests[index]) cache.set(digests[index], read[at]!);
  }
  return kept as Kept[];
}

/** Whether a word of a command means a text: its id, its file, or a folder that it is in. */
function isMeant(word: string, { id, path }: EntryFile): boolean {
  const whole = resolve(word);
  return word === id || whole === path || path.startsWith(`${whole}${sep}`);
}

/** A digest of all that the desk’s rules look up. */
const settingsDigest = (desk: Desk, options: Options) =>
  digestOfParts(JSON.stringify([desk, options], (_, value: unknown) => (value instanceof Map ? [...value] : value)));

/** A digest of the desk’s own code. */
function deskVersion(): string {
  const folder = fileURLToPath(new URL('desk', home));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.d)\.[jt]s$/.test(name),
  );
  return digestOfParts(...files.sort().map((name) => readFileSync(join(folder, name), 'utf8')));
}
