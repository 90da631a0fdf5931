import type { z } from 'astro/zod';
import { nearest } from './nearest.ts';

/** What is wrong with a value, in the words of a message, and where in the value it is. */
export interface Problem {
  path: (string | number)[];
  /** Whether the place to point at is the key or its value. */
  at: 'key' | 'value';
  kind: 'unknown' | 'missing' | 'invalid';
  reason: string;
  suggestion?: string | undefined;
}

/** Text in a message, cut where a reader has seen enough of it. */
export const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

const shown = (value: unknown): string => {
  if (typeof value === 'string') return value.trim() ? `“${cut(value)}”` : 'empty text';
  if (Array.isArray(value)) return value.length ? 'list' : 'empty list';
  if (typeof value === 'object') return 'group of keys';
  return String(value);
};

const nouns: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
};

/** “a, b or c” */
export const anyOf = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? 'nothing') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], value);

/** The keys that the schema knows at a path: what a misspelt key may have meant. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const definition = schema._zod.def as unknown as Record<string, unknown>;
  const inner = definition['innerType'] ?? definition['in'];
  if (inner) return keysAt(inner as z.ZodType, path);
  const shape = definition['shape'] as Record<string, z.ZodType> | undefined;
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(shape ?? {});
  const next = shape?.[String(key)] ?? definition['valueType'] ?? definition['element'];
  return next ? keysAt(next as z.ZodType, rest) : [];
}

/**
 * All problems of `value` under `schema`, each as “Unexpected X: expected Y.”
 *
 * @param noun what a key is called where the value stands: `key` in YAML, `prop` on a component.
 * @param where what the value belongs to, such as ` on <Source>`.
 */
export function problemsIn(schema: z.ZodType, value: unknown, noun: 'key' | 'prop' | 'setting', where = ''): Problem[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, schema, value, noun, where));
  return problems.filter((problem) => !problems.some((other) => follows(problem, other)));
}

/** Whether one mistake made both: a key that was misspelt is not missing, nor is what holds it incomplete. */
function follows(problem: Problem, cause: Problem): boolean {
  if (problem.kind !== 'missing' || cause.kind !== 'unknown' || !cause.suggestion) return false;
  const group = cause.path.slice(0, -1);
  return [group, [...group, cause.suggestion]].some((path) => path.join('\0') === problem.path.join('\0'));
}

function problemsOf(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  value: unknown,
  noun: string,
  where: string,
): Problem[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const found = valueAt(value, issue.path);
  // What number in a list, a reader sees by the line.
  const quoted = (parts: readonly (string | number)[]) =>
    parts.some(isName) ? ` “${parts.filter(isName).join('.')}”` : '';
  const isItem = path.length > 0 && !isName(path.at(-1)!);
  const about = path.length ? `${isItem ? ' in' : ' for'}${quoted(path)}` : '';

  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    const unused = known.filter((key) => !Object.hasOwn(found as object, key));
    return issue.keys.map((key) => ({
      path: [...path, key],
      at: 'key',
      kind: 'unknown',
      reason: `Unexpected ${noun}${quoted([...path, key])}${where}: expected ${known.length ? anyOf(known) : `no ${noun}s`}.`,
      suggestion: nearest(key, unused),
    }));
  }
  if (issue.code === 'invalid_key') {
    const id = String(path.at(-1));
    const suggestion = id
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    return [
      {
        path,
        at: 'key',
        kind: 'invalid',
        reason: `Unexpected id “${id}”${where}: expected ${expectedBy(issue, [])}.`,
        ...(suggestion !== id && { suggestion }),
      },
    ];
  }
  const expected = expectedBy(issue, keysAt(schema, issue.path));
  const missing = (what: string): Problem[] => [
    { path, at: 'key', kind: 'missing', reason: `Missing ${what}${where}: expected ${expected}.` },
  ];
  if (found === undefined) return missing(path.length ? `${noun}${quoted(path)}` : `${noun}s`);
  if (found === null) return missing(`value${about}`);
  // Only a rule about a whole group faults a group: that one of several keys is there.
  if (issue.code === 'custom' && typeof found === 'object' && !Array.isArray(found))
    return missing(`${noun}${path.length ? ` in${quoted(path)}` : ''}`);
  const suggestion = suggestionFor(issue, found);
  return [
    {
      path,
      at: 'value',
      kind: 'invalid',
      reason: `Unexpected ${shown(found)}${about}${where}: expected ${expected}.`,
      suggestion,
    },
  ];
}

const isName = (part: string | number) => typeof part === 'string';

/**
 * The end of the sentence “Unexpected …: expected ”. Our schemas bring it; others have zod’s words.
 *
 * @param keys what is known in the place of the value, where a group is wanted there.
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
  // A value that no schema takes for its own kind.
  const issue = schema.safeParse(Symbol('nothing')).error?.issues[0];
  return issue ? expectedBy(issue, []) : 'any value';
}
