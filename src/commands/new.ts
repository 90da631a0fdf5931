import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dayIn } from '../clock.ts';
import { settingsIn } from '../integration/settings.ts';
import { checkName } from '../newsroom/names.ts';
import { idsIn } from '../newsroom/survey.ts';
import { language } from '../schema/fields.ts';
import { recordSchemas } from '../schema/index.ts';
import { nearest } from '../schema/nearest.ts';
import { takenBy } from '../stories/address.ts';
import { anyOf } from '../document/message.ts';
import { sentenceOf } from '../document/reporter.ts';
import { checkValue } from '../document/values.ts';
import { toType } from './advice.ts';
import { asker } from './ask.ts';
import type { Ask } from './ask.ts';
import { isTaken, slugOf, storyText, writeNew, yamlOf } from './draft.ts';
import { componentFiles } from './new/component.ts';
import { entryKinds, entryOfKind, fieldsOf, isEntryKind, outletKinds } from './new/entries.ts';
import type { EntryKind } from './new/entries.ts';
import { readTemplate, templates } from './new/templates.ts';
import type { Template } from './new/templates.ts';
import { ruleFile } from './new/rule.ts';

export const help = `nutgraf new [story] "Headline"
nutgraf new outlet|person|author|topic|term "Name"
nutgraf new component Name
nutgraf new rule name

Makes the folder of a story, as a draft, with the parts of its shape; or a small file that stories share; or a
component or a rule of the desk of your own. Asks for what is not given.

  --shape <shape>     ${templates.join(', ')}
  --author <ids>      files in authors/, with commas between
  --topics <ids>      files in topics/, with commas between; “none” for none
  --lang <language>   where it is not the newsroom’s
  --slug <name>       the name of its folder, where the headline does not make a good one
  --kind, --url, --role, --description, --definition
                      what outlets, people, authors, topics and terms have`;

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
      kind: { type: 'string' },
      url: { type: 'string' },
      role: { type: 'string' },
      description: { type: 'string' },
      definition: { type: 'string' },
    },
  });
  const { options, root } = await settingsIn(folder);
  const content = join(fileURLToPath(root), options.content);
  const [noun = '', ...words] = positionals;
  const own = resolve(fileURLToPath(root), options.components);
  if (noun === 'component') return makeComponent(words, own, folder);
  if (noun === 'rule') return makeRule(words, join(own, 'rules'), folder);
  if (isEntryKind(noun)) return makeEntry(noun, words, values, content, folder);
  const [authors, topics] = [idsIn('authors', content), idsIn('topics', content)];
  if (!authors.length)
    throw new Error(
      `Missing authors: expected a file in ${options.content}/authors/, such as desk.yaml with the line “name: The Desk”.`,
    );

  const ask = asker();
  try {
    const headline = (noun === 'story' ? words : positionals).join(' ').trim() || (await ask('Headline?'));
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
      `Made ${file}.\n\nWrite in it, see it with ${toType('dev', '', folder)}, and look at what is left to do with ${toType('check', slug, folder)}.\nTake out “draft: true” when it is ready.`,
    );
    return 0;
  } finally {
    ask.close();
  }
}

type Fields = Readonly<Partial<Record<string, string>>>;

/** Makes a file of a registry. */
async function makeEntry(kind: EntryKind, words: string[], given: Fields, content: string, folder: string) {
  const ask: Ask = asker();
  try {
    const name = words.join(' ').trim() || (await ask('Name?'));
    if (!name) throw new Error(`Missing name: expected nutgraf new ${kind} "The name".`);
    const { folder: registry, needs } = entryKinds[kind];
    const hints: Fields = { kind: ` (${outletKinds.join(', ')})` };
    const fields: Record<string, string | undefined> = {};
    for (const field of fieldsOf(kind)) {
      const isNeeded = (needs as readonly string[]).includes(field);
      const question = `${field[0]!.toUpperCase()}${field.slice(1)}?${hints[field] ?? ''}`;
      fields[field] = given[field] ?? (isNeeded ? await ask(question) : undefined);
      if (isNeeded && !fields[field]) throw new Error(`Missing --${field}: expected it for every ${kind}.`);
    }
    if (fields['kind']) chosen('kind', fields['kind'], outletKinds);
    const entry = entryOfKind(kind, name, fields);
    const mistakes = checkValue(recordSchemas[registry], entry, {
      noun: 'key',
      placeOf: () => ({ line: 1, column: 1 }),
    });
    if (mistakes.length) throw new Error(mistakes.map(sentenceOf).join('\n'));
    const slug = given['slug'] ?? slugOf(name);
    if (!slug || slug !== slugOf(slug))
      throw new Error('Missing name for the file: expected --slug with lower-case letters, digits and hyphens.');
    if (idsIn(registry, content).includes(slug))
      throw new Error(`Unexpected second ${kind} “${slug}”: expected another name, or --slug.`);
    const file = join(content, registry, `${slug}.yaml`);
    writeNew(join(content, registry), `${slug}.yaml`, yamlOf(entry));
    console.log(`Made ${relative(folder, file)}. Stories name it “${slug}”.`);
    return 0;
  } finally {
    ask.close();
  }
}

/** Makes a component of the newsroom’s own. @param home the folder of its components. */
function makeComponent(words: string[], home: string, folder: string): number {
  const name = words.join('');
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name))
    throw new Error(`Unexpected name “${name}”: expected one such as Verdict, with a capital letter and no spaces.`);
  if (existsSync(join(home, name))) throw new Error(`Unexpected second component “${name}”: expected another name.`);
  const files = componentFiles(name);
  for (const [file, text] of Object.entries(files)) writeNew(join(home, name), file, text);
  const made = relative(folder, join(home, name));
  console.log(
    `Made ${Object.keys(files)
      .map((file) => join(made, file))
      .join(', ')}.`,
  );
  return 0;
}

/** Makes a rule of the newsroom’s own. @param home the folder of its rules. */
function makeRule(words: string[], home: string, folder: string): number {
  const name = words.join(' ');
  if (!/^[a-z]+(-[a-z]+)*$/.test(name))
    throw new Error(`Unexpected name “${name}”: expected one such as house-style, of lower-case letters and hyphens.`);
  const file = join(home, `${name}.ts`);
  if (existsSync(file)) throw new Error(`Unexpected second rule “${name}”: expected another name.`);
  writeNew(home, `${name}.ts`, ruleFile(name));
  console.log(`Made ${relative(folder, file)}.`);
  return 0;
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
