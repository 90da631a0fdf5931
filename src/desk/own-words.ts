import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { readRecord } from '../document/read.ts';
import { inFile } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { text } from '../schema/fields.ts';
import type { OwnWords } from './prose.ts';

const list = () => z.array(text('a word or a phrase'), 'a list of words').optional();

/** A newsroom’s own words for the desk’s rules: `content/desk/<language>.yaml`. */
const schema = z.strictObject({
  loaded: list().describe('Words with a judgement in them.'),
  hedges: list().describe('Words that hide who says so.'),
  rot: list().describe('Words that mean another day to each reader.'),
  accusation: list().describe('Words that make a sentence about a person an accusation.'),
  speech: list().describe('Words that give what is said to somebody.'),
  acronyms: list().describe('Acronyms that every reader knows.'),
  headlines: z
    .enum(['sentence', 'title'])
    .optional()
    .describe('How headlines are written: capitals as in a sentence, or Every Word of Weight.'),
  allowed: list().describe('Words that are fine here, whatever list they are in.'),
});

/** Reads the lists of a newsroom, by language, with what is wrong in them. */
export function ownWordsIn(folder: string): { lists: Record<string, OwnWords>; messages: Message[] } {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  const lists: Record<string, OwnWords> = {};
  const messages: Message[] = [];
  for (const name of files.sort()) {
    const file = join(folder, name);
    const { data, messages: wrong } = readRecord(readFileSync(file, 'utf8'), schema);
    messages.push(...inFile(file, wrong));
    const own = schema.safeParse(data);
    if (own.success) lists[name.replace(/\.ya?ml$/, '')] = lowerCase(own.data as OwnWords);
  }
  return { lists, messages };
}

/** In lower case, as words are compared; acronyms keep their capitals, by which they are found. */
const lowerCase = (lists: OwnWords): OwnWords =>
  Object.fromEntries(
    Object.entries(lists).map(([name, words]) => [
      name,
      name === 'acronyms' || typeof words === 'string' ? words : words.map((word) => word.toLowerCase()),
    ]),
  );
