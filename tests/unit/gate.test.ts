import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { checkNewsroom } from '../../src/commands/check/newsroom.ts';
import { rules } from '../../src/desk/desk.ts';
import type { Message } from '../../src/document/message.ts';
import { formatMessage } from '../../src/document/reporter.ts';
import { Newsroom } from '../../src/newsroom/newsroom.ts';
import { Pictures, decodePicture } from '../../src/newsroom/pictures.ts';
import { readAll } from '../../src/newsroom/stories.ts';
import { optionsSchema } from '../../src/options.ts';
import { contracts } from '../support/newsroom.ts';

// A command loads the components of a site as Node does, which a test runner’s modules cannot.
vi.mock('../../src/newsroom/components.ts', () => ({
  componentsOf: () => ({ components: new Map(), contracts, ownFiles: [] }),
}));
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
  for (const name of ['story.mdx', 'data.csv', 'a.svg'])
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
async function inBuild(root: string): Promise<string[]> {
  const newsroom = new Newsroom({ root, options: optionsSchema.parse({ name: 'The Example' }), contracts });
  readAll(newsroom);
  await newsroom.lookAtPictures();
  return told(newsroom.messages());
}

/** What `check` has to say about it. */
async function inCheck(root: string): Promise<string[]> {
  const [url, cacheDir] = [pathToFileURL(`${root}/`), pathToFileURL(`${root}/.astro/`)];
  const settings = { options: optionsSchema.parse({ name: 'The Example' }), root: url, cacheDir, site: {} };
  return told((await checkNewsroom(settings)).messages);
}

beforeEach(() => void vi.stubEnv('NUTGRAF_NOW', '2026-01-20'));
afterEach(() => void vi.unstubAllEnvs());

const names = 'letters, digits, hyphens, dots and spaces.';
const everyFolder = 'explainers, notes, policies, pages, outlets, people, authors, topics, terms or desk';
const first = ':1:1  error  ';

const { png, jpeg, manyPixels } = await pictures();

/** Pictures that others made; of the last, all pixels are alike, so that there can be many in a small file. */
async function pictures() {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
  const raw = sharp({ create: { width: 200, height: 100, channels: 3, background: '#fff', noise } });
  const create = { width: 20_000, height: 20_000, channels: 3 as const, background: '#fff' };
  return {
    png: await raw.clone().png().toBuffer(),
    jpeg: await raw.clone().jpeg().toBuffer(),
    manyPixels: headOf(
      await sharp({ create: { ...create, width: 200, height: 100 } })
        .png()
        .toBuffer(),
    ),
  };
}

/** A PNG that says it has many more pixels than it has (PNG 11.2.2). */
function headOf(bytes: Buffer): Buffer {
  const many = Buffer.from(bytes);
  many.writeUInt32BE(20_000, 16);
  many.writeUInt32BE(20_000, 20);
  many.writeUInt32BE(crc32(many.subarray(12, 29)), 29);
  return many;
}

const drawing = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">\n${inside}</svg>`;

/** A story that shows data beside it, in line 10. */
const table = (data: string) =>
  story('sources:\n  wire: { outlet: reuters }\n', `<DataTable data="${data}" title="A" source="wire" />`);

type Bad = [what: string, files: Record<string, Contents>, ...says: (string | RegExp)[]];

/** A story that shows a file beside it. @param contents of that file; nothing where it is not beside it. */
function beside(what: string, name: string, contents: Contents | undefined, says: string): Bad[] {
  const isData = name.endsWith('.csv');
  const text = isData ? table(name) : story('', `![A](${name})`);
  const files = {
    'explainers/two/index.mdx': text,
    ...(contents !== undefined && { [`explainers/two/${name}`]: contents }),
  };
  const isLink = typeof contents === 'object' && 'link' in contents;
  return [
    [
      what,
      files,
      ...(isLink ? [`explainers/two/${name}${first}Unexpected link that leads`] : []),
      `explainers/two/index.mdx:${isData ? '10:12' : '8:1'}  error  ${says}`,
    ],
  ];
}

