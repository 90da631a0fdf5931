import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Root } from 'hast';
import { isError } from '../document/message.ts';
import { formatMessage } from '../document/reporter.ts';
import { componentsOf } from '../newsroom/components.ts';
import { readEntry } from '../newsroom/entry.ts';
import { settingsIn } from '../integration/settings.ts';
import type { Settings } from '../integration/settings.ts';
import type { PlainForm } from '../renderings/plain.ts';
import { toPlain } from '../renderings/plain.ts';
import { contextWith, versionOf } from '../renderings/version.ts';
import { recordSchemas, schemas } from '../schema/index.ts';
import type { CollectionName } from '../schema/index.ts';
import { LEDGER, correctionsFile, publishedCorrections, versionFile } from '../stories/ledger.ts';
import { registriesOf } from '../stories/registries.ts';
import type { RegistryEntries } from '../stories/registries.ts';
import { noteOf, storyOf } from '../stories/story.ts';
import type { Story } from '../stories/story.ts';
import { checkNewsroom } from './check/newsroom.ts';
import { filesOf } from '../newsroom/files.ts';

export const help = `nutgraf ledger

Records what readers see now in content/ledger/: each story’s words under the date of its last
change, and its corrections. Run it when the site is published, and commit what it wrote: a build
then stops when a published correction would be dropped or altered.`;

/** `nutgraf ledger`. @returns the code of the process: 1 when a story has a mistake; then nothing is written. */
export async function ledger(args: string[], folder = process.cwd()): Promise<number> {
  parseArgs({ args, options: {} });
  const settings = await settingsIn(folder);
  const errors = (await checkNewsroom(settings)).messages.filter(isError);
  if (errors.length) {
    console.error(`${errors.map(formatMessage).join('\n')}\n\nNothing was recorded.`);
    return 1;
  }
  const written = await record(settings);
  console.log(
    written.length
      ? `Recorded ${written.join(', ')}. Commit ${join(settings.options.content, LEDGER)}.`
      : 'Nothing new to record.',
  );
  return 0;
}

/** Writes what is not recorded yet. @returns the files, from the ledger’s folder. */
async function record(settings: Settings): Promise<string[]> {
  const home = resolve(fileURLToPath(settings.root), settings.options.content, LEDGER);
  const { stories, press } = await newsroomOf(settings);
  const write = (file: string, value: unknown): string[] => {
    const path = join(home, file);
    const text = `${JSON.stringify(value, null, 2)}\n`;
    if (existsSync(path) && readFileSync(path, 'utf8') === text) return [];
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return [file];
  };
  return stories.flatMap((story) => {
    const version = versionOf(story, toPlain(press.treeOf(story), press.plains, contextWith(press, story)));
    const published = publishedCorrections(home, story.id) ?? [];
    const known = new Set(published.map((one) => JSON.stringify(one)));
    // What was withdrawn stays in the ledger, and with it the withdrawal on the page.
    const added = story.corrections.map(({ id, ...one }) => one).filter((one) => !known.has(JSON.stringify(one)));
    return [
      ...write(versionFile(story.id, version.date), version),
      ...(added.length ? write(correctionsFile(story.id), [...published, ...added.reverse()]) : []),
    ];
  });
}

/** All stories that readers see, and what it takes to render them; read without Astro. */
async function newsroomOf({ options, root }: Settings) {
  const content = resolve(fileURLToPath(root), options.content);
  const { components, contracts } = await componentsOf(options, root);
  const plains = await Promise.all(
    [...components].map(
      async ([name, { plain }]) =>
        [name, ((await import(pathToFileURL(plain).href)) as { default: PlainForm }).default] as const,
    ),
  );
  const trees = new Map<string, Root>();
  const entriesOf = (name: CollectionName) =>
    filesOf(name, content).map(({ id, path }) => {
      const { data, facts, tree } = readEntry(name, readFileSync(path, 'utf8'), path, contracts, options.programs);
      const digest = `${name}/${id}`;
      if (tree && facts?.kind === 'document') trees.set(digest, tree);
      return {
        id,
        data: { ...(schemas[name].parse(data) as object), ...(facts && { document: { ...facts, digest } }) } as never,
      };
    });
  const names = Object.keys(recordSchemas) as (keyof typeof recordSchemas)[];
  const registries = registriesOf(
    Object.fromEntries(names.map((name) => [name, entriesOf(name)])) as unknown as RegistryEntries,
  );
  const langOf = ({ lang = options.lang }: { lang?: string }) => lang;
  const notes = new Map(
    entriesOf('notes').map(({ id, data }) => [id, noteOf(id, data, registries(langOf(data)), options)]),
  );
  const stories = entriesOf('explainers').map(({ id, data }): Story =>
    storyOf(id, data, registries(langOf(data)), options, notes),
  );
  const treeOf = ({ document }: { document: { digest: string } }): Root =>
    trees.get(document.digest) ?? { type: 'root', children: [] };
  return {
    stories: stories.filter(({ status }) => !status),
    press: { plains: Object.fromEntries(plains), treeOf, timeZone: options.timeZone },
  };
}
