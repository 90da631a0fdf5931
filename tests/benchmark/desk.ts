/**
 * Asks the desk of text that others wrote: how often each rule speaks, and what it says. The corpora are not part of
 * the repository; give their folder:
 *
 *     npm run bench:desk -- ../shared/corpora [--lang en] [--sample 10] [--seed 1] [--rule quotation-speaker,hedges]
 *
 * `--sample` prints so many messages of each rule, drawn by `--seed`, each with the line it is about. What of them was
 * right is in docs/desk-samples.md.
 */
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { MessageJson } from '../../src/document/message.ts';
import { splitStory } from '../../src/document/frontmatter.ts';
import { wordsOf } from '../../src/commands/import/words.ts';
import { filesOf } from '../../src/newsroom/survey.ts';
import { makeSite, run } from '../support/site.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string', default: 'en' },
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    rule: { type: 'string' },
  },
});
const folder = resolve(positionals[0] ?? '../shared/corpora');
const nutgraf = fileURLToPath(new URL('../../src/commands/nutgraf.ts', import.meta.url));
/** What asks for things that nobody has put in: badges, the part that says why it matters, an import’s to-dos. */
const ofMarkup = [
  'accusation-response',
  'charge-unnamed',
  'citation-run',
  'number-source',
  'nut-graf',
  'single-source',
  'to-do',
];

const site = makeSite({
  'content/authors/explainer-desk.yaml': 'name: The Desk\n',
  'content/topics/united-states.yaml': 'name: United States\n',
});
const ours = new Set(filesOf('explainers', join(site.root, 'content')).map(({ path }) => path));
if (values.lang === 'en') await run(nutgraf, ['import', join(folder, 'digitalgov/export.wxr.xml')], site.root);
const ntrex = join(folder, 'ntrex/explainers');
for (const name of existsSync(ntrex) ? readdirSync(ntrex) : [])
  if (values.lang === 'en' ? !name.includes('-') : name.endsWith(`-${values.lang}`))
    cpSync(join(ntrex, name), join(site.root, 'content/explainers', name), { recursive: true });

const files = filesOf('explainers', join(site.root, 'content')).filter(({ path }) => !ours.has(path));
const words = files.reduce((sum, { path }) => sum + wordsOf(splitStory(readFileSync(path, 'utf8')).body).length, 0);
const { output } = await run(nutgraf, ['check', '--format', 'json'], site.root);
const isOurs = (file: string) => ours.has(join(site.root, file));
const messages = (JSON.parse(output) as { messages: MessageJson[] }).messages.filter(({ file }) => !isOurs(file));
const byRule = Map.groupBy(messages, ({ rule }) => rule);

const perThousand = (count: number) => ((1000 * count) / words).toFixed(3);
const without = messages.filter(({ rule, severity }) => severity === 'warning' && !ofMarkup.includes(rule)).length;
console.log(`${files.length} texts of ${words} words: ${messages.length} messages.`);
console.log(`Errors: ${messages.filter(({ severity }) => severity === 'error').length}.`);
console.log(`Warnings per 1,000 words, without ${ofMarkup.join(', ')}: ${perThousand(without)}.\n`);
for (const [rule, { length }] of [...byRule].sort(([, a], [, b]) => b.length - a.length))
  console.log(`${rule.padEnd(24)} ${String(length).padStart(5)}  ${perThousand(length)}`);

/** A draw that is the same for a seed: a linear congruential generator (Numerical Recipes). */
let state = Number(values.seed);
const draw = (below: number) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const asked = values.rule?.split(',');
for (const [rule, all] of Number(values.sample) ? [...byRule].sort() : []) {
  if (asked && !asked.includes(rule)) continue;
  console.log(`\n## ${rule}`);
  const left = [...all];
  for (let count = Number(values.sample); count > 0 && left.length; count -= 1) {
    const [{ file, line, column, reason, suggestion }] = left.splice(draw(left.length), 1) as [MessageJson];
    const text = readFileSync(join(site.root, file), 'utf8').split('\n')[line - 1] ?? '';
    const from = Math.max(0, column - 200);
    console.log(
      `- ${file}:${line}:${column} ${reason}${suggestion ? ` (${suggestion})` : ''}\n    ${text.slice(from, column + 200)}`,
    );
  }
}
site.dispose();
