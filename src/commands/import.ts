import { readFileSync, rmSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dayIn } from '../clock.ts';
import { isError } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { componentsOf } from '../newsroom/components.ts';
import { Newsroom } from '../newsroom/newsroom.ts';
import { settingsIn } from '../integration/settings.ts';
import { isTaken, storyText, writeNew, yamlOf } from './draft.ts';
import { docx } from './import/docx.ts';
import { feed } from './import/feed.ts';
import { html } from './import/html.ts';
import type { Form, Manuscript } from './import/manuscript.ts';
import { markdown } from './import/markdown.ts';
import { registriesIn } from './import/registries.ts';
import type { Registries } from './import/registries.ts';
import { Registry } from './import/registry.ts';
import { toMdxStory } from './import/story.ts';
import type { Draft, Frame } from './import/story.ts';
import { text } from './import/text.ts';

export const help = `nutgraf import <files>

Makes stories of plain text, Markdown, HTML (that of Google Docs, too), Word (.docx), RSS, Atom and
WordPress’s export. What it is not sure of stays as text, with a note at the top of the story.

  --author <id>   a file in authors/, for texts that name nobody`;

const forms: Record<string, Form> = {
  '.txt': text,
  '.text': text,
  '.md': markdown,
  '.markdown': markdown,
  '.mdx': markdown,
  '.html': html,
  '.htm': html,
  '.docx': docx,
  '.xml': feed,
  '.rss': feed,
  '.atom': feed,
  '.wxr': feed,
};

/** `nutgraf import`. @returns the code of the process: 1 when a file could not be taken in. */
export async function take(args: string[], folder = process.cwd()): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { author: { type: 'string' } } });
  if (!positionals.length) throw new Error('Missing files: expected nutgraf import and the names of files.');
  const { options, root } = await settingsIn(folder);
  const { contracts } = await componentsOf(options, root);
  const newsroom = new Newsroom({ root: fileURLToPath(root), options, contracts });
  const { content } = newsroom;
  const known = registriesIn(newsroom);
  const author = values.author ?? [...known.authors.keys()].sort()[0];
  if (!author || !known.authors.has(author)) {
    throw new Error(
      author
        ? `Unknown author “${author}”: expected the name of a file in authors/.`
        : `Missing authors: expected a file in ${options.content}/authors/.`,
    );
  }

  let failed = 0;
  let made = 0;
  for (const [index, name] of positionals.entries()) {
    const count = positionals.length > 1 ? `${index + 1}/${positionals.length} ` : '';
    try {
      const form = forms[extname(name).toLowerCase()];
      if (!form)
        throw new Error(
          `unexpected form ${extname(name) || 'without an ending'}: expected ${Object.keys(forms).join(', ')}`,
        );
      const path = resolve(folder, name);
      for (const manuscript of await form(readFileSync(path), basename(name))) {
        const frame: Omit<Frame, 'registry'> = { lang: options.lang, author, today: dayIn(options.timeZone), path };
        const { draft, registry } = soundDraft(manuscript, frame, known, form === text, newsroom);
        const { file, fresh } = write(draft, content, registry, known);
        made += 1;
        console.log(
          `${count}${manuscript.name} → ${relative(folder, file)}${draft.todo.length ? `, with ${draft.todo.length} to look at` : ''}`,
        );
        for (const one of fresh) console.log(`  new: ${relative(folder, one)}`);
      }
    } catch (error) {
      failed += 1;
      console.log(`${count}${name}: not taken in, ${reasonOf(error)}`);
    }
  }
  console.log(
    `\n${made} ${made === 1 ? 'story' : 'stories'} made${failed ? `, ${failed} ${failed === 1 ? 'file' : 'files'} not taken in` : ''}. See what is left to do with npm run check.`,
  );
  return failed ? 1 : 0;
}

const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder: expected a file';
  return message.split('\n')[0]!;
};

/** A draft that a build would take: where what was recognised does not hold, the text as it came. */
function soundDraft(
  manuscript: Manuscript,
  frame: Omit<Frame, 'registry'>,
  known: Registries,
  isPlain: boolean,
  newsroom: Newsroom,
): { draft: Draft; registry: Registry } {
  let mistake: Message | undefined;
  for (const recognise of [true, false]) {
    // What is proposed for a draft that does not hold is not proposed at all.
    const registry = new Registry(known);
    const draft = toMdxStory(manuscript, { ...frame, registry }, isPlain, recognise);
    const file = { collection: 'explainers' as const, path: join(frame.path, '../story.mdx') };
    mistake = newsroom.look(file, storyText(draft.data, draft.body)).messages.find(isError);
    if (!mistake) return { draft, registry };
  }
  throw new Error(mistake?.reason);
}

/** Writes a story and the entries that it needs. Nothing that is there is touched. */
function write(
  { slug, data, body, pictures }: Draft,
  content: string,
  registry: Registry,
  known: Registries,
): { file: string; fresh: string[] } {
  const stories = join(content, 'explainers');
  let name = slug;
  for (let number = 2; isTaken(stories, name); number += 1) name = `${slug}-${number}`;
  const folder = join(stories, name);
  try {
    writeNew(folder, 'index.mdx', storyText(data, body));
    for (const { name: picture, bytes } of pictures) writeNew(folder, picture, bytes);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const named = JSON.stringify(data) + body;
  const fresh = registry.fresh.filter(({ id }) => named.includes(`"${id}"`));
  for (const { collection, id, entry } of fresh) {
    writeNew(
      join(content, collection),
      `${id}.yaml`,
      `# Made by an import: look through it, and take out this line.\n${yamlOf(entry)}`,
    );
    known[collection].set(id, entry as never);
  }
  return {
    file: join(folder, 'index.mdx'),
    fresh: fresh.map(({ collection, id }) => join(content, collection, `${id}.yaml`)),
  };
}
