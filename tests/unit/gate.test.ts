import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { checkNewsroom } from '../../src/commands/check/newsroom.ts';
import { rules } from '../../src/desk/desk.ts';
import type { Message } from '../../src/document/message.ts';
import { formatMessage } from '../../src/document/reporter.ts';
import { Newsroom } from '../../src/newsroom/newsroom.ts';
import { readAll } from '../../src/newsroom/stories.ts';
import { optionsSchema } from '../../src/options.ts';
import { contracts } from './contracts.ts';

// A command loads the components of a site as Node does, which a test runner’s modules cannot.
vi.mock('../../src/newsroom/components.ts', () => ({ componentsOf: () => ({ components: new Map(), contracts }) }));
vi.mock('../../src/newsroom/version.ts', () => ({ readerVersion: () => 'this one' }));

/** What is in a file; or where a link leads, from the folder that it is in; or that it is a folder. */
type Contents = string | Buffer | { link: string } | { folder: true };

const story = (more = '', words = 'Words.') =>
  `---\nheadline: A headline\ndescription: A sentence.\npublished: 2026-01-08\nauthors: [desk]\n${more}---\n\n${words}\n`;
const page = '---\ntitle: A\ndescription: A sentence.\npublished: 2026-01-08\n---\nA.\n';
const outlet = 'name: Reuters\nkind: agency\n';
const least: Record<string, Contents> = {
  'authors/desk.yaml': 'name: The Desk\n',
  'outlets/reuters.yaml': outlet,
  'explainers/one/index.mdx': story(),
};

