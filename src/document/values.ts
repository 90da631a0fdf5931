import type { z } from 'astro/zod';
import { isSeen } from '../schema/fields.ts';
import { nearest } from '../schema/nearest.ts';
import { anyOf, cut, errorAt } from './message.ts';
import type { Message } from './message.ts';
import type { Place } from './place.ts';

/** What is wrong with a value, and where in the value that is. */
export interface ValueMessage extends Message {
  path: Path;
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

const shown = (value: unknown): string => {
  if (typeof value === 'string') return isSeen(value) ? `“${cut(value)}”` : 'empty text';
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

/** The keys that the schema knows at a path: what a misspelt key may have meant. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  // What a schema is made of, zod types for each kind of schema only.
  const definition = schema._zod.def as unknown as Record<string, unknown>;
  const inner = definition['innerType'] ?? definition['in'];
  if (inner) return keysAt(inner as z.ZodType, path);
  const shape = definition['shape'] as Record<string, z.ZodType> | undefined;
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(shape ?? {});
  const next = shape?.[String(key)] ?? definition['valueType'] ?? definition['element'];
  return next ? keysAt(next as z.ZodType, rest) : [];
}

/** Everything that is wrong with `value` under `schema`, each as “Unexpected X: expected Y.” */
export function checkValue(schema: z.ZodType, value: unknown, kind: ValueKind): ValueMessage[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  const messages = result.error.issues.flatMap((issue) => messagesOf(issue, schema, value, kind));
  return messages.filter((message) => !messages.some((other) => follows(message, other)));
}

/** Whether a message only follows from another: a key that is misspelt is not also missing. */
function follows(message: ValueMessage, cause: ValueMessage): boolean {
  const meant = cause.expected?.[0];
  if (!isMissing(message) || !cause.ruleId.endsWith('-known') || !meant) return false;
  const group = cause.path.slice(0, -1);
  return [group, [...group, meant]].some((path) => path.join('\0') === message.path.join('\0'));
}

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
  const isItem = path.length > 0 && !isName(path.at(-1)!);
  const about = path.length ? `${isItem ? ' in' : ' for'}${quoted(path)}` : '';

  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    const unused = known.filter((key) => !Object.hasOwn(found as object, key));
    const expected = known.length ? anyOf(known) : `no ${noun}s`;
    return issue.keys.map((key) => {
      const whole = [...path, key];
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
