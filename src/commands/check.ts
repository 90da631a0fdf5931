import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { anyOf, isError } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { formats } from '../document/reporter.ts';
import type { Format } from '../document/reporter.ts';
import { readYaml, splitStory } from '../document/frontmatter.ts';
import { settingsIn } from '../integration/settings.ts';
import type { Settings } from '../integration/settings.ts';
import { correctNames, tidy } from './check/fix.ts';
import { deadLinks, unarchived } from './check/links.ts';
import { checkNewsroom } from './check/newsroom.ts';

export const help = `nutgraf check [story …]

Tells of every mistake that a build would stop at, and of what the desk’s rules ask, without building.

  --format <form>   pretty (as a build), json, github (annotations), sarif
  --fix             mends straight quotation marks and double spaces
  --fix-names       puts the nearest right name in the place of one that does not exist
  --links           lists sources with an address and no archived copy
  --test-links      asks for each address, politely, and tells of those without an answer`;

/** `nutgraf check`. @returns the code of the process: 1 when there is an error. */
export async function check(args: string[], folder = process.cwd()): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'pretty' },
      fix: { type: 'boolean' },
      'fix-names': { type: 'boolean' },
      links: { type: 'boolean' },
      'test-links': { type: 'boolean' },
    },
  });
  const format = formats[values.format as Format];
  if (!Object.hasOwn(formats, values.format))
    throw new Error(`Unexpected --format ${values.format}: expected ${anyOf(Object.keys(formats))}.`);

  const settings = await settingsIn(folder);
  let checked = await checkNewsroom(settings, positionals);
  if (positionals.length && !checked.files.length)
    throw new Error(`Unknown story “${positionals.join('”, “')}”: expected the name of its folder or its file.`);
  if (values.fix || values['fix-names']) {
    const mended = mend(settings, checked, { names: values['fix-names'] ?? false, marks: values.fix ?? false });
    console.error(mended.length ? `Mended ${mended.join(', ')}.` : 'Nothing to mend.');
    if (mended.length) checked = await checkNewsroom(settings, positionals);
  }

  const messages: Message[] = [...checked.messages];
  if (values.links) messages.push(...unarchived(checked.sources));
  if (values['test-links']) messages.push(...(await deadLinks(checked.sources)));
  console.log(format(messages));
  return messages.some(isError) ? 1 : 0;
}

/** Writes back the texts that could be mended. @returns their names. */
function mend(
  { root, options }: Settings,
  { files, messages }: { files: string[]; messages: Message[] },
  { names, marks }: { names: boolean; marks: boolean },
): string[] {
  return files.filter((file) => {
    const path = join(fileURLToPath(root), file);
    const before = readFileSync(path, 'utf8');
    const named = names
      ? correctNames(
          before,
          messages.filter((message) => message.file === file),
        )
      : before;
    const { lang } = (readYaml(splitStory(named).yaml ?? '', 1).data ?? {}) as { lang?: string };
    const after = marks ? tidy(named, lang ?? options.lang) : named;
    if (after !== before) writeFileSync(path, after);
    return after !== before;
  });
}
