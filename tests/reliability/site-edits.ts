import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** What became of a number of edits. */
export interface Edits {
  edits: number;
  /** Edits that stopped the incremental build and the cold one: a mistake is one in both. */
  stopped: number;
  /** What differed, a sentence for each edit. */
  different: string[];
  /** Files that were neither drawn nor printed again, and how many there were, over all builds. */
  reused: number;
  files: number;
}

type Files = Map<string, string | Buffer>;

/** One edit: changes the files of a site, and says what it did. */
type Edit = (files: Files, random: Random) => string | undefined;

/**
 * Makes random edits to two sites: one is built again each time, the other without any cache.
 *
 * @param seed the same seed makes the same edits.
 */
export async function editSite(count: number, seed: number, tell: (line: string) => void): Promise<Edits> {
  const random = new Random(seed);
  const files = firstFiles();
  const [warm, cold] = [makeSite(Object.fromEntries(files)), makeSite(Object.fromEntries(files))];
  const result: Edits = { edits: 0, stopped: 0, different: [], reused: 0, files: 0 };
  try {
    const first = await warm.build();
    if (first.code) throw new Error(`The site does not build.\n${first.output}`);
    while (result.edits < count) {
      const before = new Map(files);
      const [name, edit] = random.one(Object.entries(edits));
      const what = edit(files, random);
      if (!what) continue;
      result.edits += 1;
      for (const site of [warm, cold]) write(site, before, files);
      for (const made of ['dist', 'node_modules', '.astro']) {
        rmSync(join(cold.root, made), { recursive: true, force: true });
      }
      const [again, anew] = [await warm.build(), await cold.build()];
      const line = `${result.edits}. ${name}: ${what}`;
      if (again.code || anew.code) {
        result.stopped += 1;
        if (!again.code || !anew.code)
          result.different.push(`${line}: only one build stopped.\n${again.output}${anew.output}`);
        tell(`${line} (stops a build)`);
        // A site with a mistake is mended at once.
        for (const site of [warm, cold]) write(site, files, before);
        files.clear();
        for (const [path, contents] of before) files.set(path, contents);
        continue;
      }
      const differing = differences(join(warm.root, 'dist'), join(cold.root, 'dist'));
      if (differing.length) result.different.push(`${line}: ${differing.join(', ')}`);
      const [, drawn = 0, printed = 0, reused = 0] = (
        /(\d+) pages drawn, (\d+) copies printed, (\d+) files left/.exec(again.output) ?? []
      ).map(Number);
      result.reused += reused;
      result.files += drawn + printed + reused;
      tell(
        `${line} (${drawn} drawn, ${printed} printed, ${reused} reused)${differing.length ? ` DIFFERS: ${differing.join(', ')}` : ''}`,
      );
    }
  } finally {
    warm.dispose();
    cold.dispose();
  }
  return result;
}

function write(site: Site, before: Files, after: Files): void {
  for (const path of before.keys()) if (!after.has(path)) site.remove(path);
  for (const [path, contents] of after) if (before.get(path) !== contents) site.write(path, contents);
}

/** The files that are not the same in two folders. */
function differences(one: string, other: string): string[] {
  const [a, b] = [digestsIn(one), digestsIn(other)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((file) => a.get(file) !== b.get(file)).sort();
}

const digestsIn = (folder: string): Map<string, string> =>
  new Map(
    (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );

/** mulberry32: the same numbers from the same seed, everywhere. */
class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number below a limit. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  one<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }

  words(): string {
    return Array.from({ length: 6 }, () =>
      this.one(['mayor', 'bridge', 'river', 'council', 'vote', 'toll', 'barge']),
    ).join(' ');
  }
}

const storyPath = (id: string) => `content/explainers/${id}/index.mdx`;

const story = (words: string, more = '') => `${frontmatter(`sources:
  wire: { outlet: reuters, title: A report }
  record: { outlet: gazette, title: A record }
${more}`)}
${words} says <Source id="wire" />, and <Source id="record" /> says less.

<KeyPoints>
- ${words}.
</KeyPoints>

<Officials title="What officials say">
<Statement by="jane-doe" source="wire">“${words}.”</Statement>
</Officials>
`;

