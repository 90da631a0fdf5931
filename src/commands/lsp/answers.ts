import type {
  CompletionItem,
  Diagnostic,
  Location,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { z } from 'astro/zod';
import { pathToFileURL } from 'node:url';
import { dirname, extname, join } from 'node:path';
import type { Contract } from '../../document/contract.ts';
import { describePlace, describeProps } from '../../document/describe.ts';
import { isError } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import type { Place } from '../../document/place.ts';
import { sentenceOf } from '../../document/reporter.ts';
import { isText } from '../../schema/index.ts';
import type { Referable } from '../../schema/fields.ts';
import { referableOf } from '../../schema/references.ts';
import { correctNames } from '../check/fix.ts';
import type { Room } from './room.ts';
import { collectionOfKey, sourcesIn, spotAt, wordAt } from './spot.ts';

/** What an editor asks of a newsroom, answered by the functions of `check`: no second source of truth. */

// By the protocol’s numbers (LSP 3.17): to import its enumerations is to load the whole of it.
const severity = { error: 1, warning: 2 } as const;
const kinds = { property: 10, value: 12, snippet: 15, reference: 18, component: 7 } as const;
const AS_SNIPPET = 2;

const uriOf = (path: string): string => pathToFileURL(path).href;

const positionOf = ({ line, column }: Place): Position => ({ line: line - 1, character: column - 1 });

const offsetOf = (contents: string, { line, character }: Position): number => {
  let start = 0;
  for (let index = 0; index < line; index++) {
    const next = contents.indexOf('\n', start);
    if (next < 0) return contents.length;
    start = next + 1;
  }
  return Math.min(start + character, contents.length);
};

const positionAt = (contents: string, offset: number): Position => {
  const before = contents.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - before.lastIndexOf('\n') - 1 };
};

const rangeOf = (contents: string, start: number, end: number): Range => ({
  start: positionAt(contents, start),
  end: positionAt(contents, end),
});

/** What a message marks: the word that it begins at. */
export function diagnosticsOf(room: Room, path: string): Diagnostic[] {
  const lines = room.contentsOf(path).split('\n');
  return room.messagesOf(path).map((message): Diagnostic => {
    const start = positionOf(message);
    const word = /^(?:<\/?[\w.]+|[\p{L}\p{M}\p{N}_-]+|\S)/u.exec((lines[start.line] ?? '').slice(start.character));
    return {
      range: { start, end: { line: start.line, character: start.character + (word?.[0].length ?? 1) } },
      message: sentenceOf(message),
      severity: isError(message) ? severity.error : severity.warning,
      source: 'nutgraf',
      code: message.ruleId,
    };
  });
}

/** “Did you mean …”, for the messages of a line. */
export function fixesFor(
  room: Room,
  path: string,
  range: Range,
): { title: string; edit: WorkspaceEdit; of: Message }[] {
  const contents = room.contentsOf(path);
  const [from, to] = [range.start.line + 1, range.end.line + 1];
  return room
    .messagesOf(path)
    .filter(({ line, expected }) => line >= from && line <= to && expected?.length)
    .flatMap((of) => {
      const mended = correctNames(contents, [of]);
      const edits = mended === contents ? valueEdit(contents, of) : [editBetween(contents, mended)];
      const [name = ''] = of.expected ?? [];
      return edits.length ? [{ title: `Change to “${name}”`, edit: { changes: { [uriOf(path)]: edits } }, of }] : [];
    });
}

/** A value in the place of the one that a message names first. */
function valueEdit(contents: string, { line, column, reason, expected: [value = ''] = [] }: Message): TextEdit[] {
  const wrong = /“([^”]+)”/.exec(reason)?.[1] ?? '';
  const start = offsetOf(contents, { line: line - 1, character: column - 1 });
  const end = contents.indexOf('\n', start);
  const text = contents.slice(start, end < 0 ? undefined : end);
  const at = wrong ? text.indexOf(wrong) : -1;
  if (at < 0) return [];
  return [{ range: rangeOf(contents, start + at, start + at + wrong.length), newText: value }];
}

