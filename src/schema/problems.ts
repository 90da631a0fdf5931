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

const shown = (value: unknown): string => {
  if (value === null) return 'nothing';
  if (typeof value === 'string') return `“${value}”`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'a group of keys';
  return String(value);
};

const nouns: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
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
 * All problems of `value` under `schema`, each as “Unexpected X: expected Y”.
 *
 * @param noun what a key is called where the value stands: `key` in YAML, `prop` on a component.
 */
export function problemsIn(schema: z.ZodType, value: unknown, noun: 'key' | 'prop' | 'setting'): Problem[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => problemsOf(issue, schema, value, noun));
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown, noun: string): Problem[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const name = path.join('.');
  const found = valueAt(value, issue.path);
  const invalid = (expected: string, suggestion?: string): Problem[] => [
    { path, at: 'value', kind: 'invalid', reason: `Unexpected ${shown(found)} for “${name}”: expected ${expected}.`, suggestion },
  ];
  const missing = (expected: string): Problem[] => [
    { path, at: 'key', kind: 'missing', reason: `Missing ${noun} “${name}”: expected ${expected}.` },
  ];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, issue.path);
      return issue.keys.map((key) => ({
        path: [...path, key],
        at: 'key',
        kind: 'unknown',
        reason: `Unexpected ${noun} “${[...path, key].join('.')}”: expected ${known.length ? anyOf(known) : `no ${noun}s`}.`,
        suggestion: nearest(key, known),
      }));
    }
    case 'invalid_type': {
      const expected = issue.message.startsWith('Invalid') ? (nouns[issue.expected] ?? issue.expected) : issue.message;
      return found === undefined ? missing(expected) : invalid(expected);
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      return found === undefined ? missing(anyOf(values)) : invalid(anyOf(values), nearest(String(found), values));
    }
    case 'invalid_key':
      return invalid('ids of lower-case letters, digits and hyphens as keys');
    case 'too_small':
    case 'too_big':
      return invalid(issue.message.startsWith('Too') ? sizeOf(issue) : issue.message);
    default:
      return invalid(issue.message);
  }
}

function sizeOf(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const [bound, limit] = issue.code === 'too_small' ? ['at least', issue.minimum] : ['at most', issue.maximum];
  if (issue.origin === 'array') return `${bound} ${limit} in the list`;
  if (issue.origin === 'string') return `${bound} ${limit} characters`;
  return `${bound} ${limit}`;
}