function firstFiles(): Files {
  const files: Files = new Map();
  const set = (path: string, contents: string | Buffer) => files.set(path, contents);
  set('content/outlets/gazette.yaml', 'name: The Gazette\nkind: newspaper\n');
  set('content/outlets/reuters.yaml', 'name: Reuters\nkind: agency\n');
  set('content/people/jane-doe.yaml', 'name: Jane Doe\nroles:\n  - { title: Mayor, from: 2020-01-01 }\n');
  set('content/authors/desk.yaml', 'name: The Desk\ndesk: true\n');
  set('content/topics/cities.yaml', 'name: Cities\n');
  set('content/topics/rivers.yaml', 'name: Rivers\n');
  set('content/terms/toll.yaml', 'name: Toll\ndefinition: A charge for the use of a road or a bridge.\n');
  set('content/notes/locks.mdx', '---\ntitle: Locks\npublished: 2026-01-01\n---\n\nA lock lifts a barge.\n');
  set(
    'content/policies/corrections.mdx',
    '---\ntitle: Corrections\ndescription: How we correct.\npublished: 2026-01-01\n---\n\nAt once.\n',
  );
  for (const [index, id] of ['one', 'two', 'three', 'four'].entries()) set(storyPath(id), story(`Story ${index}`));
  set(
    storyPath('noted'),
    story('A note stands here') + '\n<Background use="locks" />\n\nA <Term id="toll">toll</Term> is paid.\n',
  );
  set(storyPath('pictured'), `${story('A picture stands here')}\n![A bridge](./bridge.png)\n`);
  set('content/explainers/pictured/bridge.png', pictures[0]!);
  set(
    storyPath('charted'),
    `${story('A table stands here')}\n<DataTable data="tolls.csv" source="record" title="Tolls" />\n`,
  );
  set('content/explainers/charted/tolls.csv', 'year,toll\n2024,3\n2025,4\n');
  set(
    'content/explainers/coded/index.mdx',
    `${story('Code runs here')}\nexport const sum = 1 + 1;\n\nThe sum is {sum}.\n`,
  );
  set('public/hello.txt', 'Hello');
  set('astro.config.mjs', config("name: 'The Example'"));
  return files;
}

const config = (options: string) => `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://news.example',
  integrations: [nutgraf({ programs: true, ${options} })],
});
`;

/** Pictures that are here anyhow. */
const pictures = ['content/explainers/leap-second/clock.png', 'public/card.png'].map((path) =>
  readFileSync(new URL(`../../${path}`, import.meta.url)),
);

const storiesIn = (files: Files) => [...files.keys()].filter((path) => /^content\/explainers\/.*\.mdx$/.test(path));

/** Changes the text of a file. @returns what it says of itself; nothing where there is no such text. */
function change(files: Files, path: string | undefined, edit: (text: string) => string): string | undefined {
  const text = path === undefined ? undefined : files.get(path);
  if (path === undefined || typeof text !== 'string') return undefined;
  const edited = edit(text);
  if (edited === text) return undefined;
  files.set(path, edited);
  return path;
}

