import { z } from 'astro/zod';
import { schemas } from './index.ts';
import type { CollectionName } from './index.ts';

/**
 * The shape of a collection’s YAML as JSON Schema, for editors: keys, what each is for, and the
 * values to choose from.
 */
export const jsonSchemaOf = (name: CollectionName): object =>
  z.toJSONSchema(schemas[name], {
    io: 'input',
    unrepresentable: 'any',
    // A mark for our own reader.
    override: ({ jsonSchema }) => {
      delete jsonSchema['words'];
    },
  });
