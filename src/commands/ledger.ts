import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { isError } from '../document/message.ts';
import { formatMessage } from '../document/reporter.ts';
import { settingsIn } from '../integration/settings.ts';
import { componentsOf } from '../newsroom/components.ts';
import type { Component } from '../newsroom/components.ts';
import { Newsroom } from '../newsroom/newsroom.ts';
import { readAll, storiesOf } from '../newsroom/stories.ts';
import { toPlain } from '../renderings/plain.ts';
import type { PlainForm } from '../renderings/plain.ts';
import { contextWith, versionOf } from '../renderings/version.ts';
import type { Press } from '../renderings/version.ts';
import { LEDGER, correctionsFile, publishedCorrections, versionFile } from '../stories/ledger.ts';

export const help = `nutgraf ledger

Records what readers see now in content/ledger/: each story’s words under the date of its last
change, and its corrections. Run it when the site is published, and commit what it wrote: a build
then stops when a published correction would be dropped or altered.`;

/** `nutgraf ledger`. @returns the code of the process: 1 when a story has a mistake; then nothing is written. */
export async function ledger(args: string[], folder = process.cwd()): Promise<number> {
  parseArgs({ args, options: {} });
  const { options, root } = await settingsIn(folder);
  const { components, contracts } = await componentsOf(options, root);
  const newsroom = new Newsroom({ root: fileURLToPath(root), options, contracts });
  const texts = readAll(newsroom);
  const errors = newsroom.messages().filter(isError);
  if (errors.length) {
    console.error(`${errors.map(formatMessage).join('\n')}\n\nNothing was recorded.`);
    return 1;
  }
  const written = record(newsroom, texts, await plainFormsOf(components));
  console.log(
    written.length
      ? `Recorded ${written.join(', ')}. Commit ${join(options.content, LEDGER)}.`
      : 'Nothing new to record.',
  );
  return 0;
}

/** Writes what is not recorded yet. @returns the files, from the ledger’s folder. */
function record(newsroom: Newsroom, texts: ReturnType<typeof readAll>, plains: Press['plains']): string[] {
  const home = join(newsroom.content, LEDGER);
  const { stories, treeOf } = storiesOf(newsroom, texts);
  const press: Press = { plains, treeOf, timeZone: newsroom.options.timeZone };
  const write = (file: string, value: unknown): string[] => {
    const path = join(home, file);
    const text = `${JSON.stringify(value, null, 2)}\n`;
    if (existsSync(path) && readFileSync(path, 'utf8') === text) return [];
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return [file];
  };
  return stories.flatMap((story) => {
    const version = versionOf(story, toPlain(treeOf(story), plains, contextWith(press, story)));
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

/** The plain form of each component. */
async function plainFormsOf(components: ReadonlyMap<string, Component>): Promise<Press['plains']> {
  const forms = [...components].map(async ([name, { plain }]) => {
    const module = (await import(pathToFileURL(plain).href)) as { default: PlainForm };
    return [name, module.default] as const;
  });
  return Object.fromEntries(await Promise.all(forms));
}
