import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dayIn } from '../clock.ts';
import { isError } from '../document/message.ts';
import { settingsIn } from '../integration/settings.ts';
import { componentsOf } from '../newsroom/components.ts';
import { checkName } from '../newsroom/names.ts';
import { Newsroom } from '../newsroom/newsroom.ts';
import { decodePicture } from '../newsroom/pictures.ts';
import { partialDate } from '../schema/fields.ts';
import { takenBy } from '../stories/address.ts';
import { isTaken, storyText, writeNew, yamlOf } from './draft.ts';
import { archive } from './import/archive.ts';
import { forms as formsOfTexts, headingsIn } from './import/forms.ts';
import { filesIn } from './import/files.ts';
import type { GivenFile } from './import/files.ts';
import { Kit } from './import/kit.ts';
import type { Batch, Form, Item, Manuscript } from './import/manuscript.ts';
import { importedInto, markOf } from './import/marks.ts';
import { registriesIn } from './import/registries.ts';
import { Registry } from './import/registry.ts';
import type { Fresh } from './import/registry.ts';
import { reportOf } from './import/report.ts';
import type { Outcome } from './import/report.ts';
import { toMdxStory } from './import/story.ts';
import type { Headings } from './import/sections.ts';
import type { Draft, Frame } from './import/story.ts';
import { wordsIn, wordsMissing, wordsOf } from './import/words.ts';

export const help = `nutgraf import <files, folders or globs>

Makes stories of plain text, Markdown with frontmatter, HTML (that of Google Docs, too), Word (.docx),
RSS, Atom, JSON Feed and the exports of WordPress and Ghost. What it is not sure of stays as text, with a note at the top of the
story. A text that was taken in before is left alone.

  --author <id>      a file in authors/, for texts that name nobody
  --accept <names>   outlets and people that were proposed and are right, with commas between; “all”
  --since <date>     only what was published or changed on that day or later
  --dry-run          writes nothing but the report
  --out <folder>     where to write, in the place of the newsroom’s content/; the report stands there, too`;

const forms: Record<string, Form> = { ...formsOfTexts, '.zip': archive };

const formOf = (name: string): Form | undefined => forms[extname(name).toLowerCase()];

/** What all texts of a run share. */
interface Run extends Omit<Frame, 'path' | 'id'> {
  newsroom: Newsroom;
  /** The folder of stories, absolute. */
  stories: string;
  /** Where entries of registries are written, absolute. */
  out: string;
  isDry: boolean;
  /** Stories by the ids of their texts, those of earlier runs included. */
  taken: Map<string, string>;
  /** Addresses that stories of this run have, written or not. */
  slugs: Set<string>;
}

