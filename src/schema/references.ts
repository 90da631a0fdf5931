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
export function referencesIn(schema: z.ZodType, value: unknown, path: (string | number)[] = []): Reference[] {
  if (value === undefined || value === null) return [];
  const to = schema.meta()?.['references'] as Referable | undefined;
  // An empty id is wrong in itself.
  if (to) return typeof value === 'string' && value.trim() ? [{ to, id: value, path }] : [];
  const definition = schema._zod.def as Definition;
  const inner = definition.innerType ?? definition.in;
  if (inner) return referencesIn(inner, value, path);
  if (typeof value !== 'object') return [];
  if (definition.element && Array.isArray(value)) {
    const { element } = definition;
    return value.flatMap((item, index) => referencesIn(element, item, [...path, index]));
  }
  const { shape = {}, valueType } = definition;
  return Object.entries(value).flatMap(([key, item]) => {
    const field = Object.hasOwn(shape, key) ? shape[key] : valueType;
    return field ? referencesIn(field, item, [...path, key]) : [];
  });
}
