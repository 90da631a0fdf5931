import type { z } from 'astro/zod';
import { isSeen } from '../schema/fields.ts';
import { nearest } from '../schema/nearest.ts';
import { anyOf, cut, errorAt } from './message.ts';
import type { Message } from './message.ts';
import type { Place } from './place.ts';

/** What is wrong with a value, and where in the value that is. */
export interface ValueMessage extends Message {
  path: Path;
  /** The key that should have been below: see {@link keyAbove}. */
  above?: string;
}

type Path = (string | number)[];

/** Where a key of a value, or what stands under it, was typed. */
export type PlaceOf = (path: readonly (string | number)[], at: 'key' | 'value') => Place;

/** How a value is spoken of. */
export interface ValueKind {
  /** What its keys are called. */
  noun: 'key' | 'prop' | 'setting';
  /** What it belongs to, such as ` on <Source>`. */
  where?: string;
  placeOf: PlaceOf;
}

const rules = {
  key: { unknown: 'key-known', missing: 'key-required', invalid: 'value-valid' },
  prop: { unknown: 'prop-known', missing: 'prop-required', invalid: 'prop-valid' },
  setting: { unknown: 'key-known', missing: 'key-required', invalid: 'value-valid' },
} as const;

/** Whether a message says that something is not there, rather than that it is wrong. */
export const isMissing = ({ ruleId }: Message): boolean => ruleId.endsWith('-required');

/** A message is read by more people than an address with a password in it was meant for. */
const withoutPassword = (text: string) => text.replace(/\/\/[^/?#\s]*@/, '//…@');

const shown = (value: unknown): string => {
  if (typeof value === 'string') return isSeen(value) ? `“${cut(withoutPassword(value))}”` : 'empty text';
  if (Array.isArray(value)) return value.length ? 'list' : 'empty list';
  if (typeof value === 'object') return 'group of keys';
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- Numbers, true and false are left.
  return String(value);
};

const nouns: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
};

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], value);

/** The schema of what stands at a path, without what makes it optional. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const definition = definitionOf(schema);
  const inner = definition.innerType ?? definition.in;
  if (inner) return schemaAt(inner, path);
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  const next = definition.shape?.[String(key)] ?? definition.valueType ?? definition.element;
  return next && schemaAt(next, rest);
}

/** What a schema is made of; zod types it for each kind of schema only. */
interface Definition {
  shape?: Record<string, z.ZodType>;
  innerType?: z.ZodType;
  in?: z.ZodType;
  valueType?: z.ZodType;
  element?: z.ZodType;
}

const definitionOf = (schema: z.ZodType) => schema._zod.def as Definition;

/** The keys that the schema knows at a path: what a misspelt key may have meant. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const found = schemaAt(schema, path);
  return Object.keys((found && definitionOf(found).shape) ?? {});
}

/** Whether what stands at a path is words for readers, rather than a name, a date or a choice. */
export function isWordsAt(schema: z.ZodType, path: readonly PropertyKey[]): boolean {
  const { words, references, picture } = schemaAt(schema, path)?.meta() ?? {};
  return words === true && !references && !picture;
}

/**
 * The key above one that stands in line with it and was meant to stand below it: it has no value of its own, and
 * takes such a key.
 */
function keyAbove(schema: z.ZodType, value: unknown, path: Path): string | undefined {
  const group = path.slice(0, -1);
  const siblings = valueAt(value, group);
  const key = path.at(-1);
  if (typeof key !== 'string' || typeof siblings !== 'object' || siblings === null || Array.isArray(siblings))
    return undefined;
  const names = Object.keys(siblings);
  const above = names.slice(0, names.indexOf(key)).findLast((name) => (siblings as Values)[name] === null);
  const wanted = above === undefined ? undefined : schemaAt(schema, [...group, above]);
  if (above === undefined || !wanted) return undefined;
  const { shape = {}, valueType } = definitionOf(wanted);
  const takes = Object.hasOwn(shape, key) || (valueType && typeof (siblings as Values)[key] === 'object');
  return takes ? above : undefined;
}

type Values = Record<string, unknown>;

/** Everything that is wrong with `value` under `schema`, each as “Unexpected X: expected Y.” */
export function checkValue(schema: z.ZodType, value: unknown, kind: ValueKind): ValueMessage[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  const issues = result.error.issues.flatMap((issue): z.core.$ZodIssue | z.core.$ZodIssue[] =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : issue,
  );
  const messages = issues.slice(0, MOST).flatMap((issue) => messagesOf(issue, schema, value, kind));
  const more = issues.length - MOST;
  if (more > 0) {
    const reason = `Unexpected ${more.toLocaleString('en')} more mistakes: expected these ${MOST} to be mended first.`;
    const path: Path = [];
    messages.push(Object.assign(errorAt(kind.placeOf(path, 'key'), rules[kind.noun].invalid, reason), { path }));
  }
  return messages.filter((message) => !messages.some((other) => follows(message, other)));
}

/** So many mistakes in a value are told of; what is more takes long, and helps nobody. */
const MOST = 100;

