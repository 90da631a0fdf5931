import type { z } from 'astro/zod';
import type { Referable } from './fields.ts';

/** A value that names an entry of another collection, and where in its data it stands. */
export interface Reference {
  to: Referable;
  id: string;
  path: (string | number)[];
}

interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  innerType?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  in?: z.ZodType;
}

/**
 * Every reference in `value`, found by walking it together with its schema.
 *
 * Reads zod's documented definition objects (zod 4, “Zod Core”); a schema kind without parts, or
 * a value of another shape than its schema, ends the walk there.
 */
export const referencesIn = (schema: z.ZodType, value: unknown): Reference[] =>
  marked(schema, value, 'references').map(({ mark, value: id, path }) => ({ to: mark as Referable, id, path }));

/** The paths of pictures in `value`, found in the same way. */
export const pictureProps = (schema: z.ZodType, value: unknown): { src: string; path: (string | number)[] }[] =>
  marked(schema, value, 'picture').map(({ value: src, path }) => ({ src, path }));

/** The collection whose entries a value names; none, where it is no id. For a list, of each in it. */
export function referableOf(schema: z.ZodType): Referable | undefined {
  const mark = schema.meta()?.['references'];
  if (mark) return mark as Referable;
  const { innerType, in: piped, element } = schema._zod.def as Definition;
  const inner = innerType ?? piped ?? element;
  return inner && referableOf(inner);
}

/** The keys of data, at any depth, whose values name entries, each with their collection. */
export function referringKeys(schema: z.ZodType): Map<string, Referable> {
  const { innerType, in: piped, element, valueType, shape = {} } = schema._zod.def as Definition;
  const parts = [innerType, piped, element, valueType].filter((part) => part !== undefined);
  return new Map([
    ...parts.flatMap((part) => [...referringKeys(part)]),
    ...Object.entries(shape).flatMap(([key, field]): [string, Referable][] => {
      const to = referableOf(field);
      return to ? [[key, to]] : [...referringKeys(field)];
    }),
  ]);
}

/** Every text in `value` whose schema has this entry in its `meta()`. */
function marked(
  schema: z.ZodType,
  value: unknown,
  name: string,
  path: (string | number)[] = [],
): { mark: unknown; value: string; path: (string | number)[] }[] {
  if (value === undefined || value === null) return [];
  const mark = schema.meta()?.[name];
  // An empty text is a mistake of its own, which the schema reports.
  if (mark) return typeof value === 'string' && value.trim() ? [{ mark, value, path }] : [];
  const definition = schema._zod.def as Definition;
  const inner = definition.innerType ?? definition.in;
  if (inner) return marked(inner, value, name, path);
  if (typeof value !== 'object') return [];
  if (definition.element && Array.isArray(value)) {
    const { element } = definition;
    return value.flatMap((item, index) => marked(element, item, name, [...path, index]));
  }
  const { shape = {}, valueType } = definition;
  return Object.entries(value).flatMap(([key, item]) => {
    const field = Object.hasOwn(shape, key) ? shape[key] : valueType;
    return field ? marked(field, item, name, [...path, key]) : [];
  });
}
