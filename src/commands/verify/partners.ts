import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'astro/zod';
import { readYaml } from '../../document/frontmatter.ts';
import { inFile } from '../../document/message.ts';
import { formatMessage } from '../../document/reporter.ts';
import { checkValue } from '../../document/values.ts';
import { text } from '../../schema/fields.ts';

/** A list of copies, which a newsroom keeps: who has which of its stories, and where. */
const partnersSchema = z.array(
  z.strictObject({
    partner: text('the name of the partner'),
    story: text('the name of a story'),
    copy: text('a file, or an address that begins with https://'),
  }),
  'a list of copies, each with “partner”, “story” and “copy”',
);

export type PartnerCopy = z.infer<typeof partnersSchema>[number];

/** Reads the list. @throws what is wrong with it, with the places. */
export function partnersIn(file: string, folder: string): PartnerCopy[] {
  const path = resolve(folder, file);
  if (!existsSync(path)) throw new Error(`Unknown file “${file}”: expected a list of partners, such as partners.yaml.`);
  const { data, messages, placeOf } = readYaml(readFileSync(path, 'utf8'), 1);
  const all = messages.length ? messages : checkValue(partnersSchema, data, { noun: 'key', placeOf });
  if (all.length)
    throw new Error(
      inFile(file, all)
        .map((message) => formatMessage(message))
        .join('\n'),
    );
  return partnersSchema.parse(data);
}
