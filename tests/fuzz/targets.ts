import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Root } from 'hast';
import JSZip from 'jszip';
import { fromXml } from 'xast-util-from-xml';
import { readCopy } from '../../src/commands/verify/copy.ts';
import type { CopyFormat } from '../../src/commands/verify/copy.ts';
import { judge } from '../../src/commands/verify/compare.ts';
import { comparedWords } from '../../src/commands/verify/words.ts';
import { docx } from '../../src/commands/import/forms/docx.ts';
import { feed } from '../../src/commands/import/forms/feed.ts';
import { html } from '../../src/commands/import/forms/html.ts';
import { json } from '../../src/commands/import/forms/json.ts';
import { Kit } from '../../src/commands/import/recognised/kit.ts';
import type { Form } from '../../src/commands/import/manuscript.ts';
import { markdown } from '../../src/commands/import/forms/markdown.ts';
import { registriesIn } from '../../src/commands/import/recognised/registries.ts';
import { Registry } from '../../src/commands/import/recognised/registry.ts';
import { plainText } from '../../src/commands/import/forms/text.ts';
import { soundDraft } from '../../src/commands/import/sound.ts';
import { applyRules } from '../../src/desk/desk.ts';
import { proseOf } from '../../src/desk/prose.ts';
import { isError } from '../../src/document/message.ts';
import type { Message } from '../../src/document/message.ts';
import { readRecord } from '../../src/document/read.ts';
import type { StoryReading } from '../../src/document/read.ts';
import { chainMessages, recordsIn } from '../../src/newsroom/chain.ts';
import { Newsroom } from '../../src/newsroom/newsroom.ts';
import { readAll } from '../../src/newsroom/stories.ts';
import { optionsSchema } from '../../src/options.ts';
import { print as printHtml } from '../../src/outputs/printers/kit-html.ts';
import { print as printMarkdown } from '../../src/outputs/printers/kit-markdown.ts';
import { print as printText } from '../../src/outputs/printers/kit-text.ts';
import { toAtom } from '../../src/renderings/atom.ts';
import { belowHeadline, copyOf, withPictures } from '../../src/renderings/copy.ts';
import type { Copy } from '../../src/renderings/copy.ts';
import type { Feed } from '../../src/renderings/feed.ts';
import { toHtml } from '../../src/renderings/html.ts';
import { toJsonFeed } from '../../src/renderings/json-feed.ts';
import { recordOf } from '../../src/renderings/kit.ts';
import { toPlain } from '../../src/renderings/plain.ts';
import type { PlainForm } from '../../src/renderings/plain.ts';
import { toRss } from '../../src/renderings/rss.ts';
import { toText } from '../../src/renderings/text.ts';
import { recordSchemas, schemas } from '../../src/schema/index.ts';
import type { AddressStyle } from '../../src/stories/address.ts';
import { LEDGER } from '../../src/stories/ledger.ts';
import { storyOf } from '../../src/stories/story.ts';
import type { Story } from '../../src/stories/story.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { componentNames, contracts, exampleRegistries, load } from '../support/newsroom.ts';
import * as manuscripts from '../support/manuscripts.ts';
import type { Case } from './cases.ts';
import { records, root, stories, textsIn } from './texts.ts';

/** What is tried with cases by chance. */
export interface Target {
  name: string;
  /** The texts that cases are made of. */
  texts: readonly string[];
  /** @returns what is wrong; nothing where it holds. A throw is a fault as well. */
  try(one: Case): Promise<string | undefined> | string | undefined;
}

const options = optionsSchema.parse({
  name: 'The Example',
  content: './content',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
});
const address: AddressStyle = {
  site: 'https://news.example',
  base: '/',
  trailingSlash: 'ignore',
  format: 'directory',
  prefix: '/',
  permalink: '/:slug/',
};
const newsroom = new Newsroom({ root, options, contracts });
readAll(newsroom);

