/**
 * Measures `nutgraf import` on text that others wrote. The corpora are not part of the repository; give their folder:
 *
 *     npm run bench:import -- ../shared/corpora
 *
 * What is missing there is said, and left out. Figures are in docs/benchmarks.md.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { readYaml, splitStory } from '../../src/document/frontmatter.ts';
import { parseBody } from '../../src/document/parse.ts';
import { filesOf } from '../../src/newsroom/survey.ts';
import { makeSite, run } from '../support/site.ts';

const folder = resolve(process.argv[2] ?? '../shared/corpora');
const noBuild = process.argv.includes('--no-build');

interface Expected {
  title: string;
  slug: string;
  authors: string[];
  topics: string[];
  headings: number;
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
  const nutgraf = fileURLToPath(new URL('../../src/commands/nutgraf.ts', import.meta.url));
  const began = Date.now();
  const { output } = await run(nutgraf, ['import', join(source, 'export.wxr.xml')], site.root);
  const time = Date.now() - began;
  const authors = new Map<string, string>();
  for (const { id, path } of filesOf('authors', join(site.root, 'content')))
    authors.set(id, String((readYaml(readFileSync(path, 'utf8'), 1).data as { name?: string }).name));
  const made = new Map<
    string,
    { data: Record<string, unknown>; headings: number; links: number; words: number; drafts: boolean }
  >();
  for (const { id, path } of filesOf('explainers', join(site.root, 'content'))) {
    const { yaml = '', body } = splitStory(readFileSync(path, 'utf8'));
    const data = readYaml(yaml, 2).data as Record<string, unknown>;
    const tree = parseBody(body, new Map());
    let [headings, links, words] = [0, 0, 0];
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
        if (node.type === 'link' || (node.type === 'mdxJsxTextElement' && node.name === 'Source')) links += 1;
      });
      words = toString(tree)
        .split(/\s+/)
        .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    }
    made.set(id, { data, headings, links, words, drafts: data['draft'] === true });
  }
  const score = { stories: 0, authors: 0, topics: 0, headings: 0, links: 0, date: 0, drafts: 0 };
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
    if (story.links >= one.links) score.links += 1;
    if (String(story.data['published']).slice(0, 10) === one.date.slice(0, 10)) score.date += 1;
  }
  const all = expected.length;
  console.log(`digitalgov, ${all} stories in ${(time / 1000).toFixed(1)} s`);
  console.log(`  last line: ${output.split('\n').find((line) => / made of /.test(line))}`);
  console.log(`  taken in ${score.stories}, drafts ${score.drafts}`);
  console.log(
    `  authors ${share(score.authors, all)}, topics ${share(score.topics, all)}, dates ${share(score.date, all)}`,
  );
  console.log(`  headings equal ${share(score.headings, all)}, no link lost ${share(score.links, all)}`);
  console.log(
    `  new outlets ${filesOf('outlets', join(site.root, 'content')).length - 1}, people ${filesOf('people', join(site.root, 'content')).length - 1}`,
  );
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

await digitalgov();
