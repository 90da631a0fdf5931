import { z } from 'astro/zod';
import { schemas, textSchemas } from '../schema/index.ts';
import { storySchema } from '../schema/story.ts';
import { defaultOf, ownFile } from './own-code.ts';

/** Keys above a story that are ours: those of the schema, and what is kept beside them. */
const ours = new Set([...Object.keys(storySchema.shape), 'document', 'pictures', 'fields']);

/**
 * Takes the keys that a newsroom adds above its stories: a file `fields.ts` in its folder, which exports a Zod object
 * by default. From then on they are read, checked and completed like ours.
 *
 * @param folder absolute. @returns the path of the file, if it is there.
 * @throws an error that names the file where it exports something else, or a key that there is.
 */
export async function useOwnFields(folder: string): Promise<string | undefined> {
  const file = ownFile(folder, 'fields');
  let schema: typeof storySchema = storySchema;
  if (file) {
    const fields = await defaultOf(file);
    if (!(fields instanceof z.ZodObject))
      throw new Error(`Unexpected export of ${file}: expected z.object({ … }) of “astro/zod” by default.`);
    const taken = Object.keys(fields.shape).find((key) => ours.has(key));
    if (taken) throw new Error(`Unexpected field “${taken}” in ${file}: expected a name that no key of Nutgraf has.`);
    // Whoever asks for our own keys finds them all the same.
    schema = storySchema.safeExtend(fields.shape) as unknown as typeof storySchema;
  }
  textSchemas.explainers = schemas.explainers = schema;
  return file;
}

/** What a newsroom’s own keys say above a story, by their names. */
export const ownFieldsIn = (data: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([key]) => !ours.has(key)));