/** The demonstration’s registries with those of the examples. */
const registries = Object.fromEntries(
  Object.entries(newsroom.registries()).map(([name, entries]) => [
    name,
    new Map([...(entries as Map<string, unknown>), ...((exampleRegistries as never)[name] ?? [])]),
  ]),
) as unknown as ReturnType<Newsroom['registries']>;

const plains = Object.fromEntries(
  await Promise.all(componentNames.map(async (name) => [name, await load<PlainForm>(name, 'plain.ts')] as const)),
);

/** Beside the demonstration’s leap second, so that data files and pictures are there. */
const path = `${root}content/explainers/leap-second/index.mdx`;

const look = (text: string) => newsroom.look({ collection: 'explainers', path }, text);

/** Messages that nobody could act on. */
function badMessage(messages: readonly Message[], text: string): string | undefined {
  const lines = text.split(/\r\n|\r|\n/).length;
  for (const { reason, line = 0, column = 0 } of messages) {
    if (!reason || /\bat \S+ \(|node_modules|undefined|\[object/.test(reason))
      return `a message in no words: ${reason}`;
    if (line < 1 || line > lines + 1 || column < 1)
      return `a message at ${line}:${column} of ${lines} lines: ${reason}`;
  }
  return undefined;
}

/** What was read, as a story with its plain form; nothing where a build would stop. */
function storyIn(reading: StoryReading): { story: Story; plain: Root } | undefined {
  const { data, facts, tree, references, messages } = reading;
  if (messages.some(isError) || !tree || !facts || facts.kind !== 'document') return undefined;
  const known = { ...registries, notes: new Map(), explainers: new Map() } as Record<
    string,
    ReadonlyMap<string, unknown>
  >;
  const sources = Object.keys((data as { sources?: object }).sources ?? {});
  if (references.some(({ to, id }) => (to === 'sources' ? !sources.includes(id) : !known[to]?.has(id))))
    return undefined;
  const record = { ...schemas.explainers.parse(data), document: { ...facts, digest: '' } };
  const story = storyOf('fuzzed', record, registries, options);
  const context = { story, strings: stringsFor(story.lang), timeZone: 'UTC', notes: {} };
  return { story, plain: toPlain(tree, plains, context) };
}

/** Where words may be left out: notes of a writer to writers. */
const withoutComments = (text: string) => text.replace(/\{\s*\/\*[\s\S]*?\*\/\s*\}/g, '').replace(/^\s*#.*$/gm, '');

/** Marks that are neither in what was read nor in a message. */
const lost = ({ text, marks }: Case, found: string): string[] => {
  const kept = withoutComments(text);
  return marks.filter((mark) => kept.includes(mark) && !found.includes(mark));
};

const reader: Target = {
  name: 'reader',
  texts: stories,
  try: (one) => {
    const reading = look(one.text);
    const bad = badMessage(reading.messages, one.text);
    if (bad) return bad;
    if (reading.messages.some(isError)) return undefined;
    const made = storyIn(reading);
    const inText = made ? toText(made.plain) : '';
    // What is no text is an id or an address: in the tree, or above the story.
    const found =
      JSON.stringify([reading.data, reading.messages.map(({ reason }) => reason), reading.tree ?? one.text]) + inText;
    const words = lost(one, found);
    return words.length ? `lost: ${words.join(' ')}` : undefined;
  },
};

const checker: Target = {
  name: 'checker',
  texts: stories,
  try: (one) => {
    const reading = look(one.text);
    const data = schemas.explainers.safeParse(reading.data).data;
    const prose = data && proseOf(reading, data, { registries, lang: 'en', today: '2026-11-23' });
    return prose && badMessage(applyRules(prose), one.text);
  },
};

const registry: Target = {
  name: 'registries',
  texts: records,
  try: (one) => {
    for (const schema of Object.values(recordSchemas)) {
      const { data, messages } = readRecord(one.text, schema);
      const bad = badMessage(messages, one.text);
      if (bad) return bad;
      const words = messages.some(isError)
        ? []
        : lost(one, JSON.stringify([data, messages.map(({ reason }) => reason)]));
      if (words.length) return `lost: ${words.join(' ')}`;
    }
    return undefined;
  },
};

const copyIn = ({ story, plain }: { story: Story; plain: Root }): Copy =>
  withPictures(copyOf(story, plain, [], options, address), {});

const feeds: Target = {
  name: 'feeds',
  texts: stories,
  try: (one) => {
    const made = storyIn(look(one.text));
    if (!made) return undefined;
    const { headline, description, lang, authors, topics } = made.story;
    const item: Feed['items'][number] = {
      url: 'https://news.example/fuzzed/',
      title: headline,
      summary: description,
      html: toHtml(belowHeadline(copyIn(made))),
      lang,
      authors,
      topics,
      published: new Date(0),
      updated: new Date(0),
    };
    const whole: Feed = {
      title: headline,
      description,
      lang,
      publisher: 'The Example',
      home: 'https://news.example/',
      self: 'https://news.example/rss.xml',
      style: '/feed.css',
      items: [item],
    };
    const [rss, atom, data] = [toRss(whole), toAtom(whole), toJsonFeed(whole)];
    fromXml(rss);
    fromXml(atom);
    JSON.parse(data);
    const inText = toText(made.plain);
    const words = one.marks.filter(
      (mark) => inText.includes(mark) && ![rss, atom, data].every((text) => text.includes(mark)),
    );
    return words.length ? `lost in a feed: ${words.join(' ')}` : undefined;
  },
};

const kits = stories.flatMap((text) => {
  const made = storyIn(look(text));
  return made ? [copyIn(made)] : [];
});
const [firstKit] = kits.toSorted((a, b) => JSON.stringify(b.body).length - JSON.stringify(a.body).length);
const kitRecord = recordOf(firstKit!, options, address);

/** Copies of one story, by a first line that says their form. */
const verifier: Target = {
  name: 'verifier',
  texts: (
    [
      ['html', printHtml],
      ['markdown', printMarkdown],
      ['text', printText],
    ] as const
  ).map(([format, print]) => `${format}\n${print(firstKit!, options, address)}`),
  try: ({ text }) => {
    const [, format = 'html', contents = ''] = /^(html|markdown|text)\n([\s\S]*)$/.exec(text) ?? ['', 'html', text];
    const copy = readCopy(contents, format as CopyFormat);
    const { verdict, findings: messages } = judge(copy, kitRecord);
    const bad = messages.find(({ reason }) => !reason || /\bat \S+ \(|undefined|\[object/.test(reason));
    if (bad) return `a message in no words: ${bad.reason}`;
    if (verdict !== 'faithful') return undefined;
    const there = new Set(copy.words.map(({ is }) => is));
    const words = comparedWords(kitRecord.text).filter((word) => !there.has(word));
    return words.length ? `not told: ${words.join(' ')} is missing` : undefined;
  },
};

const ledgerFolder = mkdtempSync(join(tmpdir(), 'nutgraf-fuzz-'));
process.once('exit', () => rmSync(ledgerFolder, { recursive: true, force: true }));
cpSync(join(root, 'content', LEDGER), join(ledgerFolder, LEDGER), { recursive: true });
const recorded = new Map(
  globSync('**/*.json', { cwd: join(ledgerFolder, LEDGER) })
    .sort()
    .map((file) => [file, readFileSync(join(ledgerFolder, LEDGER, file), 'utf8')]),
);

/** What was recorded, by a first line that says in which file. */
const ledger: Target = {
  name: 'ledger',
  texts: [...recorded].map(([file, text]) => `${file}\n${text}`),
  try: ({ text }) => {
    const [, file = '', contents = ''] = /^(\S+)\n([^]*)$/.exec(text) ?? [];
    const former = recorded.get(file);
    if (former === undefined) return undefined;
    const path = join(ledgerFolder, LEDGER, file);
    writeFileSync(path, contents);
    const messages = chainMessages(recordsIn(join(ledgerFolder, LEDGER)), ledgerFolder, LEDGER);
    writeFileSync(path, former);
    const bad = messages.find(
      ({ reason, line }) => !reason || (line ?? 1) < 1 || /\bat \S+ \(|undefined|\[object/.test(reason),
    );
    if (bad) return `a message in no words: ${bad.reason}`;
    return messages.length || saysTheSame(former, contents) ? undefined : 'a change that is not told';
  },
};

function saysTheSame(one: string, other: string): boolean {
  try {
    return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other));
  } catch {
    return false;
  }
}

/** What imports look in; each copies it. */
const open = registriesIn(newsroom);

/** A form of import, with texts that it reads. */
function importer(
  name: string,
  form: Form,
  texts: readonly string[],
  pack?: (text: string) => Promise<Uint8Array>,
): Target {
  const frame = () => ({
    registry: new Registry(open, []),
    kit: new Kit(contracts),
    lang: 'en',
    author: 'world-desk',
    today: '2026-11-23',
    path: `${root}imported.${name}`,
    id: name,
    newsroom,
  });
  return {
    name: `import of ${name}`,
    texts,
    try: async ({ text }) => {
      const bytes = pack ? await pack(text) : Buffer.from(text);
      const taken = async <Made>(make: () => Made | Promise<Made>): Promise<Made | undefined> => {
        try {
          return await make();
        } catch (error) {
          // A sentence of ours, or a library’s: neither is a crash, unless it is a mistake in code.
          if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) throw error;
          return undefined;
        }
      };
      const batch = await taken(() => form(bytes, `text.${name}`, 'id'));
      for (const item of batch?.items ?? []) {
        const manuscript = await taken(() => item.read());
        if (!manuscript) continue;
        const given = frame();
        const made = await taken(() => soundDraft(manuscript, given, 'bold lines', given.newsroom));
        if (!made) continue;
        const told = made.draft.todo.join('\n');
        const words = made.missing.slice(0, 30).filter((word) => !told.includes(word));
        if (words.length) return `lost: ${words.join(' ')}`;
      }
      return undefined;
    },
  };
}

const { told } = manuscripts;

async function importers(): Promise<Target[]> {
  const words = await Promise.all(told.map(async (one) => Buffer.from(await manuscripts.word(one))));
  const zips = await Promise.all(words.map((bytes) => JSZip.loadAsync(bytes)));
  const documents = await Promise.all(zips.map((zip) => zip.file('word/document.xml')!.async('string')));
  const packed = async (text: string) => {
    const zip = await JSZip.loadAsync(words[0]!);
    zip.file('word/document.xml', text);
    return zip.generateAsync({ type: 'uint8array', compression: 'STORE' });
  };
  const jsonFeed = told.map((one) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'T',
      items: [{ id: '1', title: one.headline, content_html: manuscripts.page(one) }],
    }),
  );
  return [
    importer('txt', plainText, told.map(manuscripts.plainText)),
    importer('md', markdown, told.map(manuscripts.markdown)),
    importer('html', html, [...told.map(manuscripts.page), ...told.map(manuscripts.googleDocument)]),
    importer('xml', feed, [
      ...told.map(manuscripts.rss),
      ...told.map(manuscripts.atom),
      ...told.map(manuscripts.wordpress),
    ]),
    importer('json', json, jsonFeed),
    importer('docx', docx, documents, packed),
  ];
}

/** All targets. @param corpora a folder of real texts, to be taken in place of ours where it has some of a form. */
export async function targetsOf(corpora?: string): Promise<Target[]> {
  const all = [reader, checker, registry, feeds, verifier, ledger, ...(await importers())];
  const endings: Record<string, RegExp> = {
    'import of html': /\.html?$/,
    'import of md': /\.(md|markdown)$/,
    'import of txt': /\.txt$/,
    'import of xml': /\.(xml|rss|atom)$/,
    reader: /\.mdx$/,
  };
  return all.map((target) => {
    const ending = endings[target.name];
    const given = corpora && ending ? textsIn(corpora, ending) : [];
    return given.length ? { ...target, texts: given } : target;
  });
}