/** Whether a message only follows from another: a key that is misspelt is not also missing. */
function follows(message: ValueMessage, cause: ValueMessage): boolean {
  if (cause.above && isMissing(message)) return isSamePath(message.path, [...cause.path.slice(0, -1), cause.above]);
  const meant = cause.expected?.[0];
  if (!isMissing(message) || !cause.ruleId.endsWith('-known') || !meant) return false;
  const group = cause.path.slice(0, -1);
  return [group, [...group, meant]].some((path) => isSamePath(path, message.path));
}

const isSamePath = (one: Path, other: Path) => one.join('\0') === other.join('\0');

function messagesOf(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown, kind: ValueKind): ValueMessage[] {
  const { noun, where = '', placeOf } = kind;
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const found = valueAt(value, issue.path);
  const error = (
    what: keyof (typeof rules)['key'],
    at: 'key' | 'value',
    reason: string,
    nearest?: string,
    place = path,
  ): ValueMessage => Object.assign(errorAt(placeOf(place, at), rules[noun][what], reason, nearest), { path: place });
  // An item’s number in a list is left out: the message has its line.
  const quoted = (parts: readonly (string | number)[]) =>
    parts.some(isName) ? ` “${parts.filter(isName).join('.')}”` : '';
  const strayed = (whole: Path, above: string): ValueMessage => {
    const key = String(whole.at(-1));
    const reason = `Unexpected “${key}” in line with “${above}”: expected spaces before it, as it belongs to “${above}”.`;
    return Object.assign(error('invalid', 'key', reason, undefined, whole), { above });
  };
  const isItem = path.length > 0 && !isName(path.at(-1)!);
  const about = path.length ? `${isItem ? ' in' : ' for'}${quoted(path)}` : '';

  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    const unused = known.filter((key) => !Object.hasOwn(found as object, key));
    const expected = known.length ? anyOf(known) : `no ${noun}s`;
    return issue.keys.map((key) => {
      const whole = [...path, key];
      const above = keyAbove(schema, value, whole);
      if (above !== undefined) return strayed(whole, above);
      const reason = `Unexpected ${noun}${quoted(whole)}${where}: expected ${expected}.`;
      return error('unknown', 'key', reason, nearest(key, unused), whole);
    });
  }
  if (issue.code === 'invalid_key') {
    const id = String(path.at(-1));
    const better = idFrom(id);
    const reason = `Unexpected id “${id}”${where}: expected ${expectedBy(issue, [])}.`;
    return [error('invalid', 'key', reason, better === id ? undefined : better)];
  }
  const expected = expectedBy(issue, keysAt(schema, issue.path));
  const missing = (what: string) => [error('missing', 'key', `Missing ${what}${where}: expected ${expected}.`)];
  if (found === undefined) return missing(path.length ? `${noun}${quoted(path)}` : `${noun}s`);
  const above = issue.code === 'invalid_type' && found !== null ? keyAbove(schema, value, path) : undefined;
  if (above !== undefined) return [strayed(path, above)];
  if (found === null) return missing(`value${about}`);
  // A group as a whole is only wrong by a rule that asks for one of several keys.
  if (issue.code === 'custom' && typeof found === 'object' && !Array.isArray(found))
    return missing(`${noun}${path.length ? ` in${quoted(path)}` : ''}`);
  const reason = `Unexpected ${shown(found)}${about}${where}: expected ${expected}.`;
  return [error('invalid', 'value', reason, suggestionFor(issue, found))];
}

/** The nearest id that may stand in an address. */
const idFrom = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const isName = (part: string | number) => typeof part === 'string';

/**
 * The end of the sentence “Unexpected …: expected ”. Our schemas have it as their message; for others it is made
 * from zod’s.
 *
 * @param keys the keys that a group may have in this place, if a group is expected.
 */
function expectedBy(issue: z.core.$ZodIssue, keys: string[]): string {
  if (issue.code === 'invalid_value') return anyOf(issue.values.map(String));
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? 'another id';
  if (!/^(Invalid|Too|Unrecognized) /.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      if (!keys[0] || nouns[issue.expected]) return nouns[issue.expected] ?? 'a group of keys';
      return issue.path.length ? `a group such as { ${keys[0]}: … }` : `lines such as “${keys[0]}: …”`;
    case 'invalid_union':
      return anyOf([...new Set(issue.errors.flat().map((each) => expectedBy(each, [])))]);
    case 'too_small':
      return `at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `at most ${issue.maximum}${unitOf(issue.origin)}`;
    default:
      return 'another value';
  }
}

const unitOf = (origin: string) => ({ array: ' in the list', string: ' characters' })[origin] ?? '';

function suggestionFor(issue: z.core.$ZodIssue, found: unknown): string | undefined {
  if (issue.code === 'invalid_value') return nearest(String(found), issue.values.map(String));
  if (issue.code === 'invalid_type' && issue.expected === 'array' && typeof found === 'string') return `[${found}]`;
  return issue.code === 'custom' ? (issue.params?.['suggestion'] as string | undefined) : undefined;
}

/** What a schema wants, in the words that end a message: “the id of one of the sources”. */
export function wantedBy(schema: z.ZodType): string {
  // No schema accepts a symbol, so that each says what it expects.
  const issue = schema.safeParse(Symbol('nothing')).error?.issues[0];
  return issue ? expectedBy(issue, []) : 'any value';
}