const edits: Record<string, Edit> = {
  'a new paragraph': (files, random) =>
    change(files, random.one(storiesIn(files)), (text) => `${text}\nThe ${random.words()}.\n`),
  'a new headline': (files, random) =>
    change(files, random.one(storiesIn(files)), (text) =>
      text.replace(/headline: .*/, `headline: The ${random.words()}`),
    ),
  'another day': (files, random) =>
    change(files, random.one(storiesIn(files)), (text) =>
      text.replace(/published: .*/, `published: 2026-0${1 + random.below(9)}-1${random.below(9)}`),
    ),
  'another topic': (files, random) =>
    change(files, random.one(storiesIn(files)), (text) =>
      text.replace(/topics: .*/, `topics: [${random.one(['cities', 'rivers', 'cities, rivers'])}]`),
    ),
  'a correction': (files, random) =>
    change(files, random.one(storiesIn(files)), (text) =>
      text.includes('corrections:')
        ? text
        : text.replace(
            'sources:',
            `corrections:\n  - { date: 2026-10-01, kind: clarification, note: The ${random.words()}. }\nsources:`,
          ),
    ),
  'a draft, or none': (files, random) =>
    change(files, random.one(storiesIn(files)), (text) =>
      text.includes('draft: true\n')
        ? text.replace('draft: true\n', '')
        : text.replace('sources:', 'draft: true\nsources:'),
    ),
  'a new story': (files, random) => {
    const path = storyPath(`new-${random.below(1000)}`);
    if (files.has(path)) return undefined;
    files.set(path, story(`The ${random.words()}`));
    return path;
  },
  'a story goes': (files, random) => {
    const path = random.one(storiesIn(files));
    if (storiesIn(files).length < 5) return undefined;
    for (const file of files.keys()) if (file.startsWith(path.replace('index.mdx', ''))) files.delete(file);
    return path;
  },
  'a story is renamed': (files, random) => {
    const path = random.one(storiesIn(files));
    const [from, to] = [path.replace('index.mdx', ''), `content/explainers/renamed-${random.below(1000)}/`];
    for (const [file, contents] of [...files]) {
      if (!file.startsWith(from)) continue;
      files.delete(file);
      files.set(file.replace(from, to), contents);
    }
    return `${from} to ${to}`;
  },
  'an outlet’s name': (files, random) =>
    change(files, random.one(['content/outlets/gazette.yaml', 'content/outlets/reuters.yaml']), (text) =>
      text.replace(/name: .*/, `name: The ${random.words()}`),
    ),
  'a person’s role': (files, random) =>
    change(files, 'content/people/jane-doe.yaml', (text) =>
      text.replace(/title: [^,]*/, `title: ${random.one(['Mayor', 'Governor', 'Senator'])}`),
    ),
  'an author’s name': (files, random) =>
    change(files, 'content/authors/desk.yaml', (text) => text.replace(/name: .*/, `name: The ${random.words()}`)),
  'a topic’s description': (files, random) =>
    change(
      files,
      'content/topics/cities.yaml',
      (text) => `${text.split('\n')[0]}\ndescription: The ${random.words()}.\n`,
    ),
  'a note': (files, random) => change(files, 'content/notes/locks.mdx', (text) => `${text}\nThe ${random.words()}.\n`),
  'a term': (files, random) =>
    change(files, 'content/terms/toll.yaml', (text) =>
      text.replace(/definition: .*/, `definition: The ${random.words()}.`),
    ),
  'a policy': (files, random) =>
    change(files, 'content/policies/corrections.mdx', (text) => `${text}\nThe ${random.words()}.\n`),
  'a data file': (files, random) =>
    change(
      files,
      [...files.keys()].find((path) => path.endsWith('tolls.csv')),
      (text) => `${text}${2026 + random.below(90)},${random.below(9)}\n`,
    ),
  'another picture': (files, random) => {
    const path = [...files.keys()].find((file) => file.endsWith('.png'));
    if (!path) return undefined;
    files.set(path, pictures[random.below(pictures.length)]!);
    return path;
  },
  'a picture more': (files, random) =>
    change(
      files,
      [...files.keys()].find(
        (path) => path.includes('/pictured') || files.has(path.replace('index.mdx', 'bridge.png')),
      ),
      (text) => (text.includes('---') ? `${text}\n![${random.words()}](./bridge.png)\n` : text),
    ),
  settings: (files, random) =>
    change(files, 'astro.config.mjs', () =>
      config(
        `name: 'The Example', ${random.one(["tagline: 'We explain.'", 'share: true', 'search: false', "licence: { name: 'MIT', url: 'https://opensource.org/license/mit', republish: true }", 'guide: false', ''])}`,
      ),
    ),
  'a component of its own': (files, random) => {
    const folder = 'src/nutgraf/KeyPoints';
    files.set(`${folder}/contract.ts`, ownContract);
    files.set(`${folder}/plain.ts`, 'export default (_props, children) => children;\n');
    files.set(`${folder}/KeyPoints.astro`, `<aside data-own="${random.below(9)}"><slot /></aside>\n`);
    return folder;
  },
  'a file of the host’s in the place of a copy': (files) => {
    const path = 'public/one.md';
    if (files.has(path)) files.delete(path);
    else files.set(path, 'Our own.');
    return path;
  },
  'nothing at all': () => 'nothing',
};

const ownContract = `import { defineContract } from 'nutgraf/contract';
import { z } from 'astro/zod';
export default defineContract({
  name: 'KeyPoints', purpose: 'Points.', place: 'section', holds: 'flow', props: z.object({}), example: '<KeyPoints>\\n- A point.\\n</KeyPoints>',
});
`;
