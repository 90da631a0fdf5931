/**
 * Asks the search of a site with text by others, in a browser, and holds what it finds against the stories that have
 * the words: `npm run search -- ../shared/corpora [--lang th,ja] [--list]`.
 *
 * In each language twenty words are asked for that stand in some of its stories. A query is well answered when all of
 * these stories are found.
 */
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { splitStory } from '../../src/document/frontmatter.ts';
import { launchBrowser } from '../support/browser.ts';
import { serve } from '../support/serve.ts';
import { makeSite } from '../support/site.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string', default: 'en,de,es,ar,he,th,ja,zh-cn,ko,hi' },
    list: { type: 'boolean', default: false },
  },
});
const folder = join(resolve(positionals[0] ?? '../shared/corpora'), 'ntrex/explainers');
if (!existsSync(folder)) throw new Error(`Missing stories: expected them in ${folder}.`);
const languages = values.lang.split(',');

/** How many queries a language is asked, and of how many stories at the most their words are. */
const [QUERIES, MOST] = [20, 12];

const site = makeSite({
  'content/authors/explainer-desk.yaml': 'name: The Desk\n',
  'content/topics/united-states.yaml': 'name: United States\n',
});
const namesOf = (lang: string) =>
  readdirSync(folder).filter((name) => (lang === 'en' ? !name.includes('-') : name.endsWith(`-${lang}`)));
for (const name of ['en', ...languages].flatMap(namesOf))
  cpSync(join(folder, name), join(site.root, 'content/explainers', name), { recursive: true });

/** The words of a story, as readers see them. */
const textOf = (name: string) =>
  splitStory(readFileSync(join(folder, name, 'index.mdx'), 'utf8')).body.replace(/\\/g, '');

/** Words of a language that stand in two stories and more, as a dictionary parts them; each in how many it stands. */
function queriesOf(lang: string, texts: readonly string[]): string[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const least = /^(ja|zh|ko|th)/.test(lang) ? 2 : 4;
  const known = [...counts].filter(([word, count]) => count > 1 && count <= MOST && [...word].length >= least);
  const spread = known.map(([word]) => word).sort();
  return Array.from({ length: QUERIES }, (_, at) => spread[Math.floor(((at + 0.5) * spread.length) / QUERIES)]!);
}

const { code, output } = await site.build();
if (code) throw new Error(output);
const [server, browser] = await Promise.all([serve(join(site.root, 'dist')), launchBrowser()]);
for (const lang of languages) {
  const names = namesOf(lang);
  const texts = names.map(textOf);
  const page = await browser.newPage();
  const start = `${server.url}${lang === 'en' ? '' : `${lang.split('-')[0]}/`}search/`;
  let [well, asked] = [0, 0];
  for (const query of queriesOf(lang, texts)) {
    const wanted = names.filter((_, index) => texts[index]!.toLowerCase().includes(query.toLowerCase()));
    await page.goto(`${start}?${new URLSearchParams({ q: query }).toString()}`);
    await page.locator('.found').filter({ hasText: /\S/ }).waitFor();
    await page.evaluate(async () => {
      const more = document.querySelector<HTMLButtonElement>('.more')!;
      const count = () => document.querySelectorAll('.results li').length;
      const later = () => new Promise((then) => setTimeout(then, 50));
      for (let round = 0; round < 40 && !count(); round += 1) await later();
      while (!more.hidden) {
        more.click();
        await later();
      }
    });
    const links = await page
      .locator('.results a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
    const found = new Set(links.map((path) => path.replace(/^.*\/([^/]+)\/$/, '$1')));
    const missing = wanted.filter((name) => !found.has(name));
    asked += 1;
    if (!missing.length) well += 1;
    if (values.list)
      console.log(`  ${lang} ${query}: ${found.size} found, ${wanted.length} have it, ${missing.length} missing`);
  }
  console.log(`${lang.padEnd(6)} ${well} of ${asked} answered well`);
  await page.close();
}
await browser.close();
await server.close();
site.dispose();
