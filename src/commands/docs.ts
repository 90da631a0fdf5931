import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Heading, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import { visit } from 'unist-util-visit';
import { z } from 'astro/zod';
import { choicesOf } from '../document/describe.ts';
import { wantedBy } from '../document/values.ts';
import { optionsSchema } from '../options.ts';

/**
 * `npm run docs -- https://docs.example.org`: what is in `docs/`, as a site of the theme itself, at that address: a text for each file, a topic for each kind of
 * reader, the search over all, and a page of settings that is made of their schema. It is built into `dist-docs/`.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const site = join(root, '.astro/docs');
const out = join(root, 'dist-docs');

/** Where it will be, for feeds, sitemaps and the addresses that pages say of themselves. */
const [address] = process.argv.slice(2);

/** For whom a text is, by its path in `docs/`; the rest is for who works on Nutgraf. */
const readers: readonly [topic: string, pattern: RegExp][] = [
  ['writers', /^writers\//],
  ['editors', /^(?:glossary|desk-samples)/],
  ['partners', /^signed-copies/],
  ['decisions', /^decisions\//],
  ['publishers', /^(?:settings|newsrooms|hosting|platforms|large-archives|languages|migrating|looks|readers|api)/],
];

const topics: Readonly<Record<string, [name: string, description: string]>> = {
  writers: ['For writers', 'What one types in a story, which components there are, and what messages mean.'],
  editors: ['For editors', 'What the desk asks of a story, and which words mean what in texts and code.'],
  publishers: ['For publishers', 'Settings, brand, hosts, languages, archives, and moving in from elsewhere.'],
  partners: ['For partners', 'Copies of stories, how one is signed, and how to tell that it is faithful.'],
  decisions: ['Decisions', 'What was chosen, and why it and nothing else.'],
  developers: ['For developers', 'How Nutgraf is made, how fast it is, and how that is tried.'],
};

const topicOf = (path: string): string => readers.find(([, pattern]) => pattern.test(path))?.[0] ?? 'developers';

const slugOf = (path: string): string => basename(path, '.md').replace(/^\d+-/, '');

/** The days of the first and the last commit of a file; of one that has none, today. */
function daysOf(path: string): [first: string, last: string] {
  const days = execFileSync('git', ['log', '--follow', '--format=%cs', '--', path], { cwd: root, encoding: 'utf8' });
  const all = days.trim().split('\n').filter(Boolean).sort();
  const today = new Date().toISOString().slice(0, 10);
  return [all[0] ?? today, all.at(-1) ?? today];
}

const inMdx = remark()
  .data('settings', { fences: true, bullet: '-' })
  .use(remarkMdx)
  .use(function () {
    const data = this.data();
    data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), gfmToMarkdown()];
  });

/** A text of `docs/` as a story; copies the pictures that it shows beside it. */
function storyOf(path: string, text: string, known: ReadonlySet<string>): string {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const title = tree.children.find((node): node is Heading => node.type === 'heading');
  const first = tree.children.find(({ type }) => type === 'paragraph');
  tree.children = tree.children.filter((node) => node !== title);
  visit(tree, (node: Nodes, index, parent) => {
    if (node.type === 'code') node.lang ??= 'text';
    if (node.type === 'html') throw new Error(`Unexpected HTML in docs/${path}: expected Markdown alone.`);
    if (node.type === 'image') {
      const file = join(root, 'docs', dirname(path), node.url);
      // One of an example, which is to be read as it is typed.
      if (!existsSync(file)) Object.assign(node, { type: 'inlineCode', value: `![${node.alt ?? ''}](${node.url})` });
      else {
        copyFileSync(file, join(folderOf(path), basename(file)));
        node.url = `./${basename(file)}`;
      }
    }
    if (node.type !== 'link' || /^[a-z]+:|^#/.test(node.url) || !parent || index === undefined) return;
    const [file = '', anchor] = posix.normalize(posix.join(posix.dirname(path), node.url)).split('#');
    if (known.has(file)) node.url = `/${slugOf(file)}/${anchor ? `#${anchor}` : ''}`;
    // The code is beside the package, and not on this site.
    else parent.children.splice(index, 1, ...(node.children as never[]));
  });
  const [published, updated] = daysOf(join('docs', path));
  const above = {
    headline: title ? toString(title) : slugOf(path),
    description: sentenceOf(first ? toString(first) : 'A part of the documentation.'),
    published,
    ...(updated > published && { updated }),
    // Where one begins.
    ...(path === 'writers/first-story.md' && { pinned: '2099-12-31' }),
    authors: ['nutgraf'],
    topics: [topicOf(path)],
  };
  return `---\n${Object.entries(above)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('')}---\n\n${inMdx.stringify(tree)}`;
}

/** The first sentence of a text, not too long for what stands below a headline. */
const sentenceOf = (text: string): string => (/^.{20,}?\.(?=\s|$)/s.exec(text)?.[0] ?? text).slice(0, 240).trim();

const folderOf = (path: string): string => {
  const folder = join(site, 'content/explainers', slugOf(path));
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** Every setting, by its schema. */
function settingsText(): string {
  const rows = Object.entries<z.ZodType>(optionsSchema.shape).map(([name, schema]) => {
    const choices = choicesOf(schema);
    const takes = choices.length ? choices.join(', ') : wantedBy(schema);
    return `## ${name}\n\n${schema.description ?? ''}\n\nTakes ${takes}.\n`;
  });
  return `# Settings\n\nEverything that \`nutgraf({ … })\` takes in astro.config.mjs.\n\n${rows.join('\n')}`;
}

rmSync(site, { recursive: true, force: true });
const texts = new Map<string, string>([
  ...globSync('**/*.md', { cwd: join(root, 'docs') })
    // Lists of what was tried, as programs write them.
    .filter((path) => !path.startsWith('reliability/'))
    .sort()
    .map((path): [string, string] => [path, readFileSync(join(root, 'docs', path), 'utf8')]),
  ['settings.md', settingsText()],
]);
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
};
const known = new Set(texts.keys());
for (const [path, text] of texts) write(`content/explainers/${slugOf(path)}/index.mdx`, storyOf(path, text, known));
for (const [id, [name, description]] of Object.entries(topics))
  write(`content/topics/${id}.yaml`, `name: ${name}\ndescription: ${description}\n`);
write('content/authors/nutgraf.yaml', 'name: Nutgraf\ndesk: true\n');
// A text on how to do something has no sources to count.
write('src/nutgraf/parts/Glance.astro', '');
copyFileSync(join(root, 'public/mark.svg'), join(site, 'mark.svg'));
write('src/content.config.ts', `export { collections } from 'nutgraf/collections';\n`);
write(
  'astro.config.mjs',
  `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  ${address ? `site: ${JSON.stringify(address)},` : ''}
  outDir: ${JSON.stringify(relative(site, out))},
  integrations: [
    nutgraf({
      name: 'Nutgraf',
      tagline: 'An Astro theme for explainer journalism: each claim names its source.',
      look: 'broadcaster',
      icon: './mark.svg',
      without: ['people', 'outlets', 'authors', 'terms', 'archive', 'labels', 'trust', 'email', 'history'],
    }),
  ],
});
`,
);
execFileSync(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--root', site], {
  cwd: site,
  stdio: 'inherit',
});