/** A site with these files under `content/`, and a secret beside that folder. @returns its root. */
function siteWith(files: Record<string, Contents>): string {
  const root = mkdtempSync(join(tmpdir(), 'nutgraf-gate-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'outside'));
  for (const name of ['story.mdx', 'data.csv'])
    writeFileSync(join(root, 'outside', name), name.endsWith('csv') ? 'a,b\n1,2\n' : story());
  for (const [name, contents] of Object.entries({ ...least, ...files })) {
    const path = join(root, 'content', name);
    mkdirSync(dirname(path), { recursive: true });
    if (typeof contents === 'object' && 'folder' in contents) mkdirSync(path, { recursive: true });
    else if (typeof contents === 'object' && 'link' in contents) symlinkSync(contents.link, path);
    else writeFileSync(path, contents);
  }
  return root;
}

const told = (messages: readonly Message[]) =>
  messages
    .filter(({ ruleId }) => !rules.some(({ name }) => name === ruleId))
    .map((message) =>
      formatMessage(message)
        .replace(/^content\//, '')
        .replace(/^(\S+?)(:\d+:\d+) {2}/, '$1$2  '),
    );

/** What a build has to say about a newsroom. */
function inBuild(root: string): string[] {
  const newsroom = new Newsroom({ root, options: optionsSchema.parse({ name: 'The Example' }), contracts });
  readAll(newsroom);
  return told(newsroom.messages());
}

/** What `check` has to say about it. */
async function inCheck(root: string): Promise<string[]> {
  const [url, cacheDir] = [pathToFileURL(`${root}/`), pathToFileURL(`${root}/.astro/`)];
  const settings = { options: optionsSchema.parse({ name: 'The Example' }), root: url, cacheDir, redirects: {} };
  return told((await checkNewsroom(settings)).messages);
}

beforeEach(() => void vi.stubEnv('NUTGRAF_NOW', '2026-01-20'));
afterEach(() => void vi.unstubAllEnvs());

const names = 'letters, digits, hyphens, dots and spaces.';
const everyFolder = 'explainers, notes, policies, pages, outlets, people, authors, topics, terms or desk';
const first = ':1:1  error  ';

/** What is wrong, the files, and what is told: each line by how it begins. */
const bad: [what: string, files: Record<string, Contents>, ...says: (string | RegExp)[]][] = [
  // Names.
  [
    'a folder with a hash',
    { 'explainers/#x/index.mdx': story() },
    `explainers/#x${first}Unexpected “#” in a name: expected ${names}\n  Did you mean “x”?  [file-name]`,
  ],
  [
    'a folder with a question mark',
    { 'explainers/?x/index.mdx': story() },
    `explainers/?x${first}Unexpected “?” in a name: expected ${names}`,
  ],
  [
    'a folder that begins with two dots',
    { 'explainers/..a/index.mdx': story() },
    `explainers/..a${first}Unexpected “.” at the beginning of a name: expected a letter or a digit.\n  Did you mean “a”?  [file-name]`,
  ],
  [
    'a folder with a line break',
    { 'explainers/a\nb/index.mdx': story() },
    `explainers/a b${first}Unexpected U+000A in a name: expected ${names}\n  Did you mean “a-b”?  [file-name]`,
  ],
  ['a file with a hash', { 'explainers/a#b.mdx': story() }, `explainers/a#b.mdx${first}Unexpected “#” in a name`],
  [
    'an outer folder with a hash',
    { 'explainers/#2026/a/index.mdx': story(), 'explainers/#2026/b.mdx': story() },
    `explainers/#2026${first}Unexpected “#” in a name`,
  ],
  [
    'a percent sign',
    { 'explainers/%2e%2e.mdx': story() },
    `explainers/%2e%2e.mdx${first}Unexpected “%” in a name: expected ${names}`,
  ],
  [
    'a backslash',
    { 'explainers/back\\slash.mdx': story() },
    `explainers/back\\slash.mdx${first}Unexpected “\\” in a name: expected ${names}\n  Did you mean “back-slash”?  [file-name]`,
  ],
  [
    'a name that Windows keeps',
    { 'explainers/CON.mdx': story() },
    `explainers/CON.mdx${first}Unexpected name “CON”: expected one that Windows does not keep for itself.  [file-name]`,
  ],
  [
    'a folder that Windows keeps',
    { 'explainers/lpt1/index.mdx': story() },
    `explainers/lpt1${first}Unexpected name “lpt1”`,
  ],
  ['an outlet that Windows keeps', { 'outlets/aux.yaml': outlet }, `outlets/aux.yaml${first}Unexpected name “aux”`],
  [
    'a dot at the end',
    { 'explainers/a./index.mdx': story() },
    `explainers/a.${first}Unexpected dot at the end of a name: expected a letter or a digit.\n  Did you mean “a”?  [file-name]`,
  ],
  [
    'a space at the end',
    { 'explainers/a /index.mdx': story() },
    `explainers/a ${first}Unexpected space at the end of a name`,
  ],
  [
    'a space at the beginning',
    { 'explainers/ a.mdx': story() },
    `explainers/ a.mdx${first}Unexpected “ ” at the beginning of a name`,
  ],
  [
    'an override of direction',
    { 'explainers/a\u202Eb.mdx': story() },
    `explainers/a\u202Eb.mdx${first}Unexpected U+202E in a name`,
  ],
  [
    'a name without width',
    { 'explainers/\u200B.mdx': story() },
    `explainers/\u200B.mdx${first}Unexpected U+200B in a name`,
  ],
  [
    'a folder of Astro’s',
    { 'explainers/_astro/index.mdx': story() },
    `explainers/_astro${first}Unexpected “_” at the beginning of a name: expected a letter or a digit.\n  Did you mean “astro”?  [file-name]`,
  ],
  [
    'a name that is too long',
    { [`explainers/${'á'.repeat(110)}.mdx`]: story() },
    `explainers/${'á'.repeat(110)}.mdx${first}Unexpected name of 220 bytes: expected at most 200.  [file-name]`,
  ],
  [
    'a name that ends as a file of the site',
    { 'explainers/one.txt/index.mdx': story() },
    `explainers/one.txt${first}Unexpected “.txt” at the end of a name: expected a name without it.`,
  ],
  [
    'the search’s folder',
    { 'explainers/pagefind.mdx': story() },
    `explainers/pagefind.mdx${first}Unexpected address “/pagefind”: expected one that no other page of the site has. Give the file another name.  [address-free]`,
  ],
  [
    'the lite pages’ folder',
    { 'explainers/Lite.mdx': story() },
    `explainers/Lite.mdx${first}Unexpected address “/Lite”`,
  ],
  ['the notes’ folder', { 'pages/notes.mdx': page }, `pages/notes.mdx${first}Unexpected address “/notes”`],
  [
    'a language of the site',
    { 'explainers/es.mdx': story(), 'explainers/otro.mdx': story('lang: es-CO\n') },
    `explainers/es.mdx${first}Unexpected address “/es”`,
  ],
  [
    'an index without a folder',
    { 'explainers/index.mdx': story() },
    `explainers/index.mdx${first}Unexpected address “/index”`,
  ],
  [
    'a page and a story of one name',
    { 'pages/one.mdx': page },
    `pages/one.mdx${first}Unexpected second file “one”: expected only content/explainers/one/index.mdx.  [id-once]`,
  ],
  [
    'two names that differ in case',
    { 'explainers/One.mdx': story() },
    `explainers/one/index.mdx${first}Unexpected second story “one”: expected only content/explainers/One.mdx.  [id-once]`,
  ],
  [
    'é in two Unicode forms',
    { 'explainers/caf\u00E9.mdx': story(), 'explainers/cafe\u0301.mdx': story() },
    `explainers/caf\u00E9.mdx${first}Unexpected second story “café”`,
  ],

  // Files that nothing reads.
  [
    'Markdown beside a folder',
    { 'explainers/one.md': story() },
    `explainers/one.md${first}Unexpected “.md” at the end of a name: expected .mdx, or nothing reads it.\n  Did you mean “one.mdx”?  [file-known]`,
  ],
  [
    'an ending in large letters',
    { 'explainers/X.MDX': story() },
    `explainers/X.MDX${first}Unexpected “.MDX” at the end of a name: expected .mdx, or nothing reads it.\n  Did you mean “X.mdx”?  [file-known]`,
  ],
  [
    'an ending behind the ending',
    { 'explainers/x.mdx.txt': story() },
    `explainers/x.mdx.txt${first}Unexpected “.mdx.txt” at the end of a name: expected .mdx, or nothing reads it.\n  Did you mean “x.mdx”?  [file-known]`,
  ],
  [
    'a record with an ending in large letters',
    { 'outlets/b.YAML': outlet },
    `outlets/b.YAML${first}Unexpected “.YAML” at the end of a name: expected .yaml or .yml, or nothing reads it.\n  Did you mean “b.yaml”?  [file-known]`,
  ],
  [
    'a record in a folder',
    { 'outlets/eu/b.yaml': outlet },
    `outlets/eu/b.yaml${first}Unexpected folder around a file of outlets/: expected it in outlets/ itself.\n  Did you mean “outlets/b.yaml”?  [file-known]`,
  ],
  [
    'a story among records',
    { 'outlets/b.mdx': story() },
    `outlets/b.mdx${first}Unexpected “.mdx” at the end of a name: expected .yaml or .yml`,
  ],
  [
    'a misspelt folder',
    { 'explainer/two/index.mdx': story() },
    `explainer${first}Unexpected folder with 1 file that nothing reads: expected one of ${everyFolder.replaceAll(' or ', ' or ')}.\n  Did you mean “explainers”?  [file-known]`,
  ],
  [
    'a folder in large letters',
    { 'Outlets/b.yaml': outlet, 'Outlets/c.yaml': outlet },
    `Outlets${first}Unexpected folder with 2 files that nothing reads`,
  ],
  [
    'a folder of another name',
    { 'articles/two.mdx': story() },
    `articles${first}Unexpected folder with 1 file that nothing reads: expected one of ${everyFolder}.\n  Did you mean “explainers”?  [file-known]`,
  ],
  [
    'records in an unknown folder',
    { 'ships/b.yaml': 'name: A\n' },
    'ships:1:1  warning  Unexpected folder with 1 file that nothing reads',
  ],
  [
    'a story in no folder',
    { 'two.mdx': story() },
    `two.mdx${first}Unexpected file outside of the folders of the newsroom: expected it in one such as explainers/, or nothing reads it.  [file-known]`,
  ],
  ['a record in no folder', { 'b.yml': outlet }, `b.yml${first}Unexpected file outside of the folders`],
  [
    'words for the desk in a folder',
    { 'desk/en/loaded.yaml': 'loaded: [a]\n' },
    `desk/en/loaded.yaml${first}Unexpected file of words for the desk: expected desk/ and the name of a language, such as desk/en.yaml.  [file-known]`,
  ],
  [
    'a picture that no story shows',
    { 'explainers/one/map.png': '' },
    'explainers/one/map.png:1:1  warning  Unused file: expected a text that shows “map.png”, or another place for it.  [file-used]',
  ],
  [
    'data that no story shows',
    { 'explainers/one/data/rows.csv': 'a\n1\n' },
    'explainers/one/data/rows.csv:1:1  warning  Unused file',
  ],

  // Where files really are.
  [
    'a link to a story outside',
    { 'explainers/two.mdx': { link: '../../outside/story.mdx' } },
    `explainers/two.mdx${first}Unexpected link that leads out of the newsroom’s folder: expected the file itself.  [file-inside]`,
  ],
  [
    'a link to a folder outside',
    { 'explainers/two': { link: '../../outside' } },
    `explainers/two${first}Unexpected link that leads out of the newsroom’s folder`,
  ],
  [
    'a collection that is a link outside',
    { notes: { link: '../outside' } },
    `notes${first}Unexpected link that leads out of the newsroom’s folder`,
  ],
  ['a file where a collection belongs', { notes: 'A' }, `notes${first}Unexpected file: expected a folder.`],
  [
    'a link to a record outside',
    { 'outlets/b.yaml': { link: '../../outside/story.mdx' } },
    `outlets/b.yaml${first}Unexpected link that leads out of the newsroom’s folder`,
  ],
  [
    'a link to nothing',
    { 'explainers/two.mdx': { link: 'gone.mdx' } },
    `explainers/two.mdx${first}Unexpected link that leads nowhere: expected the file itself.  [file-readable]`,
  ],
  [
    'a link to itself',
    { 'explainers/two.mdx': { link: 'two.mdx' } },
    `explainers/two.mdx${first}Unexpected link that leads to itself: expected the file itself.  [file-readable]`,
  ],
  [
    'a link to the folder that it is in',
    { 'explainers/one/again': { link: '..' } },
    `explainers/one/again${first}Unexpected link to a folder that it is in: expected files.  [file-readable]`,
  ],
  [
    'a folder where a story belongs',
    { 'explainers/two.mdx/index.mdx': story() },
    `explainers/two.mdx${first}Unexpected folder: expected a file.  [file-readable]`,
  ],
  [
    'an empty folder where a story belongs',
    { 'explainers/two.mdx': { folder: true } },
    `explainers/two.mdx${first}Unexpected folder: expected a file.  [file-readable]`,
  ],
  [
    'an empty folder where a record belongs',
    { 'outlets/b.yaml': { folder: true } },
    `outlets/b.yaml${first}Unexpected folder: expected a file.  [file-readable]`,
  ],

  // What is in them.
  [
    'Latin-1',
    { 'explainers/two.mdx': Buffer.from(story('', 'Bogotá señala.'), 'latin1') },
    'explainers/two.mdx:8:6  error  Unexpected file that is not in UTF-8, probably in Windows-1252 or Latin-1, with “Bogotá”: expected text in UTF-8. Save it as UTF-8.  [text-encoding]',
  ],
  [
    'a record in Latin-1',
    { 'outlets/b.yaml': Buffer.from('name: El País\nkind: newspaper\n', 'latin1') },
    'outlets/b.yaml:1:12  error  Unexpected file that is not in UTF-8, probably in Windows-1252 or Latin-1, with “País”',
  ],
  [
    'UTF-16 with a mark',
    { 'explainers/two.mdx': Buffer.from(`\uFEFF${story()}`, 'utf16le') },
    `explainers/two.mdx${first}Unexpected file that is UTF-16: expected text in UTF-8. Save it as UTF-8.  [text-encoding]`,
  ],
  [
    'UTF-16 without a mark',
    { 'explainers/two.mdx': Buffer.from(story(), 'utf16le') },
    `explainers/two.mdx${first}Unexpected file that is UTF-16 without a mark`,
  ],
  [
    'a Word file',
    { 'explainers/two.mdx': Buffer.from('PK\u0003\u0004\u0000\u0000') },
    `explainers/two.mdx${first}Unexpected file that is a Word file or another archive`,
  ],
  [
    'bytes that are no text',
    { 'explainers/two.mdx': Buffer.from(`---\nheadline: \u0000\n---\n`) },
    `explainers/two.mdx${first}Unexpected file that is no text`,
  ],
  [
    'a control character',
    { 'explainers/two.mdx': story('', 'A \u0007 bell.') },
    'explainers/two.mdx:8:3  error  Unexpected control character U+0007: expected only text.  [text-signs]',
  ],
  [
    'a control character by an escape',
    { 'explainers/two.mdx': story('', 'A &#7; bell.') },
    'explainers/two.mdx:8:3  error  Unexpected control character U+0007: expected only text.  [text-signs]',
  ],
  [
    'a control character in YAML',
    { 'outlets/b.yaml': 'name: "A\\x07"\nkind: agency\n' },
    'outlets/b.yaml:1:9  error  Unexpected control character U+0007',
  ],
  [
    'an override that does not end',
    { 'explainers/two.mdx': story('', 'A \u202Eword\n\nAnother.') },
    'explainers/two.mdx:8:3  error  Unexpected direction U+202E that does not end: expected U+202C after it, in the same paragraph.  [text-signs]',
  ],
  [
    'an isolate that does not end in a headline',
    { 'outlets/b.yaml': 'name: A \u2067word\nkind: agency # \u2069\n' },
    'outlets/b.yaml:1:9  error  Unexpected direction U+2067 that does not end: expected U+2069 after it',
  ],
  [
    'a sign that was lost before',
    { 'explainers/two.mdx': story('', 'Bogot\uFFFD.') },
    'explainers/two.mdx:8:6  error  Unexpected “\uFFFD”, which stands for a sign that was lost: expected that sign.  [text-signs]',
  ],
  [
    'hidden tags',
    { 'explainers/two.mdx': story('', 'A\u{E0041}\u{E0042}.') },
    'explainers/two.mdx:8:2  error  Unexpected hidden tags in a text: expected only what readers see.  [text-signs]',
  ],
  [
    'a name without width',
    { 'outlets/b.yaml': 'name: "\u200B\u2060"\nkind: agency\n' },
    'outlets/b.yaml:1:7  error  Unexpected empty text for “name”: expected the name of the outlet.  [value-valid]',
  ],

  // Depth.
  [
    '5,000 quotations in each other',
    { 'explainers/two.mdx': story('', `${'>'.repeat(5000)} a`) },
    'explainers/two.mdx:8:1  error  Unexpected nesting of more than 100 levels: expected a text that is less deep.  [nesting]',
  ],
  [
    '5,000 lists in each other, with code',
    { 'explainers/two.mdx': story('', `${'- '.repeat(5000)} {1}`) },
    'explainers/two.mdx:8:1  error  Unexpected nesting of more than 100 levels',
  ],
  [
    '5,000 tags in each other',
    { 'explainers/two.mdx': story('', `${'<Background>\n\n'.repeat(5000)}A\n\n${'</Background>\n\n'.repeat(5000)}`) },
    /two\.mdx:\d+:1 {2}error {2}Unexpected nesting of more than 100 levels/,
  ],
  [
    '5,000 times emphasis in itself',
    { 'explainers/two.mdx': story('', `${'*a _b '.repeat(2500)}x${' c_ d*'.repeat(2500)}`) },
    /two\.mdx:8:\d+ {2}error {2}Unexpected nesting of more than 100 levels/,
  ],
  [
    '5,000 lists in YAML',
    { 'outlets/b.yaml': `name: ${'['.repeat(5000)}${']'.repeat(5000)}\n` },
    /b\.yaml:1:\d+ {2}error {2}Unexpected nesting of more than 100 levels/,
  ],
  [
    '1,000 groups in YAML',
    { 'outlets/b.yaml': Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n') },
    'outlets/b.yaml:102:102  error  Unexpected nesting of more than 100 levels',
  ],
  [
    '5,000 lists in frontmatter',
    { 'explainers/two.mdx': story(`topics: ${'['.repeat(5000)}\n`) },
    /two\.mdx:6:\d+ {2}error {2}Unexpected nesting of more than 100 levels/,
  ],
];

describe('what cannot be read, or is read by nobody, is told with its file', () => {
  test.each(bad)('%s', async (_, files, ...says) => {
    const root = siteWith(files);
    const inBoth = [inBuild(root), await inCheck(root)];
    const expected = says.map((text): unknown =>
      typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text),
    );
    expect(inBoth).toEqual([expected, expected]);
  });
});

const good: [what: string, files: Record<string, Contents>][] = [
  [
    'names of many scripts',
    Object.fromEntries(
      ['zürich', '東京', 'القاهرة', 'می\u200Cخواهم', 'हिन्दी', 'v2.0', 'St. Louis', 'a_b~c', 'Q&A', 'x+y'].map(
        (name) => [`explainers/${name}.mdx`, story()],
      ),
    ),
  ],
  [
    'what is for people and systems',
    {
      'README.md': 'Ours.',
      'explainers/README.md': 'Ours.',
      'explainers/one/.notes.md': '',
      'outlets/.gitkeep': '',
      'outlets/Thumbs.db': '',
      'ledger/one/x.json': '{}',
      'desk/en.yaml': 'loaded: [a]\n',
      '.git/x.mdx': '',
      LICENSE: 'CC0',
    },
  ],
  ['a mark of the order of bytes', { 'explainers/two.mdx': `\uFEFF${story()}`, 'outlets/b.yaml': `\uFEFF${outlet}` }],
  [
    'marks of direction, joiners and closed directions',
    {
      'explainers/two.mdx': story(
        '',
        'A\u200E \u200F \u061C می\u200Cخواهم क\u094D\u200Dष \u200Ba \u2067b\u2069 \u202Bc\u202C.\n\n\u2068d\ne\u2069 \u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} so\u00ADft',
      ),
    },
  ],
  ['pages of other languages than a story’s name', { 'explainers/es.mdx': story() }],
  [
    'links inside',
    {
      'explainers/two.mdx': { link: '../notes/shared.mdx' },
      'notes/.shared.mdx': story(),
      'notes/shared.mdx': '---\ntitle: A\n---\nA.\n',
    },
  ],
  [
    'data that a story shows',
    {
      'explainers/one/index.mdx': story('', '<DataTable src="rows.csv" title="A" alt="B" caption="C" />'),
      'explainers/one/rows.csv': 'a,b\n1,2\n',
    },
  ],
];

describe('what is in order passes', () => {
  test.each(good)('%s', async (_, files) => {
    const root = siteWith(files);
    const known = (messages: string[]) =>
      messages.filter((message) => /\[(?:file|text)-|\[id-once|\[address-free/.test(message));
    expect([known(inBuild(root)), known(await inCheck(root))]).toEqual([[], []]);
  });

  test('a newsroom whose folder is a link', () => {
    const root = siteWith({});
    const link = mkdtempSync(join(tmpdir(), 'nutgraf-gate-'));
    onTestFinished(() => rmSync(link, { recursive: true }));
    symlinkSync(join(root, 'content'), join(link, 'content'));
    expect(inBuild(link)).toEqual([]);
  });
});
