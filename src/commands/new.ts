import { join, relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dayIn } from '../clock.ts';
import { settingsIn } from '../integration/settings.ts';
import { checkName } from '../newsroom/names.ts';
import { idsIn } from '../newsroom/survey.ts';
import { language } from '../schema/fields.ts';
import { nearest } from '../schema/nearest.ts';
import { takenBy } from '../stories/address.ts';
import { anyOf } from '../document/message.ts';
import { isTaken, slugOf, storyText, writeNew } from './draft.ts';
import { readTemplate, templates } from './new/templates.ts';
import type { Template } from './new/templates.ts';

export const help = `nutgraf new "Headline"

Makes the folder of a story, as a draft, with the parts of its shape. Asks for what is not given.

  --shape <shape>     ${templates.join(', ')}
  --author <ids>      files in authors/, with commas between
  --topics <ids>      files in topics/, with commas between; “none” for none
  --lang <language>   where it is not the newsroom’s
  --slug <name>       the name of its folder, where the headline does not make a good one`;

/** `nutgraf new`. @returns the code of the process. */
export async function make(args: string[], folder = process.cwd()): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      shape: { type: 'string' },
      author: { type: 'string' },
      topics: { type: 'string' },
      lang: { type: 'string' },
      slug: { type: 'string' },
    },
  });
  const { options, root } = await settingsIn(folder);
  const content = join(fileURLToPath(root), options.content);
  const [authors, topics] = [idsIn('authors', content), idsIn('topics', content)];
  if (!authors.length)
    throw new Error(
      `Missing authors: expected a file in ${options.content}/authors/, such as desk.yaml with the line “name: The Desk”.`,
    );

  const ask = asker();
  try {
    const headline = positionals.join(' ').trim() || (await ask('Headline?'));
    if (!headline) throw new Error('Missing headline: expected nutgraf new "The headline".');
    const template = chosen(
      'shape',
      values.shape ?? ((await ask(`Shape? (${templates.join(', ')})`)) || 'explainer'),
      templates,
    ) as Template;
    const author = values.author ?? (authors.length === 1 ? authors[0]! : await ask(`Author? (${authors.join(', ')})`));
    if (!author) throw new Error(`Missing --author: expected ${anyOf(authors)}.`);
    const topic =
      values.topics ?? (topics.length ? await ask(`Topics, with commas between? (${topics.join(', ')})`) : '');
    const lang = values.lang ?? ((await ask(`Language? (${options.lang})`)) || options.lang);
    if (!language().safeParse(lang).success)
      throw new Error(`Unexpected --lang ${lang}: expected a language tag such as en or es-CO.`);

    const stories = join(content, 'explainers');
    const slug = values.slug ?? slugOf(headline);
    if (!slug || slug !== slugOf(slug))
      throw new Error(`Missing name for the folder: expected --slug with lower-case letters, digits and hyphens.`);
    const taken = takenBy('story', slug, options);
    if (taken || checkName(slug).length)
      throw new Error(`Unexpected name “${slug}”: expected one that the site or Windows does not keep, by --slug.`);
    if (isTaken(stories, slug))
      throw new Error(`Unexpected second story “${slug}”: expected another headline, or --slug with another name.`);

    const { above, body } = readTemplate(template);
    const { label, sources } = above;
    const data = {
      headline,
      description: 'TODO One sentence on what happened.',
      ...(label && { label }),
      ...(lang !== options.lang && { lang }),
      published: dayIn(options.timeZone),
      draft: true,
      authors: listed(author).map((id) => chosen('author', id, authors)),
      topics: listed(topic === 'none' ? '' : topic).map((id) => chosen('topic', id, topics)),
      ...(sources && { sources }),
    };
    writeNew(join(stories, slug), 'index.mdx', storyText(data, body));
    const file = relative(folder, join(stories, slug, 'index.mdx'));
    console.log(
      `Made ${file}.\n\nWrite in it, see it with npm run dev, and look at what is left to do with npm run check -- ${slug}.\nTake out “draft: true” when it is ready.`,
    );
    return 0;
  } finally {
    ask.close();
  }
}

/** Asks in a terminal; elsewhere nobody answers. */
function asker(): ((question: string) => Promise<string>) & { close(): void } {
  const lines = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  const ask = async (question: string) => (await lines?.question(`${question} `))?.trim() ?? '';
  return Object.assign(ask, { close: () => lines?.close() });
}

const listed = (ids: string) =>
  ids
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);

function chosen(noun: string, id: string, known: readonly string[]): string {
  if (known.includes(id)) return id;
  const meant = nearest(id, known);
  throw new Error(`Unknown ${noun} “${id}”: expected ${anyOf(known)}.${meant ? ` Did you mean “${meant}”?` : ''}`);
}
