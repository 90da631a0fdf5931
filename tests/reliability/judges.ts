/**
 * Has other people’s programs judge a site of text that others wrote, in many languages: `npm run judges --
 * ../shared/corpora`. The suite asks them of the demonstration; this takes minutes, and is for the night.
 */
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseFeed as parseByRowan } from '@rowanmanning/feed-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import markdownIt from 'markdown-it';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { splitStory } from '../../src/document/frontmatter.ts';
import { levelled, wordsOfHtml, wordsOfMarkdown, wordsOfPage } from '../support/facts.ts';
import {
  faultsByHtmlValidate,
  faultsBySchemaDts,
  faultsByVnu,
  hasJava,
  harmlessInMail,
  lackingInMail,
  pageRules,
} from '../support/judges.ts';
import { brokenLinks } from '../support/links.ts';
import { jsonLdIn } from '../support/schema-org.ts';
import { makeSite } from '../support/site.ts';
import { schemaFaults } from '../support/xsd.ts';

const folder = join(resolve(process.argv[2] ?? '../shared/corpora'), 'ntrex/explainers');
if (!existsSync(folder)) throw new Error(`Missing stories: expected them in ${folder}.`);
const site = makeSite({
  'content/authors/explainer-desk.yaml': 'name: The Desk\n',
  'content/topics/united-states.yaml': 'name: United States\n',
});
cpSync(folder, join(site.root, 'content/explainers'), { recursive: true });
const { code, output } = await site.build();
if (code) throw new Error(output);
const dist = join(site.root, 'dist');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
const read = (file: string) => readFileSync(join(dist, file), 'utf8');
const stories = readdirSync(folder);

let isGood = true;
function tell(judge: string, asked: number, faults: readonly string[]): void {
  isGood &&= asked > 0 && faults.length === 0;
  console.log(`${judge.padEnd(34)} ${String(asked).padStart(5)} asked, ${faults.length} faults`);
  for (const fault of faults.slice(0, 5)) console.log(`  ${fault.slice(0, 300)}`);
}

/** What a parser says against a file; one that it takes says nothing. */
const refused = (file: string, parse: (text: string) => unknown): string[] => {
  try {
    parse(read(file));
    return [];
  } catch (error) {
    return [`${file}: ${(error as Error).message}`];
  }
};

const isMail = (file: string) => file.endsWith('email.html');
const html = files.filter((file) => file.endsWith('.html'));
const asRecord = (all: readonly string[]) => Object.fromEntries(all.map((file) => [file, read(file)]));
const [pages, mails] = [html.filter((file) => !isMail(file)), html.filter(isMail)];
tell('HTML of pages, html-validate', pages.length, await faultsByHtmlValidate(asRecord(pages), pageRules));
if (hasJava) {
  const all = html.map((file) => join(dist, file));
  tell('HTML of all, Nu Html Checker', all.length, faultsByVnu(all));
}
const mailRules = { 'no-inline-style': 'off', 'long-title': 'off' } as const;
tell('HTML of mails, html-validate', mails.length, await faultsByHtmlValidate(asRecord(mails), mailRules));
tell(
  'features of mails, caniemail',
  mails.length,
  mails.flatMap((file) => lackingInMail(read(file)).filter((feature) => !harmlessInMail.includes(feature))),
);

const graphs = pages.flatMap((file) => jsonLdIn(read(file)).map((value) => [file, value] as const));
// The compiler takes long over thousands: of pages that are alike, one in ten.
const some = Object.fromEntries(graphs.filter((_, index) => index % 10 === 0));
tell('JSON-LD, schema-dts', Object.keys(some).length, faultsBySchemaDts(some));

const feeds = {
  'RSS, feedsmith': [/rss\.xml$/, parseRssFeed],
  'Atom, feedsmith': [/atom\.xml$/, parseAtomFeed],
  'JSON Feed, feedsmith': [/feed\.json$/, parseJsonFeed],
  'feeds, @rowanmanning/feed-parser': [/(?:rss|atom)\.xml$/, parseByRowan],
} as const;
for (const [judge, [pattern, parse]] of Object.entries(feeds)) {
  const all = files.filter((file) => pattern.test(file));
  const take = (text: string) => parse(pattern.test('feed.json') ? (JSON.parse(text) as string) : text);
  tell(
    judge,
    all.length,
    all.flatMap((file) => refused(file, take)),
  );
}

const maps = files.filter((file) => /^sitemap-.*\.xml$/.test(file));
const faults = await Promise.all(
  maps.map((file) => schemaFaults(read(file), file === 'sitemap-index.xml' ? 'index' : 'sitemap')),
);
tell('sitemaps, their schemas', maps.length, faults.flat());

const level = (text: string) => text.replace(/\s+/g, ' ').trim();
const differs = stories.filter((story) => {
  const markdown = read(`${story}.md`);
  return level(wordsOfHtml(markdownIt({ html: true }).render(markdown))) !== level(wordsOfMarkdown(markdown));
});
tell('Markdown by two parsers', stories.length, differs);

/** Words without spaces and signs of direction, which outputs set as they must, and with marks of one kind. */
const bare = (text: string) => levelled(text).replace(/[\s\p{Cf}]/gu, '');
let paragraphs = 0;
const lost = stories.flatMap((story) => {
  const inBody = (file: string) => wordsOfHtml(parseHTML(read(file)).document.body.innerHTML);
  const copies = Object.entries({
    page: wordsOfPage(read(`${story}/index.html`)),
    Markdown: wordsOfMarkdown(read(`${story}.md`)),
    text: read(`${story}.txt`),
    lite: inBody(`lite/${story}/index.html`),
    newsletter: inBody(`${story}/email.html`),
  }).map(([form, words]) => [form, bare(words)] as const);
  const { body } = splitStory(readFileSync(join(folder, story, 'index.mdx'), 'utf8'));
  return fromMarkdown(body).children.flatMap((block) => {
    paragraphs += 1;
    const words = bare(toString(block));
    return copies.flatMap(([form, all]) => (all.includes(words) ? [] : [`${story}: “${words}” is not in ${form}`]));
  });
});
tell('paragraphs in page and copies', paragraphs, lost);
tell('links within the site', pages.length, brokenLinks(dist));
site.dispose();
process.exitCode = isGood ? 0 : 1;
