import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dayIn } from '../clock.ts';
import { settingsIn } from '../integration/settings.ts';
import { componentsOf } from '../newsroom/components.ts';
import { Newsroom } from '../newsroom/newsroom.ts';
import { partialDate } from '../schema/fields.ts';
import { toType } from './advice.ts';
import { ImportFolder } from './import/import-folder.ts';
import { givenFiles } from './import/files.ts';
import { endings, formOf, Intake } from './import/intake.ts';
import { loosenLinks } from './import/loose-links.ts';
import { lineOf, progressOf, summaryOf } from './import/outcome.ts';
import { Kit } from './import/recognised/kit.ts';
import { registriesIn } from './import/recognised/registries.ts';
import { Registry } from './import/recognised/registry.ts';
import { reportOf } from './import/report.ts';

export const help = `nutgraf import <files, folders or globs>

Makes stories of plain text, Markdown with frontmatter, HTML (that of Google Docs, too), Word (.docx),
RSS, Atom, JSON Feed and the exports of WordPress and Ghost. What it is not sure of stays as text, with a note at the top of the
story. A text that was taken in before is left alone.

  --author <id>      a file in authors/, for texts that name nobody
  --accept <names>   outlets and people that were proposed and are right, with commas between; “all”
  --since <date>     only what was published or changed on that day or later
  --dry-run          writes nothing but the report
  --out <folder>     where to write, in the place of the newsroom’s content/; the report stands there, too`;

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
  const settings = await settingsIn(folder);
  const { options, root } = settings;
  const { contracts } = await componentsOf(options, root);
  const newsroom = new Newsroom({ root: fileURLToPath(root), options, contracts });
  const known = registriesIn(newsroom);
  const author = values.author ?? [...known.authors.keys()].sort()[0];
  if (!author || !known.authors.has(author)) {
    throw new Error(
      author
        ? `Unknown author “${author}”: expected the name of a file in authors/.`
        : `Missing authors: expected a file in ${options.content}/authors/.`,
    );
  }
  const files = givenFiles(positionals, folder, (name) => formOf(name) !== undefined);
  if (!files.length) throw new Error(`No files in ${positionals.join(', ')}: expected ${endings.join(', ')}.`);
  const accepted = (values.accept ?? '').split(',').map((name) => name.trim());
  const registry = new Registry(known, accepted.filter(Boolean));
  const out = values.out ? resolve(folder, values.out) : newsroom.content;
  const isDry = values['dry-run'] ?? false;
  const intake = new Intake({
    frame: { registry, kit: new Kit(contracts), lang: options.lang, author, today: dayIn(options.timeZone) },
    newsroom,
    folder: new ImportFolder(out, newsroom, isDry),
    since: values.since ?? '',
    cwd: folder,
  });
  let told = 0;
  for (const [index, file] of files.entries()) {
    const say = (line: string) => {
      console.log(`${files.length > 1 ? `${index + 1}/${files.length} ` : ''}${line}`);
    };
    await intake.takeIn(
      file,
      (outcome, itemsLeft) => {
        say(lineOf(outcome));
        if (intake.time - told < 2_000) return;
        told = intake.time;
        process.stderr.write(`${progressOf(intake.outcomes, told, itemsLeft, files.length - index - 1)}\n`);
      },
      say,
    );
  }
  // In another folder than the newsroom’s, it is not known what a link leads to.
  if (!isDry && !values.out) await loosenLinks(settings, intake.outcomes, folder);
  const report = join(values.out ? out : join(fileURLToPath(root), 'imports'), 'report.html');
  tellOf(intake, registry, isDry, report, folder);
  return intake.outcomes.some(({ fault }) => fault) ? 1 : 0;
}

/** Writes the report, and says at the end what is proposed and what was done. */
function tellOf(intake: Intake, registry: Registry, isDry: boolean, report: string, folder: string): void {
  const proposals = [...registry.proposals.values()].sort((one, other) => other.times - one.times);
  const summary = summaryOf(intake.outcomes, intake.there, intake.older, intake.time, isDry);
  const linked = intake.outcomes.map((one) => ({
    ...one,
    file: one.file && relative(join(report, '..'), resolve(folder, one.file)),
  }));
  mkdirSync(join(report, '..'), { recursive: true });
  writeFileSync(report, reportOf(linked, proposals, intake.leftOut, summary));
  if (proposals.length) {
    console.log(`\nMaybe outlets or people (--accept "Name, Name" for those that are right):`);
    for (const { name, collection, times } of proposals.slice(0, 30))
      console.log(`  ${times} × ${name} (${collection})`);
    if (proposals.length > 30) console.log(`  and ${proposals.length - 30} more, in the report`);
  }
  console.log(`\nReport: ${relative(folder, report)}. See what is left to do with ${toType('check', '', folder)}.`);
  console.log(summary);
}