/** What is wrong, the files, and what is told: each line by how it begins. */
const bad: Bad[] = [
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
    '3,000 times emphasis in itself',
    { 'explainers/two.mdx': story('', `${'*a _b '.repeat(1500)}x${' c_ d*'.repeat(1500)}`) },
    /two\.mdx:8:\d+ {2}error {2}Unexpected nesting of more than 100 levels/,
  ],
  [
    '5,000 lists in YAML',
    { 'outlets/b.yaml': `name: ${'['.repeat(5000)}${']'.repeat(5000)}\n` },
    /b\.yaml:1:\d+ {2}error {2}Unexpected nesting of more than 100 levels/,
  ],
  [
    '400 groups in YAML',
    { 'outlets/b.yaml': Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n') },
    'outlets/b.yaml:102:102  error  Unexpected nesting of more than 100 levels',
  ],
  [
    '5,000 lists in frontmatter',
    { 'explainers/two.mdx': story(`topics: ${'['.repeat(5000)}\n`) },
    /two\.mdx:6:\d+ {2}error {2}Unexpected nesting of more than 100 levels/,
  ],

  // Beside a story.
  ...beside(
    'a picture that leads outside',
    '../../../outside/a.svg',
    undefined,
    'Unexpected picture “../../../outside/a.svg”, which leads out of the newsroom’s folder: expected a file beside the story.  [file-inside]',
  ),
  ...beside(
    'a picture that is a link outside',
    'a.svg',
    { link: '../../../outside/a.svg' },
    'Unexpected picture “a.svg”, which leads out of the newsroom’s folder',
  ),
  ...beside(
    'a picture that is a folder',
    'a.png',
    { folder: true },
    'Unexpected picture “a.png”, which is a folder: expected a file beside the story.  [file-readable]',
  ),
  ...beside(
    'a picture that is a link to itself',
    'a.png',
    { link: 'a.png' },
    'Unexpected picture “a.png”, which cannot be read',
  ),
  ...beside('a picture with a hash in its name', 'a%23b.png', undefined, 'Unknown picture “a%23b.png”'),
  ...beside(
    'an empty picture',
    'a.png',
    '',
    'Unexpected empty file “a.png”: expected a picture in PNG, JPEG, WebP, AVIF, GIF or SVG.  [picture-valid]',
  ),
  ...beside(
    'half a PNG',
    'a.png',
    png.subarray(0, png.length / 2),
    'Unexpected end of what can be read in “a.png”: expected a whole picture. Save or copy it again.  [picture-valid]',
  ),
  ...beside('half a JPEG', 'a.jpg', jpeg.subarray(0, jpeg.length / 2), 'Unexpected end of what can be read in “a.jpg”'),
  ...beside('the head of a PNG', 'a.png', png.subarray(0, 40), 'Unexpected end of what can be read in “a.png”'),
  ...beside(
    'a page of the web as a picture',
    'a.jpg',
    '<!doctype html><p>Not found',
    'Unexpected file “a.jpg”, a page of the web: expected a picture',
  ),
  ...beside('a PDF as a picture', 'a.png', '%PDF-1.7', 'Unexpected file “a.png”, a PDF: expected a picture'),
  ...beside(
    'a photo of a telephone',
    'a.jpg',
    Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'),
    'Unexpected file “a.jpg”, a photo in HEIC, as telephones take it: expected a picture',
  ),
  ...beside(
    'a mark of Git LFS',
    'a.png',
    'version https://git-lfs.github.com/spec/v1\noid sha256:0\n',
    'Unexpected file “a.png”, a mark of Git LFS',
  ),
  ...beside(
    'a drawing that is called a photo',
    'a.png',
    drawing(''),
    'Unexpected “.png” at the end of “a.png”, which is a drawing: expected .svg.  [picture-valid]',
  ),
  ...beside(
    'a photo that is called a drawing',
    'a.svg',
    png,
    'Unexpected “.svg” at the end of “a.svg”, which is PNG: expected .png.',
  ),
  ...beside(
    'too many pixels',
    'a.png',
    manyPixels,
    'Unexpected 20000 × 20000 pixels in “a.png”: expected at most 100 million.  [picture-valid]',
  ),
  [
    'a JPEG that is called PNG',
    { 'explainers/two/index.mdx': story('', '![A](a.png)'), 'explainers/two/a.png': jpeg },
    'explainers/two/index.mdx:8:1  warning  Unexpected “.png” at the end of “a.png”, which is JPEG: expected .jpg.',
  ],
  ...beside(
    'a drawing that is not whole',
    'a.svg',
    '<svg xmlns="http://www.w3.org/2000/svg">\n<g>',
    'Unexpected signs in a.svg:2:',
  ),
  ...beside(
    'a script in a drawing',
    'a.svg',
    drawing('<script>alert(1)</script>'),
    'Unexpected <script> in a.svg:2:1: expected shapes and text only.  [picture-safe]',
  ),
  ...beside(
    'data that are a link outside',
    'a.csv',
    { link: '../../../outside/data.csv' },
    'Unexpected “a.csv”, which leads out of the newsroom’s folder: expected a file beside the story.  [file-inside]',
  ),
  ...beside(
    'data that are a folder',
    'a.csv',
    { folder: true },
    'Unexpected “a.csv”, which is a folder: expected a file beside the story.  [file-readable]',
  ),
  ...beside(
    'data with a control character',
    'a.csv',
    'a,b\n1,\u00072\n',
    'Unexpected control character U+0007 in line 2 of a.csv: expected only text.  [text-signs]',
  ),
  ...beside(
    'data in UTF-16',
    'a.csv',
    Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le'),
    'Unexpected sign that is not in UTF-8 in line 1 of a.csv: expected a file that is saved as “CSV UTF-8”.',
  ),
  [
    'data with dots in their address',
    { 'explainers/two.mdx': table('../../outside/data.csv') },
    'explainers/two.mdx:10:12  error  Unexpected “../../outside/data.csv” for “data” on <DataTable>',
  ],
];

