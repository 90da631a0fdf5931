import { readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
import { errorAt, warningAt } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import type { RuleId } from '../document/rule-ids.ts';
import { isText, schemas } from '../schema/index.ts';
import type { CollectionName } from '../schema/index.ts';
import { nearest } from '../schema/nearest.ts';
import { LEDGER } from '../stories/ledger.ts';
import { unreadable } from './encoding.ts';
import { endingsOf, idOf } from './files.ts';
import type { EntryFile } from './files.ts';
import { checkName } from './names.ts';
import { lookAt } from './real-path.ts';
import type { Found } from './real-path.ts';

/** What there is to say about a file or folder by its name and place alone. */
interface PlacedFault {
  /** Absolute. */
  path: string;
  message: Message;
}

/** What is in a folder of the newsroom. */
export interface Survey {
  /** The entries, in the order of their names. */
  entries: EntryFile[];
  /** What cannot be an entry, and was meant to be one. */
  faults: PlacedFault[];
  /** Files that may stand beside a text, absolute. */
  others: string[];
}

const collections = Object.keys(schemas) as CollectionName[];

/** The newsroom’s own words for the desk’s rules. */
const DESK = 'desk';

/** What an unknown folder was probably meant for. */
const meant: Record<string, CollectionName> = {
  articles: 'explainers',
  news: 'explainers',
  posts: 'explainers',
  stories: 'explainers',
  publishers: 'outlets',
  persons: 'people',
  writers: 'authors',
  tags: 'topics',
  glossary: 'terms',
};

const top = { line: 1, column: 1 };

/** Files that are there for people or by a system, and for no reader of the site. */
const isForNobody = (name: string) =>
  /^\.(?!\.)/.test(name) ||
  /^(?:readme|licen[cs]e|copying|contributing|changelog|notice)(?:\.(?:md|markdown|txt|html?))?$/i.test(name) ||
  /^(?:thumbs\.db|desktop\.ini|icon\r|__macosx)$/i.test(name);

/** A file that was meant to be read as a text, or a record; maybe with what a program put behind its name. */
const isLikeText = (name: string) => /\.(?:mdx|md|markdown)(?:\.txt)?$/i.test(name);
const isLikeRecord = (name: string) => /\.ya?ml(?:\.txt)?$/i.test(name);

/** One thing in a folder, where it really is; or what keeps it from being looked at. */
interface Item {
  name: string;
  path: string;
  kind: Found['kind'] | 'circle';
  /** Where it really is, if that is not where it stands. */
  real?: string;
}

/** @param within the real folders that this one is in. */
function itemsIn(folder: string, content: string, within: readonly string[]): Item[] | undefined {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
  return entries
    .filter(({ name }) => !isForNobody(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => {
      const { name } = entry;
      const path = join(folder, name);
      if (entry.isFile() || entry.isDirectory()) return { name, path, kind: entry.isFile() ? 'file' : 'folder' };
      if (!entry.isSymbolicLink()) return { name, path, kind: 'other' };
      const found = lookAt(path, content);
      const isCircle = found.kind === 'folder' && within.some((one) => one === found.real);
      return { name, path, kind: isCircle ? 'circle' : found.kind, ...('real' in found && { real: found.real }) };
    });
}

const whyNot: Record<Exclude<Item['kind'], 'file' | 'folder'>, [RuleId, string]> = {
  outside: ['file-inside', 'Unexpected link that leads out of the newsroom’s folder: expected the file itself.'],
  missing: ['file-readable', 'Unexpected link that leads nowhere: expected the file itself.'],
  loop: ['file-readable', 'Unexpected link that leads to itself: expected the file itself.'],
  circle: ['file-readable', 'Unexpected link to a folder that it is in: expected files.'],
  locked: ['file-readable', 'Unexpected file that may not be read: expected the right to read it.'],
  other: ['file-readable', 'Unexpected thing that is neither file nor folder: expected a file.'],
};

/** The files below a folder, folder by folder, and what cannot be looked at. */
function walk(folder: string, content: string, fault: (path: string, message: Message) => void): string[] {
  const files: string[] = [];
  const visit = (at: string, real: string, within: readonly string[]) => {
    const around = [...within, real];
    const items = itemsIn(at, content, around);
    if (!items) fault(at, errorAt(top, ...whyNot.locked));
    for (const { name, path, kind, real: led = join(real, name) } of items ?? []) {
      if (kind === 'file') files.push(path);
      else if (kind === 'folder' && (isLikeText(path) || isLikeRecord(path))) fault(path, unreadable('EISDIR'));
      else if (kind === 'folder') visit(path, led, around);
      else fault(path, errorAt(top, ...whyNot[kind]));
    }
  };
  const here = lookAt(folder, content);
  if (here.kind === 'folder') visit(folder, here.real, []);
  else if (here.kind === 'file') fault(folder, errorAt(top, 'file-known', 'Unexpected file: expected a folder.'));
  else fault(folder, errorAt(top, ...whyNot[here.kind]));
  return files;
}

/** Surveys the folder of a collection. @param content the newsroom’s folder, absolute. */
export function surveyOf(collection: CollectionName, content: string): Survey {
  const survey: Survey = { entries: [], faults: [], others: [] };
  const fault = (path: string, message: Message) => void survey.faults.push({ path, message });
  const base = join(content, collection);
  if (lookAt(base, content).kind === 'missing') return survey;
  const refusedFolders = new Set<string>();
  for (const path of walk(base, content, fault)) {
    const parts = relative(base, path).split(sep);
    const entry = entryAt(collection, parts);
    if (entry === 'none') {
      survey.others.push(path);
      continue;
    }
    if ('ruleId' in entry) {
      fault(path, entry);
      continue;
    }
    // A folder is told of once, whatever is in it.
    const folders = parts.slice(0, -1);
    const bad = folders.findIndex((name) => checkName(name).length);
    if (bad >= 0) {
      const folder = join(base, ...folders.slice(0, bad + 1));
      if (!refusedFolders.has(folder)) checkName(folders[bad]!).forEach((message) => fault(folder, message));
      refusedFolders.add(folder);
      continue;
    }
    const name = parts.at(-1)!;
    const own = checkName(name.slice(0, -extname(name).length || undefined));
    if (own.length) own.forEach((message) => fault(path, message));
    else survey.entries.push({ collection, id: entry.id, path });
  }
  const names = new Map(survey.entries.map(({ path }) => [path, relative(base, path).split(sep).join('/')]));
  survey.entries.sort((a, b) => (names.get(a.path)! < names.get(b.path)! ? -1 : 1));
  return survey;
}

/** The entry that a file of a collection’s folder is, or why it is none. */
function entryAt(collection: CollectionName, parts: readonly string[]): { id: string } | Message | 'none' {
  const name = parts.at(-1)!;
  const isLike = isLikeText(name) || isLikeRecord(name);
  const [ending = ''] = endingsOf(collection);
  if (endingsOf(collection).some((one) => name.endsWith(one))) {
    if (isText(collection) || parts.length === 1) return { id: idOf(parts.join('/')) };
    const reason = `Unexpected folder around a file of ${collection}/: expected it in ${collection}/ itself.`;
    return errorAt(top, 'file-known', reason, `${collection}/${name}`);
  }
  // Data beside a story may be YAML one day; a story in a registry is a mistake.
  if (!isLike || (isText(collection) && isLikeRecord(name))) return 'none';
  const found = /(?:\.\w+){1,2}$/.exec(name)?.[0] ?? '';
  const stem = name.replace(/\.(?:mdx|md|markdown|ya?ml)(?:\.txt)?$/i, '');
  const reason = `Unexpected “${found}” at the end of a name: expected ${endingsOf(collection).join(' or ')}, or nothing reads it.`;
  return errorAt(top, 'file-known', reason, stem + ending);
}

/** Surveys the whole of a newsroom’s folder. @param content absolute. */
export function surveyAll(content: string): Survey {
  if (lookAt(content, content).kind === 'missing') {
    const reason =
      'Missing folder of the newsroom: expected it at the root of the site, or its path in the setting “content”.';
    return { entries: [], others: [], faults: [{ path: content, message: errorAt(top, 'file-readable', reason) }] };
  }
  const whole: Survey = { entries: [], faults: [], others: [] };
  const add = ({ entries, faults, others }: Survey) => {
    whole.entries.push(...entries);
    whole.faults.push(...faults);
    whole.others.push(...others);
  };
  for (const collection of collections) add(surveyOf(collection, content));
  for (const { name, path, kind } of itemsIn(content, content, []) ?? []) {
    if (collections.includes(name as CollectionName) || name === LEDGER) continue;
    if (kind === 'folder') add(name === DESK ? surveyDesk(path, content) : surveyUnknown(path, name, content));
    else if (kind !== 'file') whole.faults.push({ path, message: errorAt(top, ...whyNot[kind]) });
    else if (isLikeText(name) || isLikeRecord(name)) {
      const home = isLikeText(name) ? 'explainers' : 'outlets';
      const reason = `Unexpected file outside of the folders of the newsroom: expected it in one such as ${home}/, or nothing reads it.`;
      whole.faults.push({ path, message: errorAt(top, 'file-known', reason) });
    } else whole.others.push(path);
  }
  return whole;
}

/** The desk reads its own lists; what it passes over is told here. */
function surveyDesk(folder: string, content: string): Survey {
  const faults: PlacedFault[] = [];
  const others: string[] = [];
  for (const path of walk(folder, content, (at, message) => void faults.push({ path: at, message }))) {
    const name = relative(folder, path);
    if (/^[^/\\]+\.ya?ml$/.test(name)) continue;
    if (!isLikeRecord(name)) others.push(path);
    else {
      const reason = `Unexpected file of words for the desk: expected ${DESK}/ and the name of a language, such as ${DESK}/en.yaml.`;
      faults.push({ path, message: errorAt(top, 'file-known', reason) });
    }
  }
  return { entries: [], faults, others };
}

/** A folder that is none of the newsroom’s: misspelt, or of pictures and data that several stories share. */
function surveyUnknown(folder: string, name: string, content: string): Survey {
  const faults: PlacedFault[] = [];
  const files = walk(folder, content, (path, message) => void faults.push({ path, message }));
  const like = files.filter((path) => isLikeText(path) || isLikeRecord(path));
  if (!like.length) return { entries: [], faults, others: files };
  const near = nearest(name, [...collections, DESK, LEDGER]) ?? meant[name.toLowerCase()];
  const expected = `expected one of ${collections.join(', ')} or ${DESK}`;
  const reason = `Unexpected folder with ${like.length} file${like.length === 1 ? '' : 's'} that nothing reads: ${expected}.`;
  // What another collection of the site reads may be here, too, as long as it is no story.
  const isMistake = near !== undefined || like.some(isLikeText);
  const message = (isMistake ? errorAt : warningAt)(top, 'file-known', reason, near);
  return { entries: [], faults: [...faults, { path: folder, message }], others: [] };
}

/** What a file is that nothing uses. */
export const unusedFile = (path: string): Message =>
  warningAt(
    top,
    'file-used',
    `Unused file: expected a text that shows “${relative(dirname(path), path)}”, or another place for it.`,
  );

/**
 * The files of a collection that may be read, in the order of their names.
 *
 * @param content the newsroom’s folder, absolute.
 */
export const filesOf = (collection: CollectionName, content: string): EntryFile[] =>
  surveyOf(collection, content).entries;

/** The ids in a collection, by its files alone. @param content the newsroom’s folder, absolute. */
export const idsIn = (collection: CollectionName, content: string): string[] =>
  [...new Set(filesOf(collection, content).map(({ id }) => id))].sort();
