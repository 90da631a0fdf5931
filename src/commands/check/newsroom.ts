import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayIn } from '../../clock.ts';
import { applyRules, rulesWith, unknownSettings } from '../../desk/desk.ts';
import { ownRulesIn } from '../../desk/own-rules.ts';
import { ownWordsIn } from '../../desk/own-words.ts';
import { proseOf } from '../../desk/prose.ts';
import type { DeskContext } from '../../desk/prose.ts';
import type { Rule } from '../../desk/rule.ts';
import { errorAt, inFile, inReadingOrder, isError, toJson } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import type { Place } from '../../document/place.ts';
import type { Settings } from '../../integration/settings.ts';
import { componentsOf } from '../../newsroom/components.ts';
import { readText } from '../../newsroom/encoding.ts';
import { entryOf, refused } from '../../newsroom/entry.ts';
import type { Entry } from '../../newsroom/entry.ts';
import type { EntryFile } from '../../newsroom/files.ts';
import { Newsroom } from '../../newsroom/newsroom.ts';
import { Pictures } from '../../newsroom/pictures.ts';
import { siblingFiles } from '../../newsroom/siblings.ts';
import { readerVersion } from '../../newsroom/version.ts';
import type { Options } from '../../options.ts';
import { recordSchemas, schemas, textSchemas } from '../../schema/index.ts';
import type { CollectionName } from '../../schema/index.ts';
import type { SourceRecord } from '../../schema/source.ts';
import { Cache } from './cache.ts';
import { isChanged, undatedChanges } from './undated.ts';

/** What is kept of a text that was read. */
interface Kept {
  /** With what the desk asks among its messages. */
  entry: Entry;
  sources: PlacedSource[];
  /** The files that it is made of beside its own, and what they were. */
  files: string[];
  beside: string;
}

/** A source that a text lists, and where. */
interface PlacedSource extends Place {
  id: string;
  source: SourceRecord;
}

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
  const { components, contracts } = await componentsOf(options, root);
  const reader = readerVersion(home, components);
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
  const version = digestOf(reader, deskVersion(), own.code, settingsDigest(desk, options));
  const changed: EntryFile[] = [];
  const checked: Checked = { messages: [], files: [], sources: [] };
  for (const file of filesIn(newsroom, textSchemas)) {
    if (only.length && !only.some((one) => isMeant(one, file))) {
      newsroom.see(file);
      continue;
    }
    const { entry, sources, files } = readWithDesk(file, { newsroom, desk, cache, version });
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
export interface Desk extends DeskContext {
  rules: readonly Rule[];
}

export function deskOf(newsroom: Newsroom, own: readonly Rule[]): { words: ReturnType<typeof ownWordsIn>; desk: Desk } {
  const { lang, timeZone } = newsroom.options;
  const words = ownWordsIn(join(newsroom.content, 'desk'));
  const [registries, today] = [newsroom.registries(), dayIn(timeZone)];
  return { words, desk: { registries, lang, today, words: words.lists, rules: rulesWith(own) } };
}

/** A newsroom’s own rules: the files of `rules/` in the folder of its own components. */
export const ownRulesOf = ({ root, options }: Newsroom): ReturnType<typeof ownRulesIn> =>
  ownRulesIn(resolve(root, options.components, 'rules'));

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

/** What there is to say about a text by itself, and what the desk asks of it; from the cache where nothing changed. */
function readWithDesk(
  file: EntryFile,
  { newsroom, desk, cache, version }: { newsroom: Newsroom; desk: Desk; cache: Cache<Kept>; version: string },
): Kept {
  const contents = readText(file.path);
  if (typeof contents !== 'string')
    return { entry: entryOf(file.collection, refused(contents)), sources: [], files: [], beside: '' };
  const sibling = siblingFiles(file.path);
  const besideOf = (names: readonly string[]) => digestOf(...names.map((name) => sibling(name) ?? ''));
  return cache.get(
    digestOf(version, file.collection, contents),
    ({ files, beside }) => besideOf(files) === beside,
    () => {
      const { reading, entry, story } = lookWithDesk(file, contents, newsroom, desk);
      const files = reading.facts?.files ?? [];
      return {
        entry,
        sources: Object.entries(story?.sources ?? {}).flatMap(([id, source]) => {
          const place = reading.sources[id];
          return place ? [{ id, source, ...place }] : [];
        }),
        files,
        beside: besideOf(files),
      };
    },
  );
}

/** What there is to say about a text by itself, and what the desk asks of it. */
export function lookWithDesk(file: EntryFile, contents: string, newsroom: Newsroom, desk: Desk) {
  const reading = newsroom.look(file, contents);
  const entry = entryOf(file.collection, reading);
  const story = file.collection === 'explainers' ? schemas.explainers.safeParse(reading.data).data : undefined;
  const prose = story && proseOf(reading, story, desk);
  const asked = prose ? applyRules(prose, newsroom.options.desk, desk.rules) : [];
  return { reading, story, entry: { ...entry, messages: [...entry.messages, ...asked.map(toJson)] } satisfies Entry };
}

/** Whether a word of a command means a text: its id, its file, or a folder that it is in. */
function isMeant(word: string, { id, path }: EntryFile): boolean {
  const whole = resolve(word);
  return word === id || whole === path || path.startsWith(`${whole}${sep}`);
}

const digestOf = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('base64url');

/** A digest of all that the desk’s rules look up. */
const settingsDigest = (desk: Desk, options: Options) =>
  digestOf(JSON.stringify([desk, options], (_, value: unknown) => (value instanceof Map ? [...value] : value)));

/** A digest of the desk’s own code. */
function deskVersion(): string {
  const folder = fileURLToPath(new URL('desk', home));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.d)\.[jt]s$/.test(name),
  );
  return digestOf(...files.sort().map((name) => readFileSync(join(folder, name), 'utf8')));
}