/** The one edit that makes a text of another. */
function editBetween(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let [end, endAfter] = [before.length, after.length];
  while (end > start && endAfter > start && before[end - 1] === after[endAfter - 1]) {
    end -= 1;
    endAfter -= 1;
  }
  return { range: rangeOf(before, start, end), newText: after.slice(start, endAfter) };
}

/** What may be typed at a place. */
export function completionsAt(room: Room, path: string, position: Position): CompletionItem[] {
  const contents = room.contentsOf(path);
  const offset = offsetOf(contents, position);
  const spot = spotAt(contents, offset, room.contracts);
  if (!spot) return [];
  const range = rangeOf(contents, offset - spot.typed.length, offset);
  const item = (label: string, kind: number, detail: string, newText = label): CompletionItem => ({
    label,
    kind: kind as NonNullable<CompletionItem['kind']>,
    detail,
    textEdit: { range, newText },
  });
  switch (spot.kind) {
    case 'component':
      return [...room.contracts.values()].map((contract) => ({
        ...item(contract.name, kinds.component, contract.purpose),
        documentation: { kind: 'markdown', value: describedIn(contract) },
      }));
    case 'prop':
      return describeProps(spot.contract)
        .filter(({ name }) => !spot.given.includes(name))
        .map(({ name, takes, description, required }) => ({
          ...item(name, kinds.property, `${required ? 'required: ' : ''}${takes}`, `${name}="$1"`),
          insertTextFormat: AS_SNIPPET,
          documentation: description,
          // What has to be there comes first.
          sortText: `${required ? 0 : 1}${name}`,
        }));
    case 'value': {
      const to = referableIn(spot.contract, spot.prop);
      if (to) return idsFor(room, contents, to).map(({ id, label }) => item(id, kinds.reference, label));
      const choices = describeProps(spot.contract).find(({ name }) => name === spot.prop)?.choices ?? [];
      return choices.map((choice) => item(choice, kinds.value, spot.prop));
    }
    case 'key': {
      const to = collectionOfKey.get(spot.key);
      return to ? idsFor(room, contents, to).map(({ id, label }) => item(id, kinds.reference, label)) : [];
    }
  }
}

const idsFor = (room: Room, contents: string, to: Referable): { id: string; label: string }[] =>
  to === 'sources'
    ? [...sourcesIn(contents).keys()].map((id) => ({ id, label: 'source' }))
    : room.idsOf(to).map((id) => ({ id, label: room.labelOf(to, id) }));

