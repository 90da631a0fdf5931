import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayIn } from '../../clock.ts';
import { siblingFiles } from '../../newsroom/siblings.ts';
import { proseOf } from '../../desk/prose.ts';
import type { DeskContext } from '../../desk/prose.ts';
import { applyRules, unknownSettings } from '../../desk/desk.ts';
import { ownWordsIn } from '../../desk/own-words.ts';
import type { Place } from '../../document/place.ts';
import type { PlacedReference } from '../../document/inspect.ts';
import { errorAt, fromJson, inFile, toJson } from '../../document/message.ts';
import type { Message, MessageJson } from '../../document/message.ts';
import type { StoryReading } from '../../document/read.ts';
import { componentsOf } from '../../newsroom/components.ts';
import { missingPictures, readEntry, secondOfId, takenAddress } from '../../newsroom/entry.ts';
import { LedgerCheck, correctionsIn } from '../../newsroom/ledger.ts';
import { Newsroom } from '../../newsroom/newsroom.ts';
import type { Settings } from '../../integration/settings.ts';
import { readerVersion } from '../../newsroom/version.ts';
import { isText, recordSchemas, schemas } from '../../schema/index.ts';
import type { CollectionName } from '../../schema/index.ts';
import type { Correction } from '../../schema/correction.ts';
import type { SourceRecord } from '../../schema/source.ts';
import { statusOf } from '../../stories/status.ts';
import type { Registries } from '../../stories/story.ts';
import { filesOf } from '../../newsroom/files.ts';
import { Cache } from './cache.ts';

/** What is kept of a text that was read. */
interface Kept {
  references: PlacedReference[];
  messages: MessageJson[];
  pictures: StoryReading['pictures'];
  sources: PlacedSource[];
  lang: string;
  corrections: Correction[] | undefined;
  isHeld: boolean;
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
  { options, root, cacheDir }: Settings,
  only: readonly string[] = [],
): Promise<Checked> {
  const folder = fileURLToPath(root);
  const content = resolve(folder, options.content);
  const { components, contracts } = await componentsOf(options, root);
  const nameOf = (path: string) => relative(folder, path).split(sep).join('/');
  const newsroom = new Newsroom();
  newsroom.ledger = new LedgerCheck(folder, options.content);
  const registries = {} as Record<keyof typeof recordSchemas, Map<string, unknown>>;
  const named = inFile(
    'astro.config.mjs',
    unknownSettings(options.desk).map(({ name, suggestion }) => {
      const reason = `Unknown rule “${name}” in the setting “desk”: expected one of the desk’s rules.`;
      return errorAt({ line: 1, column: 1 }, 'rule-exists', reason, suggestion);
    }),
  );

  for (const collection of Object.keys(recordSchemas) as (keyof typeof recordSchemas)[]) {
    registries[collection] = new Map();
    for (const { id, path, other } of filesOf(collection, content)) {
      const reading = readEntry(collection, readFileSync(path, 'utf8'), path, contracts, options.programs);
      if (other) reading.messages.push(secondOfId(collection, id, nameOf(other)));
      const { success, data } = schemas[collection].safeParse(reading.data);
      if (success) registries[collection].set(id, data);
      newsroom.take(
        collection,
        { id, file: nameOf(path), references: reading.references },
        inFile(nameOf(path), reading.messages),
      );
    }
  }

  const words = ownWordsIn(join(content, 'desk'));
  named.push(...words.messages.flatMap((message) => inFile(nameOf(message.file), [message])));
  const desk: DeskContext = {
    registries: registries as unknown as Registries,
    lang: options.lang,
    today: dayIn(options.timeZone),
    words: words.lists,
  };
  const version = digestOf(
    readerVersion(home, components),
    deskVersion(),
    JSON.stringify([desk.today, options, words.lists, Object.values(registries).map((entries) => [...entries])]),
  );
  const cache = new Cache<Kept>(fileURLToPath(new URL('nutgraf/check.json', cacheDir)));
  const sources: Checked['sources'] = [];
  const files: string[] = [];

  for (const collection of (Object.keys(schemas) as CollectionName[]).filter(isText)) {
    for (const { id, path, other } of filesOf(collection, content)) {
      const file = nameOf(path);
      if (only.length && !only.some((one) => isMeant(one, id, path))) {
        newsroom.take(collection, { id, file, references: [] }, []);
        continue;
      }
      files.push(file);
      const contents = readFileSync(path, 'utf8');
      const besideOf = (names: readonly string[]) => digestOf(...names.map((name) => siblingFiles(path)(name) ?? ''));
      const kept = cache.get(
        digestOf(version, collection, contents),
        ({ files, beside }) => besideOf(files) === beside,
        () => {
          const reading = readEntry(collection, contents, path, contracts, options.programs);
          const messages = reading.messages.filter(({ ruleId }) => ruleId !== 'image-exists');
          const story = collection === 'explainers' ? schemas.explainers.safeParse(reading.data).data : undefined;
          const prose = story && proseOf(reading, story, desk);
          if (prose) messages.push(...applyRules(prose, options.desk));
          const made = reading.facts?.files ?? [];
          const listed = Object.entries(story?.sources ?? {}).map(([one, source]) => ({
            id: one,
            source,
            ...reading.sources[one]!,
          }));
          return {
            references: reading.references,
            messages: messages.map(toJson),
            pictures: reading.pictures,
            sources: listed,
            lang: (reading.data as { lang?: string } | undefined)?.lang ?? options.lang,
            corrections: correctionsIn(reading.data),
            isHeld: story !== undefined && statusOf(story, options.timeZone) !== undefined,
            files: made,
            beside: besideOf(made),
          };
        },
      );
      const messages = [
        ...kept.messages.map(fromJson),
        ...missingPictures(kept.pictures, path),
        ...(other ? [secondOfId(collection, id, nameOf(other))] : []),
        ...takenAddress(collection, id, options),
      ];
      newsroom.take(
        collection,
        { id, file, references: kept.references, lang: kept.lang, corrections: kept.corrections, isHeld: kept.isHeld },
        inFile(file, messages),
      );
      sources.push(...kept.sources.map((source) => ({ file, ...source })));
    }
  }
  cache.write(!only.length);
  return { messages: [...named, ...newsroom.messages()], files, sources };
}

/** Whether a word of a command means a text: its id, its file, or a folder that it is in. */
function isMeant(word: string, id: string, path: string): boolean {
  const whole = resolve(word);
  return word === id || whole === path || path.startsWith(`${whole}${sep}`);
}

const digestOf = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('base64url');

/** A digest of the desk’s own code. */
function deskVersion(): string {
  const folder = fileURLToPath(new URL('desk', home));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.d)\.[jt]s$/.test(name),
  );
  return digestOf(...files.sort().map((name) => readFileSync(join(folder, name), 'utf8')));
}
