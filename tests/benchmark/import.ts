/**
 * Measures `nutgraf import` on text that others wrote, and on our own pages. The corpora are not part of
 * the repository; give their folder:
 *
 *     npm run bench:import -- ../shared/corpora [--only export,scale,languages,pages] [--list] [--no-build]
 *
 * What is missing there is said, and left out. `--list` prints each outlet and person that was made without asking.
 * Figures are in docs/benchmarks.md.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { visit } from 'unist-util-visit';
import { readYaml, splitStory } from '../../src/document/frontmatter.ts';
import { parseBody } from '../../src/document/parse.ts';
import { filesOf } from '../../src/newsroom/survey.ts';
import { fromHtml } from './words.ts';
import { likeness } from '../../src/commands/import/forms/article.ts';
import { html } from '../../src/commands/import/forms/html.ts';
import { wordsIn, wordsMissing, wordsOf } from '../../src/commands/import/words.ts';
import { markdown, page, plainText, word } from '../support/manuscripts.ts';
import type { Told } from '../support/manuscripts.ts';
import { newsPages } from '../support/news-pages.ts';
import { makeSite, run } from '../support/site.ts';

const folder = resolve(process.argv[2] ?? '../shared/corpora');
const noBuild = process.argv.includes('--no-build');
const only = process.argv[process.argv.indexOf('--only') + 1]?.split(',') ?? [];
const isAsked = (name: string) => !process.argv.includes('--only') || only.includes(name);
const nutgraf = fileURLToPath(new URL('../../src/commands/nutgraf.ts', import.meta.url));

interface Expected {
  title: string;
  slug: string;
  authors: string[];
  topics: string[];
  headings: number;
  quotes: number;
  links: number;
  words: number;
  date: string;
  deck: string;
}

const share = (part: number, all: number) => `${((100 * part) / Math.max(all, 1)).toFixed(1)} %`;

async function digitalgov(): Promise<void> {
  const source = join(folder, 'digitalgov');
  const expectedFile = join(source, 'expected.jsonl');
  if (!existsSync(expectedFile)) {
    console.log(`digitalgov: left out, ${source} is not there`);
    return;
  }
  const expected = readFileSync(expectedFile, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Expected);
  const site = makeSite();
  const began = Date.now();
  const { output } = await run(nutgraf, ['import', join(source, 'export.wxr.xml')], site.root);
  const time = Date.now() - began;
  const authors = new Map<string, string>();
  for (const { id, path } of filesOf('authors', join(site.root, 'content')))
    authors.set(id, String((readYaml(readFileSync(path, 'utf8'), 1).data as { name?: string }).name));
  const made = new Map<
    string,
    { data: Record<string, unknown>; headings: number; quotes: number; links: number; text: string; drafts: boolean }
  >();
  for (const { id, path } of filesOf('explainers', join(site.root, 'content'))) {
    const { yaml = '', body } = splitStory(readFileSync(path, 'utf8'));
    const data = readYaml(yaml, 2).data as Record<string, unknown>;
    const tree = parseBody(body, new Map());
    let [headings, links, quotes] = [0, 0, 0];
    let text = '';
    if ('type' in tree) {
      visit(tree, (node) => {
        if (
          node.type === 'heading' ||
          (node.type === 'mdxJsxFlowElement' &&
            /Matters|Points|Timeline|Next|Know|QandA|Question|Background|Officials|Process|Disclosure/.test(
              node.name ?? '',
            ))
        )
          headings += 1;
        if (node.type === 'blockquote') quotes += 1;
        if (node.type === 'link' || (node.type === 'mdxJsxTextElement' && node.name === 'Source')) links += 1;
      });
      text = wordsIn(tree);
    }
    made.set(id, { data, headings, quotes, links, text: `${text}\n${yaml}\n${body}`, drafts: data['draft'] === true });
  }
  const markup = new Map(
    readFileSync(join(source, 'export.wxr.xml'), 'utf8')
      .split('<item>')
      .slice(1)
      .map((item) => [
        /<wp:post_name>(?:<!\[CDATA\[)?([^<\]]*)/.exec(item)?.[1] ?? '',
        /<content:encoded><!\[CDATA\[([\s\S]*?)\]\]><\/content:encoded>/.exec(item)?.[1] ?? '',
      ]),
  );
  let [taken, lost, allLinks] = [0, 0, 0];
  const score = { quotes: 0, stories: 0, authors: 0, topics: 0, headings: 0, links: 0, date: 0, drafts: 0 };
  for (const one of expected) {
    const story = made.get(one.slug);
    if (!story) {
      console.log(`  no story ${one.slug}`);
      continue;
    }
    score.stories += 1;
    if (story.drafts) score.drafts += 1;
    const names = (story.data['authors'] as string[]).map((id) => authors.get(id) ?? id);
    const sameSet = (a: string[], b: string[]) =>
      a.toSorted().join('|').toLowerCase() === b.toSorted().join('|').toLowerCase();
    if (sameSet(names, one.authors.length ? one.authors.map((name) => name.replace('&#39;', "'")) : ['The Desk']))
      score.authors += 1;
    else if (process.argv.includes('--verbose')) console.log('  authors', one.slug, names, one.authors);
    if (
      sameSet(story.data['topics'] as string[], [
        ...new Set(one.topics.map((topic) => topic.toLowerCase().replaceAll(' ', '-'))),
      ])
    )
      score.topics += 1;
    else if (process.argv.includes('--verbose')) console.log('  topics', one.slug, story.data['topics'], one.topics);
    if (story.headings === one.headings) score.headings += 1;
    else if (process.argv.includes('--verbose')) console.log('  headings', one.slug, story.headings, one.headings);
    const words = fromHtml(markup.get(one.slug) ?? '');
    taken += wordsOf(words).length;
    lost += wordsMissing(words, story.text).length;
    if (story.quotes === one.quotes) score.quotes += 1;
    score.links += Math.min(story.links, one.links);
    allLinks += one.links;
    if (String(story.data['published']).slice(0, 10) === one.date.slice(0, 10)) score.date += 1;
  }
  const all = expected.length;
  console.log(`digitalgov, ${all} stories in ${(time / 1000).toFixed(1)} s`);
  console.log(`  last line: ${output.split('\n').find((line) => / made of /.test(line))}`);
  console.log(`  taken in ${score.stories}, drafts ${score.drafts}`);
  console.log(
    `  authors ${share(score.authors, all)}, topics ${share(score.topics, all)}, dates ${share(score.date, all)}`,
  );
  console.log(
    `  headings equal ${share(score.headings, all)}, quotations equal ${share(score.quotes, all)}, links kept ${share(score.links, allLinks)}`,
  );
  console.log(`  words kept ${share(taken - lost, taken)} of ${taken}`);
  console.log(
    `  new outlets ${filesOf('outlets', join(site.root, 'content')).length - 1}, people ${filesOf('people', join(site.root, 'content')).length - 1}`,
  );
  if (process.argv.includes('--list'))
    for (const kind of ['outlets', 'people'] as const)
      for (const { path } of filesOf(kind, join(site.root, 'content'))) {
        const { name, roles } = readYaml(readFileSync(path, 'utf8'), 1).data as {
          name: string;
          roles?: { title: string }[];
        };
        console.log(`    ${kind}: ${name}${roles?.[0] ? `, ${roles[0].title}` : ''}`);
      }
  if (process.argv.includes('--keep')) console.log(site.root);
  const checked = await run(nutgraf, ['check', '--format', 'json'], site.root);
  const messages = JSON.parse(
    checked.output.slice(checked.output.indexOf('['), checked.output.lastIndexOf(']') + 1),
  ) as {
    severity?: string;
    rule: string;
    file: string;
    reason: string;
  }[];
  const errors = messages.filter(({ severity }) => severity === 'error');
  console.log(`  check: ${errors.length} errors`);
  for (const one of errors.slice(0, 5)) console.log(`    ${one.file} ${one.reason}`);
  if (!noBuild) {
    const built = await site.build();
    console.log(`  build: ${built.code === 0 ? 'builds' : built.output.slice(-800)}`);
  }
  if (!process.argv.includes('--keep')) site.dispose();
}

/** Prints the most memory that a process had, in kB, when it ends. */
const peak = `data:text/javascript,${encodeURIComponent('process.on("exit",()=>console.log("peak",process.resourceUsage().maxRSS))')}`;