describe('what cannot be read, or is read by nobody, is told with its file', () => {
  test.each(bad)('%s', async (_, files, ...says) => {
    const expected = says.map((text): unknown =>
      typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text),
    );
    expect(await inBuild(siteWith(files))).toEqual(expected);
  });

  test('`check` tells the same as a build, of all at once', async () => {
    const apart = (name: string, row: number) => name.replace(/(explainers\/two|outlets\/b)\b/, `$1-${row}`);
    const all = bad.flatMap(([, files], row) =>
      Object.entries(files).map(([name, contents]) => [apart(name, row), contents] as const),
    );
    const root = siteWith(Object.fromEntries(all));
    const build = await inBuild(root);
    expect(build.length).toBeGreaterThan(40);
    expect(await inCheck(root)).toEqual(build);
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
      'explainers/one/index.mdx': table('rows.csv'),
      'explainers/one/rows.csv': 'a,b\n1,2\n',
    },
  ],

  [
    'pictures of every kind',
    {
      'explainers/two/index.mdx': story(
        '',
        '![A](a.png)\n\n![A](b.jpg)\n\n![A](c.webp)\n\n![A](d.svg)\n\n![A](../shared/e.png)',
      ),
      'explainers/two/a.png': png,
      'explainers/two/b.jpg': jpeg,
      'explainers/two/c.webp': await sharp(png).webp().toBuffer(),
      'explainers/two/d.svg': drawing('<path d="M0 0h9"/>'),
      'explainers/shared/e.png': png,
    },
  ],
  [
    'a backslash that is none',
    { 'outlets/b.yaml': 'name: C:\\alpha\nkind: agency\n', 'outlets/c.yaml': 'name: "C:\\\\alpha"\nkind: agency\n' },
  ],
];