/** `nutgraf import`. @returns the code of the process: 1 when a text could not be taken in. */
export async function take(args: string[], folder = process.cwd()): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      author: { type: 'string' },
      accept: { type: 'string' },
      since: { type: 'string' },
      'dry-run': { type: 'boolean' },
      out: { type: 'string' },
    },
  });
  if (!positionals.length) throw new Error('Missing files: expected nutgraf import and the names of files.');
  if (values.since && !partialDate().safeParse(values.since).success)
    throw new Error(`Unexpected --since ${values.since}: expected a date such as 2026-01-08.`);
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
  const files = filesIn(positionals, folder, (name) => formOf(name) !== undefined);
  if (!files.length)
    throw new Error(`No files in ${positionals.join(', ')}: expected ${Object.keys(forms).join(', ')}.`);
  const out = values.out ? resolve(folder, values.out) : content;
  const accepted = (values.accept ?? '').split(',').map((name) => name.trim());
  const run: Run = {
    registry: new Registry(known, accepted.filter(Boolean)),
    kit: new Kit(contracts),
    lang: options.lang,
    author,
    today: dayIn(options.timeZone),
    newsroom,
    stories: join(out, 'explainers'),
    out,
    isDry: values['dry-run'] ?? false,
    taken: importedInto(join(out, 'explainers')),
    slugs: new Set(),
  };
  const since = values.since ?? '';
  const outcomes: Outcome[] = [];
  const leftOut: string[] = [];
  let [there, older] = [0, 0];
  const began = Date.now();
  let told = began;

  for (const [index, file] of files.entries()) {
    const count = files.length > 1 ? `${index + 1}/${files.length} ` : '';
    const tell = (outcome: Outcome) => {
      outcomes.push(outcome);
      console.log(count + lineOf(outcome));
    };
    let items: Item[];
    try {
      const batch = await itemsOf(file);
      items = batch.items;
      if (batch.leftOut?.length) {
        leftOut.push(...batch.leftOut.map((what) => `${file.name}: ${what}`));
        console.log(`${count}${file.name}: left out ${batch.leftOut.join(', ')}`);
      }
    } catch (error) {
      tell(failed(file.name, error));
      continue;
    }
    for (const [at, item] of items.entries()) {
      const had = run.taken.get(idIn(item));
      if (had) {
        there += 1;
        if (items.length === 1) console.log(`${count}${item.name}: taken in before, ${had}`);
        continue;
      }
      if (item.date && item.date < since) {
        older += 1;
        continue;
      }
      try {
        const manuscript = await item.read();
        if (since && (manuscript.published ?? since) < since) {
          older += 1;
          continue;
        }
        tell(await storyOf(item, manuscript, file, run, folder));
      } catch (error) {
        run.registry.forget();
        tell(failed(item.name, error));
      }
      if (Date.now() - told > 2_000) {
        told = Date.now();
        process.stderr.write(
          `${progressOf(outcomes, told - began, items.length - at - 1, files.length - index - 1)}\n`,
        );
      }
    }
  }

  const proposals = [...run.registry.proposals.values()].sort((one, other) => other.times - one.times);
  const summary = summaryOf(outcomes, there, older, Date.now() - began, run.isDry);
  const report = join(run.out === content ? join(fileURLToPath(root), 'imports') : run.out, 'report.html');
  const linked = outcomes.map((one) => ({
    ...one,
    file: one.file && relative(join(report, '..'), resolve(folder, one.file)),
  }));
  mkdirSync(join(report, '..'), { recursive: true });
  writeFileSync(report, reportOf(linked, proposals, leftOut, summary));
  if (proposals.length) {
    console.log(`\nMaybe outlets or people (--accept "Name, Name" for those that are right):`);
    for (const { name, collection, times } of proposals.slice(0, 30))
      console.log(`  ${times} × ${name} (${collection})`);
    if (proposals.length > 30) console.log(`  and ${proposals.length - 30} more, in the report`);
  }
  console.log(`\nReport: ${relative(folder, report)}. See what is left to do with npm run check.`);
  console.log(summary);
  return outcomes.some(({ fault }) => fault) ? 1 : 0;
}

/** What a file holds. @throws why it cannot be read, in a sentence. */
async function itemsOf({ path, name }: GivenFile): Promise<Batch> {
  const form = formOf(name);
  if (!form)
    throw new Error(
      `unexpected form ${extname(name) || 'without an ending'}: expected ${Object.keys(forms).join(', ')}`,
    );
  if (statSync(path).size > 500_000_000) throw new Error('it is larger than 500 MB: divide it');
  const bytes = readFileSync(path);
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return await form(bytes, basename(name), `${basename(name)} ${digest}`);
}

/** An id as it stands in a story. */
const idIn = ({ id }: Item) => markOf(id).replace('# Imported: ', '');