/** The export five times over, with other ids: two thousand stories. */
async function scale(): Promise<void> {
  const file = join(folder, 'digitalgov/export.wxr.xml');
  if (!existsSync(file)) {
    console.log(`scale: left out, ${file} is not there`);
    return;
  }
  const site = makeSite();
  const [head = '', ...items] = readFileSync(file, 'utf8').split(/(?=<item>)/);
  const [last = '', end = ''] = (items.pop() ?? '').split(/(?=<\/channel>)/);
  const all = [1, 2, 3, 4, 5].flatMap((copy) =>
    [...items, last].map((item) =>
      item.replace(/\?p=(\d+)</, `?p=${copy}-$1<`).replace('<wp:post_name>', `<wp:post_name>copy-${copy}-`),
    ),
  );
  site.write('in/large.wxr', `${head}${all.join('')}${end}`);
  const began = Date.now();
  const { output } = await run(nutgraf, ['import', 'in/large.wxr'], site.root, {
    NODE_OPTIONS: `--import ${peak}`,
  });
  console.log(
    `scale: ${all.length} stories in ${((Date.now() - began) / 1000).toFixed(1)} s, ${Math.round(Number(/peak (\d+)/.exec(output)?.[1]) / 1024)} MB`,
  );
  console.log(`  ${output.split('\n').find((line) => / made of /.test(line))}`);
  site.dispose();
}