describe('what is in order passes', () => {
  test.each(good)('%s', async (_, files) => {
    const root = siteWith(files);
    const known = (messages: string[]) =>
      messages.filter((message) => /\[(?:file|text|picture)-|\[id-once|\[address-free/.test(message));
    expect(known(await inBuild(root))).toEqual([]);
  });

  test('a newsroom whose folder is a link', async () => {
    const root = siteWith({});
    const link = mkdtempSync(join(tmpdir(), 'nutgraf-gate-'));
    onTestFinished(() => rmSync(link, { recursive: true }));
    symlinkSync(join(root, 'content'), join(link, 'content'));
    expect(await inBuild(link)).toEqual([]);
  });
});

const outside = 'only what is in the file itself, such as “#shape”';

describe('a drawing', () => {
  test.each([
    ['<SCRIPT>alert(1)</SCRIPT>', '<SCRIPT>'],
    ['<script href="a.js"/>', '<script>'],
    ['<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>', '<s:script>'],
    ['<h:p xmlns:h="http://www.w3.org/1999/xhtml">a</h:p>', 'elements of another language'],
    ['<g onclick="x()"/>', '“onclick”, which runs code'],
    ['<g OnLoad="x()"/>', '“OnLoad”, which runs code'],
    ['<foreignObject><b/></foreignObject>', '<foreignObject>'],
    ['<handler>alert(1)</handler>', '<handler>'],
    ['<a href="javascript:alert(1)"/>', 'address “javascript:alert(1)”'],
    ['<a xlink:href=" java&#10;script:alert(1)"/>', 'address “ java\nscript:alert(1)”'],
    ['<a href="https://a.example/"/>', 'address “https://a.example/”'],
    ['<use href="https://a.example/a.svg#x"/>', 'address “https://a.example/a.svg#x”'],
    ['<use href="data:image/svg+xml;base64,AAAA#x"/>', 'address “data:image/svg+xml;base64,AAAA#x”'],
    ['<image href="//a.example/a.png"/>', 'address “//a.example/a.png”'],
    ['<image href="a.png"/>', 'address “a.png”'],
    ['<feImage xlink:href="https://a.example/a.png"/>', 'address “https://a.example/a.png”'],
    ['<g xml:base="https://a.example/"/>', 'address “https://a.example/”'],
    ['<style>@import "a.css";</style>', 'address “@import”'],
    ['<style><![CDATA[@imp/**/ort "a.css";]]></style>', 'address “@import”'],
    ['<style>.a{fill:\\75rl(https://a.example/a)}</style>', 'address “https://a.example/a”'],
    ['<g style="fill:url(\'https://a.example/a\')"/>', 'address “https://a.example/a”'],
    ['<g fill="url(https://a.example/#a)"/>', 'address “https://a.example/#a”'],
    ['<animate attributeName="href" to="#a"/>', 'animation of “href”'],
    ['<set attributeName="onmouseover" to="alert(1)"/>', 'animation of “onmouseover”'],
    ['<animate attributeName="x" values="javascript:alert(1);0"/>', 'address “javascript:alert(1);0”'],
  ])('with %s is refused', async (inside, found) => {
    const [fault] = await decodePicture(Buffer.from(drawing(inside)), 'a.svg');
    expect(fault?.rule).toBe('picture-safe');
    expect(fault?.reason.replaceAll('\n', ' ')).toContain(`Unexpected ${found.replaceAll('\n', ' ')} in a.svg:2:`);
  });

  test.each([
    [
      '<!DOCTYPE svg [<!ENTITY a "<script>alert(1)</script>">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
      'definitions of entities',
    ],
    [
      '<?xml-stylesheet href="a.xsl" type="text/xsl"?><svg xmlns="http://www.w3.org/2000/svg"/>',
      `style sheet of another file in a.svg:1:1: expected ${outside}`,
    ],
  ])('%s is refused', async (svg, found) =>
    expect((await decodePicture(Buffer.from(svg), 'a.svg'))[0]?.reason).toContain(`Unexpected ${found}`),
  );

  test.each([
    [
      '<path id="a" d="M0 0"/><use xlink:href="#a" fill="url(#b)" style="filter:url(&quot;#c&quot;)"/><text>on load</text>',
    ],
    ['<style>.a{fill:url(#b)} @font-face{font-family:A;src:url(data:font/woff2;base64,AAAA)}</style>'],
    ['<image href="data:image/png;base64,AAAA"/><animate attributeName="x" from="0" to="9"/>'],
    [
      '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:li r:resource="http://purl.org/dc/dcmitype/StillImage"/></r:RDF></metadata>',
    ],
  ])('with %s passes', async (inside) => {
    const head =
      '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n';
    expect(await decodePicture(Buffer.from(head + drawing(inside)), 'a.svg')).toEqual([]);
  });
});

test('a picture that did not change is not read again, by another run neither; a broken list of them is an empty one', async () => {
  const root = siteWith({ 'a.png': png.subarray(0, 40) });
  const [picture, file] = [join(root, 'content/a.png'), join(root, 'kept.json')];
  const look = async (version: string) => {
    const desk = new Pictures(file, version);
    await desk.look([picture]);
    return desk.faultsOf(picture);
  };
  const found = await look('1');
  expect(found).toMatchObject([{ rule: 'picture-valid' }]);
  writeFileSync(file, readFileSync(file, 'utf8').replace('picture-valid', 'picture-safe'));
  expect(await look('1')).toMatchObject([{ rule: 'picture-safe' }]);
  expect(await look('2')).toEqual(found);
  writeFileSync(file, '{');
  expect(await look('2')).toEqual(found);
  writeFileSync(picture, png);
  expect(await look('2')).toEqual([]);
});