/** A contract for writers, in Markdown. */
function describedIn(contract: Contract): string {
  const props = describeProps(contract).map(
    ({ name, required, takes, description }) =>
      `- \`${name}\`${required ? ' (required)' : ''}: ${takes}. ${description}`,
  );
  return [
    `**${contract.name}**: ${contract.purpose}`,
    describePlace(contract).join(' '),
    props.join('\n'),
    `\`\`\`mdx\n${contract.example}\n\`\`\``,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What a component, a prop or an id is. */
export function hoverAt(room: Room, path: string, position: Position): string | undefined {
  const contents = room.contentsOf(path);
  const offset = offsetOf(contents, position);
  const { word, start, end } = wordAt(contents, offset);
  const component = /<\/?$/.test(contents.slice(0, start)) ? room.contracts.get(word) : undefined;
  if (component) return describedIn(component);
  const spot = spotAt(contents, end, room.contracts);
  if (spot?.kind === 'prop') {
    const prop = describeProps(spot.contract).find(({ name }) => name === word);
    return prop && `\`${prop.name}\`: ${prop.takes}. ${prop.description}`;
  }
  const named = namedAt(room, path, position);
  return named && named.to !== 'sources' ? `${named.id}: ${room.labelOf(named.to, named.id)}` : undefined;
}

/** The id at a place, and the collection that it is of. */
function namedAt(room: Room, path: string, position: Position): { to: Referable; id: string } | undefined {
  const contents = room.contentsOf(path);
  const { word, end, start } = wordAt(contents, offsetOf(contents, position));
  if (!word) return undefined;
  const spot = spotAt(contents, end, room.contracts);
  const to =
    spot?.kind === 'key'
      ? collectionOfKey.get(spot.key)
      : spot?.kind === 'value'
        ? referableIn(spot.contract, spot.prop)
        : undefined;
  if (to) return { to, id: word };
  const place = sourcesIn(contents).get(word);
  return place && offsetOf(contents, positionOf(place)) === start ? { to: 'sources', id: word } : undefined;
}

/** The collection whose entries a prop names. */
function referableIn({ props }: Contract, prop: string): Referable | undefined {
  const schema = (props.shape as Record<string, z.ZodType>)[prop];
  return schema && referableOf(schema);
}

/** The file of an entry, or the line of a source. */
export function definitionAt(room: Room, path: string, position: Position): Location | undefined {
  const named = namedAt(room, path, position);
  if (!named) return undefined;
  if (named.to === 'sources') {
    const place = sourcesIn(room.contentsOf(path)).get(named.id);
    return place && { uri: uriOf(path), range: { start: positionOf(place), end: positionOf(place) } };
  }
  const file = room.newsroom.fileOf(named.to, named.id);
  const top = { line: 0, character: 0 };
  return file && { uri: uriOf(file.path), range: { start: top, end: top } };
}

/** An id, everywhere: a source in its story; an entry in all files, and its own file’s name. @throws why not. */
export function renameAt(room: Room, path: string, position: Position, name: string): WorkspaceEdit {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name))
    throw new Error(`Unexpected name “${name}”: expected small letters, digits and hyphens, such as reuters-call.`);
  const named = namedAt(room, path, position);
  if (!named) throw new Error('Nothing to rename here: expected the id of a source, a person, an outlet or the like.');
  const { to, id } = named;
  if (to === 'sources') return { changes: { [uriOf(path)]: sourceEdits(room, path, id, name) } };
  const file = room.newsroom.fileOf(to, id);
  if (!file) throw new Error(`Unknown “${id}” in ${to}/: expected one that is there.`);
  if (room.idsOf(to).includes(name))
    throw new Error(`Unexpected name “${name}”: expected one that no other file in ${to}/ has.`);
  const edits = room.usesOf(to, id).map(({ path: user, references }) => {
    const contents = room.contentsOf(user);
    return {
      textDocument: { uri: uriOf(user), version: null },
      edits: references.flatMap((place) => idEdit(contents, offsetOf(contents, positionOf(place)), id, name)),
    };
  });
  const isFolder = isText(to) && /^index\./.test(file.path.slice(dirname(file.path).length + 1));
  const from = isFolder ? dirname(file.path) : file.path;
  const newPath = join(dirname(from), isFolder ? name : name + extname(file.path));
  return { documentChanges: [...edits, { kind: 'rename', oldUri: uriOf(from), newUri: uriOf(newPath) }] };
}

function sourceEdits(room: Room, path: string, id: string, name: string): TextEdit[] {
  const contents = room.contentsOf(path);
  const place = sourcesIn(contents).get(id);
  const above = place ? idEdit(contents, offsetOf(contents, positionOf(place)), id, name) : [];
  // In tags, each prop that names a source.
  const inTags = [...contents.matchAll(new RegExp(`=["']${id}(?=["'])`, 'g'))].flatMap(({ index }) => {
    const spot = spotAt(contents, index + 2 + id.length, room.contracts);
    return spot?.kind === 'value' && referableIn(spot.contract, spot.prop) === 'sources'
      ? idEdit(contents, index, id, name)
      : [];
  });
  return [...above, ...inTags];
}

/** The edit of an id that begins at an offset, or in the tag that does. */
function idEdit(contents: string, offset: number, id: string, name: string): TextEdit[] {
  const found = new RegExp(`(?<![\\w-])${id}(?![\\w-])`).exec(contents.slice(offset, offset + 2000));
  if (!found) return [];
  const start = offset + found.index;
  return [{ range: rangeOf(contents, start, start + id.length), newText: name }];
}