/** The same news in many scripts, as a page, a Word file, Markdown and plain text: every word has to be there. */
async function languages(): Promise<void> {
  const source = join(folder, 'ntrex/explainers');
  if (!existsSync(source)) {
    console.log(`languages: left out, ${source} is not there`);
    return;
  }
  const site = makeSite();
  const given = new Map<string, string>();
  for (const name of readdirSync(source).filter((one) => /^s00[0-4]/.test(one))) {
    const { yaml = '', body } = splitStory(readFileSync(join(source, name, 'index.mdx'), 'utf8'));
    const { headline } = readYaml(yaml, 2).data as { headline: string };
    const blocks = body.split(/\n\s*\n/).flatMap((text): Told['blocks'] => {
      const words = text.trim();
      return words ? [words.startsWith('## ') ? { h: words.slice(3) } : { p: words }] : [];
    });
    const told: Told = { headline, blocks };
    const files = { html: page(told), docx: await word(told), md: markdown(told), txt: plainText(told) };
    for (const [ending, contents] of Object.entries(files)) {
      site.write(`in/${name}.${ending}`, contents);
      given.set(`${name}.${ending}`, [headline, ...blocks.map((block) => Object.values(block).join(' '))].join('\n'));
    }
  }
  const { output } = await run(nutgraf, ['import', 'in'], site.root);
  const registries = ['outlets', 'people'] as const;
  const names = registries
    .flatMap((kind) => filesOf(kind, join(site.root, 'content')).map(({ path }) => readFileSync(path, 'utf8')))
    .join('\n');
  let [stories, words, lost] = [0, 0, 0];
  for (const [, name = '', path = ''] of output.matchAll(/^\d+\/\d+ (\S+) → (\S+\.mdx)/gm)) {
    const { yaml = '', body } = splitStory(site.read(path));
    const tree = parseBody(body, new Map());
    const text = given.get(name.replace(/^in\//, '')) ?? '';
    const missing = wordsMissing(text, `${yaml}\n${'type' in tree ? wordsIn(tree) : body}\n${names}`);
    stories += 1;
    words += wordsOf(text).length;
    lost += missing.length;
    if (missing.length && process.argv.includes('--verbose'))
      console.log(`  ${name}: ${missing.slice(0, 8).join(' ')}`);
  }
  console.log(
    `languages: ${stories} of ${given.size} texts in 17 languages and 4 forms, words kept ${share(words - lost, words)} of ${words}`,
  );
  if (!process.argv.includes('--keep')) site.dispose();
}

/** F1 of runs of four words against what was marked as the article. */
async function pages(): Promise<void> {
  const runs = (words: string[]) => words.map((_, at) => words.slice(at, at + 4).join(' '));
  const scores: number[] = [];
  for (const { html: markup, text } of newsPages) {
    const { items } = await html(new TextEncoder().encode(markup), 'page.html', 'page');
    const { blocks } = await items[0]!.read();
    scores.push(likeness(runs(wordsOf(wordsIn({ type: 'root', children: blocks }))), runs(wordsOf(text))));
  }
  console.log(
    `pages: F1 ${(scores.reduce((sum, one) => sum + one, 0) / scores.length).toFixed(3)} of ${scores.length}, the worst ${Math.min(...scores).toFixed(3)}`,
  );
}

if (isAsked('pages')) await pages();
if (isAsked('export')) await digitalgov();
if (isAsked('languages')) await languages();
if (isAsked('scale')) await scale();