/** A story of a text, written with all that it needs. @throws why not, in a sentence. */
async function storyOf(
  item: Item,
  manuscript: Manuscript,
  { path, name }: GivenFile,
  run: Run,
  folder: string,
): Promise<Outcome> {
  const { draft, missing, components } = soundDraft(
    manuscript,
    { ...run, path, id: item.id },
    headingsIn(/\.zip$/i.test(name) ? item.name : name),
    run,
  );
  await lookAtPictures(draft);
  const fresh = run.registry.keep(manuscript.name);
  const file = write(draft, item, fresh, run);
  run.taken.set(idIn(item), relative(run.stories, file));
  return {
    name: manuscript.name,
    file: relative(folder, file),
    words: wordsOf(manuscript.words).length,
    missing,
    sources: Object.keys(draft.data['sources'] ?? {}).length,
    components,
    todo: draft.todo,
    isDraft: draft.data['draft'] === true,
  };
}

/**
 * A draft that a build would take and that has every word: where what was recognised does not hold, the text as it
 * came, and where its form does not hold either, its words.
 */
export function soundDraft(
  manuscript: Manuscript,
  frame: Frame,
  headings: Headings,
  { newsroom }: Pick<Run, 'newsroom'>,
): { draft: Draft; missing: string[]; components: string[] } {
  let best: { draft: Draft; missing: string[]; components: string[] } | undefined;
  let fault: string | undefined;
  for (const depth of ['all', 'head', 'words'] as const) {
    // What is proposed for a draft that does not hold is not proposed at all.
    frame.registry.forget();
    let draft: Draft;
    try {
      draft = toMdxStory(manuscript, frame, headings, depth);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      continue;
    }
    const file = { collection: 'explainers' as const, path: join(frame.path, '../story.mdx') };
    // A draft may have mistakes; what is imported has none, drafts neither.
    const { draft: _, ...data } = draft.data;
    const {
      messages,
      markdown: reading,
      facts,
    } = newsroom.look(file, storyText(data, draft.body.replace(comments, '')));
    // Its pictures are not beside it yet.
    const found = messages.find((message) => isError(message) && message.ruleId !== 'image-exists');
    if (found || !reading) {
      fault = found?.reason;
      continue;
    }
    const names = frame.registry.fresh.map(({ entry }) => JSON.stringify(entry));
    const written = [wordsIn(reading.tree), valuesOf(draft.data), ...names, draft.became, ...draft.todo];
    const missing = wordsMissing(manuscript.words, written.join('\n'));
    if (!best || missing.length < best.missing.length) best = { draft, missing, components: facts?.components ?? [] };
    if (!missing.length) return best;
    // Its words alone have all of them, and nothing else: only for a text that cannot be had otherwise.
    if (depth === 'head') break;
  }
  if (!best) throw new Error(fault ?? 'it cannot be written as a story');
  const said = `Words of the text that are not here: ${best.missing.slice(0, 30).join(' ')}${best.missing.length > 30 ? ` and ${best.missing.length - 30} more` : ''}.`;
  best.draft.todo.push(said);
  best.draft.data['draft'] = true;
  best.draft.body = `{/* TODO ${said.replaceAll('*/', '* /')} */}\n\n${best.draft.body}`;
  return best;
}

/** Says in a draft which of its pictures a build would refuse. */
async function lookAtPictures(draft: Draft): Promise<void> {
  for (const { name, bytes } of draft.pictures) {
    const faults = await decodePicture(Buffer.from(bytes), name);
    for (const { reason } of faults.filter(({ isWarning }) => !isWarning)) {
      draft.todo.push(reason);
      draft.data['draft'] = true;
      draft.body = `{/* TODO ${reason.replaceAll('*/', '* /')} */}\n\n${draft.body}`;
    }
  }
}

/** Whether a build would take a story of this name. */
const isNamed = (slug: string, { options }: Newsroom) => !checkName(slug).length && !takenBy('story', slug, options);

/** The notes for the writer, which are the only code in a story that is imported: without it, reading is quick. */
const comments = /^(?:\{\/\* TODO .*\*\/\}\n+)+/;

/** Every text in a value. */
const valuesOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value && typeof value === 'object'
      ? Object.values(value).map(valuesOf).join('\n')
      : '';

