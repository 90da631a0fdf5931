/**
 * `npm run import:mutants`: breaks files of every form that an import reads, takes them in, and tells of each crash,
 * each refusal that is no sentence, and each word of plain text that is gone without a note.
 *
 *     npm run import:mutants -- --files 50000 --seed 1
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { wordsMissing } from '../../src/commands/import/words.ts';
import { atom, googleDocument, markdown, page, plainText, rss, told, word, wordpress } from '../support/manuscripts.ts';
import { newsPages } from '../support/news-pages.ts';
import { makeSite } from '../support/site.ts';
import { mutated, mutatedWord, numbersFrom } from './import-mutants.ts';

const { values } = parseArgs({
  options: { files: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' } },
});
const [count, seed] = [Number(values.files), Number(values.seed)];

const whole = new Map<string, Buffer>();
for (const [index, text] of told.entries()) {
  const forms = { txt: plainText, md: markdown, html: page, rss, atom, xml: wordpress } as const;
  for (const [ending, write] of Object.entries(forms)) whole.set(`${index}.${ending}`, Buffer.from(write(text)));
  whole.set(`${index}-google.html`, Buffer.from(googleDocument(text)));
  whole.set(`${index}.docx`, await word(text));
  const item = { id: String(index), title: text.headline, content_html: page(text) };
  whole.set(
    `${index}.json`,
    Buffer.from(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [item] })),
  );
}
for (const [index, { html }] of newsPages.entries()) whole.set(`page-${index}.html`, Buffer.from(html));
const names = [...whole.keys()];

/** Words that become data or headings of ours: dates, bylines, sections. */
const isOurs =
  /^(?:\d+|by|y|on|the|post|appeared|first|why|it|matters|what|s|next|we|know|don|t|key|points|timeline|questions|and|answers|background|how|reported|this|officials|are|saying|now|photo|q|a|january|february|march|april|may|june|july|august|september|october|november|december|[\d-]+)$/;

const decoded = (text: string) =>
  text.replace(/&#x([\da-f]{1,5});/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));

/** Without marks above and below letters: a name is the same person’s with and without them. */
const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

const batch = 250;
const faults: string[] = [];
let [taken, refused, missing, slowest] = [0, 0, 0, 0];
for (let from = 0; from < count; from += batch) {
  const site = makeSite();
  const folder = join(site.root, 'in');
  mkdirSync(folder);
  const texts = new Map<string, string>();
  for (let number = from; number < Math.min(count, from + batch); number += 1) {
    const random = numbersFrom(seed * 1_000_003 + number);
    const of = names[Math.floor(random() * names.length)] ?? '';
    const bytes = whole.get(of) ?? Buffer.alloc(0);
    const made = of.endsWith('.docx') && random() < 0.8 ? await mutatedWord(bytes, random) : mutated(bytes, random);
    const name = `m${number}-${of}`;
    writeFileSync(join(folder, name), made);
    if (name.endsWith('.txt')) texts.set(name, Buffer.from(made).toString('utf8'));
  }
  const began = Date.now();
  const { code, output } = await site.nutgraf('import', 'in');
  slowest = Math.max(slowest, Date.now() - began);
  if (code > 1 || /^\s+at .+:\d+:\d+/m.test(output) || !/ made of /.test(output))
    faults.push(`files ${from} to ${from + batch}: ${output.slice(-400)}`);
  for (const [line, name = '', reason] of output.matchAll(
    /^\d+\/\d+ (\S+?)(?:: .*)? (?:→ \S+\.mdx.*|not taken in, (.+))$/gm,
  )) {
    if (reason === undefined) taken += 1;
    else refused += 1;
    if (reason !== undefined && /undefined|\bnull\b|function|Cannot |Error/.test(reason)) faults.push(line);
    if (/\d words? missing/.test(line)) missing += 1;
    const [, file] = /→ (\S+\.mdx)/.exec(line) ?? [];
    const text = texts.get(name.replace(/^in\//, ''));
    // What is no text in UTF-8 was read in another charset.
    if (!file || !text || /missing/.test(line) || text.includes('\uFFFD') || text.includes('\0')) continue;
    const story = decoded(site.read(file));
    const numbers = decoded(text)
      .replace(/^\s*\d{1,2}[.)]\s+(?=\S)/gm, '')
      .replace(/[\u0001-\u0008\u000B\u000E-\u001F\u007F]/g, '');
    // A name as it was written stands in a file of its own.
    const authors = (/^authors: \[(.*)\]$/m.exec(story)?.[1] ?? '').split(', ').filter(Boolean);
    const outlets = [...story.matchAll(/outlet: ([\w-]+)/g)].map(([, id]) => id);
    const named = [...authors.map((id) => `authors/${id}`), ...outlets.map((id) => `outlets/${id}`)]
      .map((path) => site.read(`content/${path}.yaml`))
      .join('\n');
    const apart = `${story}\n${named}`.replaceAll('\\', '').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
    const lost = wordsMissing(bare(numbers), bare(`${apart}\n${story}`)).filter((one) => !isOurs.test(one));
    if (lost.length) faults.push(`${name}: without a note ${lost.slice(0, 8).join(' ')}`);
  }
  site.dispose();
}
for (const fault of faults.slice(0, 40)) console.log(fault);
console.log(
  `${count} files: ${taken} texts taken in (${missing} of them with words that a note names), ${refused} refused with a sentence, ${faults.length} faults; the slowest ${batch} files took ${(slowest / 1000).toFixed(1)} s`,
);
process.exitCode = faults.length ? 1 : 0;