/** Writes a story and the entries that it needs. Nothing that is there is touched. @returns the story’s file. */
function write({ slug, data, body, pictures }: Draft, item: Item, fresh: Fresh[], run: Run): string {
  let name = slug;
  for (let number = 2; run.slugs.has(name) || isTaken(run.stories, name) || !isNamed(name, run.newsroom); number += 1)
    name = `${slug}-${number}`;
  run.slugs.add(name);
  const folder = join(run.stories, name);
  if (run.isDry) return join(folder, 'index.mdx');
  // Entries first: a story whose sources are not there is a story that does not build.
  for (const { collection, id, entry } of fresh) {
    const made = `# Made by an import: look through it, and take out this line.\n${yamlOf(entry)}`;
    try {
      writeNew(join(run.out, collection), `${id}.yaml`, made);
    } catch (error) {
      // A file that could not be read as an entry has the name already: `check` says what is wrong with it.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  try {
    writeNew(
      folder,
      'index.mdx',
      storyText(data, body).replace('---\n', () => `---\n${markOf(item.id)}\n`),
    );
    for (const { name: picture, bytes } of pictures) writeNew(folder, picture, bytes);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return join(folder, 'index.mdx');
}

const failed = (name: string, error: unknown): Outcome => ({
  name,
  fault: reasonOf(error),
  words: 0,
  missing: [],
  sources: 0,
  components: [],
  todo: [],
  isDraft: false,
});

/** Why a text was not taken in, in a writer’s words: what a library says is for those who make Nutgraf. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, message, name } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder: expected a file';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read';
  if (code === 'ENAMETOOLONG') return 'its name is too long';
  if (code === 'ENOSPC') return 'the disk is full';
  return name === 'Error' ? (message.split('\n')[0] ?? message) : 'it cannot be read: save it again, or as text';
}

const plural = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const lineOf = ({ name, file, fault, missing, todo }: Outcome): string =>
  fault
    ? `${name}: not taken in, ${fault}`
    : `${name} → ${file}${missing.length ? `, ${plural(missing.length, 'word')} missing` : ''}${todo.length ? `, with ${todo.length} to look at` : ''}`;

/** How far a run is: “412 stories, 268,001 words, 61 a second, 1,332 to go”. */
function progressOf(outcomes: readonly Outcome[], time: number, items: number, files: number): string {
  const words = outcomes.reduce((sum, one) => sum + one.words, 0);
  const rate = Math.round(outcomes.length / (time / 1000));
  const left = [items && plural(items, 'text'), files && plural(files, 'file')].filter(Boolean).join(' and ');
  return `… ${plural(outcomes.length, 'story', 'stories')}, ${plural(words, 'word')}, ${rate} a second, ${left || 'nothing'} to go`;
}

/** The last line: what is missing first. */
function summaryOf(outcomes: readonly Outcome[], there: number, older: number, time: number, isDry: boolean): string {
  const made = outcomes.filter(({ fault }) => !fault);
  const faults = outcomes.length - made.length;
  const lost = made.filter(({ missing }) => missing.length);
  const lostWords = lost.reduce((sum, { missing }) => sum + missing.length, 0);
  const open = made.filter(({ todo }) => todo.length).length;
  const words = made.reduce((sum, one) => sum + one.words, 0);
  return `${[
    faults && `${plural(faults, 'text')} not taken in`,
    lostWords && `${plural(lostWords, 'word')} missing in ${plural(lost.length, 'story', 'stories')}`,
    open && `${plural(open, 'story', 'stories')} with something to look at`,
    there && `${there} taken in before`,
    older && `${older} older`,
    `${plural(made.length, 'story', 'stories')} ${isDry ? 'would be made' : 'made'} of ${plural(words, 'word')} in ${(time / 1000).toFixed(1)} s`,
  ]
    .filter(Boolean)
    .join(', ')}.`;
}
