import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { formatMessage } from '../../src/document/reporter.ts';
import { entryOf } from '../../src/newsroom/entry.ts';
import type { Entry } from '../../src/newsroom/entry.ts';
import { Newsroom } from '../../src/newsroom/newsroom.ts';
import { readAll, storiesOf } from '../../src/newsroom/stories.ts';
import { filesOf, idsIn } from '../../src/newsroom/survey.ts';
import { optionsSchema } from '../../src/options.ts';
import { schemas } from '../../src/schema/index.ts';
import type { CollectionName } from '../../src/schema/index.ts';
import { contracts } from './contracts.ts';

type Files = Record<string, string>;

const outlet = 'name: Reuters\nkind: agency\n';
const story = (more = '', words = 'Words.') =>
  `---\nheadline: A headline\ndescription: A sentence.\npublished: 2026-01-08\nauthors: [desk]\n${more}---\n\n${words}\n`;
const least: Files = { 'authors/desk.yaml': 'name: The Desk\n', 'outlets/reuters.yaml': outlet };

/** A newsroom with these files under `content/`. */
function newsroomWith(files: Files, showsHeld = false): Newsroom {
  const root = mkdtempSync(join(tmpdir(), 'nutgraf-newsroom-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(root, 'content', name)), { recursive: true });
    writeFileSync(join(root, 'content', name), contents);
  }
  return new Newsroom({ root, options: optionsSchema.parse({ name: 'The Example' }), contracts, showsHeld });
}

/** What there is to say about files that are all read from disk, without the folder. */
function messagesOf(files: Files, showsHeld = false): string[] {
  const newsroom = newsroomWith(files, showsHeld);
  readAll(newsroom);
  return told(newsroom);
}

const told = (newsroom: Newsroom) =>
  newsroom.messages().map((message) => formatMessage(message).replace(/^content\//, ''));

beforeEach(() => void vi.stubEnv('NUTGRAF_NOW', '2026-01-20'));
afterEach(() => void vi.unstubAllEnvs());

describe('files', () => {
  test('are found by their endings, in folders only where they are texts, and never hidden', () => {
    const { content } = newsroomWith({
      'explainers/b/index.mdx': '',
      'explainers/2026/a.mdx': '',
      'explainers/.draft.mdx': '',
      'explainers/.old/c.mdx': '',
      'explainers/notes.md': '',
      'outlets/z.yaml': '',
      'outlets/y.yml': '',
      'outlets/deep/x.yaml': '',
    });
    expect(filesOf('explainers', content).map(({ id, path }) => [id, path.slice(content.length + 1)])).toEqual([
      ['a', 'explainers/2026/a.mdx'],
      ['b', 'explainers/b/index.mdx'],
    ]);
    expect(idsIn('outlets', content)).toEqual(['y', 'z']);
    expect(filesOf('people', content)).toEqual([]);
  });
});

describe('messages', () => {
  test('of an orderly newsroom are none', () =>
    expect(messagesOf({ ...least, 'explainers/one.mdx': story() })).toEqual([]));

  test('are those of each file, and of files among each other', () => {
    const files = {
      ...least,
      'explainers/one.mdx': story('topics: [city]\n'),
      'explainers/two.mdx': story('translationOf: one\n', '![A](./none.png)'),
      'outlets/broken.yaml': 'name: A\nkind: papre\n',
    };
    expect(messagesOf(files)).toEqual([
      'explainers/one.mdx:6:10  error  Unknown topic “city”: expected the name of a file in topics/.  [topic-exists]',
      'explainers/two.mdx:6:16  error  Unexpected translation from “en” to “en”: expected a line such as “lang: es” in one of the two.  [translation]',
      'explainers/two.mdx:9:1  error  Unknown picture “./none.png”: expected a file beside the story.  [image-exists]',
      expect.stringContaining('outlets/broken.yaml:2:7  error  Unexpected “papre” for “kind”'),
    ]);
  });

  test('name the second file of an id, also where that is a draft', () => {
    const files = {
      ...least,
      'explainers/2025/one.mdx': story(),
      'explainers/one.mdx': story('draft: true\n'),
      'outlets/reuters.yml': outlet,
    };
    expect(messagesOf(files)).toEqual([
      'explainers/one.mdx:1:1  error  Unexpected second story “one”: expected only content/explainers/2025/one.mdx.  [id-once]',
      'outlets/reuters.yml:1:1  error  Unexpected second file “reuters”: expected only content/outlets/reuters.yaml.  [id-once]',
    ]);
  });
});

describe('a draft', () => {
  const draft = story('draft: true\nsources:\n  wire: { outlet: reuter }\n', '<Cite id="wires">wire</Cite>');

  test('is told of its mistakes by warnings, wherever they are found', () => {
    const messages = messagesOf({ ...least, 'explainers/one.mdx': draft });
    expect(messages.map((message) => /^\S+ +\w+/.exec(message)?.[0])).toEqual([
      'explainers/one.mdx:8:19  warning',
      'explainers/one.mdx:11:7  warning',
    ]);
  });

  test('needs no more than “draft: true” to be one', () => {
    expect(messagesOf({ ...least, 'explainers/one.mdx': '---\ndraft: true\n---\n' }).join('\n')).not.toContain('error');
    // Whether it is one cannot be read.
    expect(messagesOf({ ...least, 'explainers/one.mdx': '---\ndraft: [\n---\n' }).join('\n')).toContain('error');
    expect(messagesOf({ ...least, 'explainers/one.mdx': story('draft: yes\n') }).join('\n')).toContain('error');
  });

  test('is a page like any other where held stories are shown: then its mistakes are errors', () =>
    expect(messagesOf({ ...least, 'explainers/one.mdx': draft }, true).join('\n')).not.toContain('warning'));

  test('is never the reason for an error in a story that readers see', () => {
    const original = { ...least, 'explainers/one.mdx': story() };
    const files = {
      ...original,
      'explainers/a.mdx': story('lang: es\ntranslationOf: one\ndraft: true\n'),
      'explainers/b.mdx': story('lang: es\ntranslationOf: one\n'),
    };
    expect(messagesOf(files)).toEqual([
      'explainers/a.mdx:7:16  warning  Unexpected second translation to “es”: expected only content/explainers/b.mdx.  [translation]',
    ]);
  });

  test('does not take back what was published', () => {
    const files = {
      ...least,
      'explainers/one.mdx': story('draft: true\n'),
      'ledger/one/corrections.json':
        '[{ "date": "2026-01-09", "kind": "update", "severity": "minor", "note": "The talks ended." }]',
    };
    expect(messagesOf(files)).toEqual([
      'explainers/one.mdx:6:1  error  Unexpected draft: expected a story that readers see, as its update of 2026-01-09, “The talks ended.”, was published.  [correction-kept]',
    ]);
  });

  test('an embargoed story is none: its mistakes stop a build before its time', () => {
    const files = { ...least, 'explainers/one.mdx': story('topics: [x]\n').replace('2026-01-08', '2026-02-01') };
    expect(messagesOf(files).join('\n')).toContain('error');
  });
});

describe('a newsroom that is fed file by file', () => {
  const files = { ...least, 'explainers/one.mdx': story('topics: [city]\n') };

  test('says the same as one that was read at once, of what was read now and before', () => {
    const newsroom = newsroomWith(files);
    for (const collection of Object.keys(schemas) as CollectionName[]) {
      for (const file of newsroom.files(collection)) {
        const contents = readFileSync(file.path, 'utf8');
        const kept = JSON.stringify(entryOf(collection, newsroom.look(file, contents)));
        newsroom.take(file, JSON.parse(kept) as Entry);
      }
    }
    expect(told(newsroom)).toEqual(messagesOf(files));
  });

  test('knows a file that was only seen by its name, and says nothing about it', () => {
    const newsroom = newsroomWith({ ...files, 'topics/city.yaml': 'nonsense' });
    readAll(newsroom);
    const [topic] = newsroom.files('topics');
    newsroom.forget('topics', topic!.path);
    expect(told(newsroom).join('\n')).toContain('Unknown topic “city”');
    newsroom.see(topic!);
    expect(told(newsroom)).toEqual([]);
  });

  test('names the second file of an id, whichever of them was read', () => {
    const newsroom = newsroomWith({ ...least, 'explainers/one.mdx': story(), 'explainers/one/index.mdx': story() });
    const [first, second] = newsroom.files('explainers');
    newsroom.see(second!);
    newsroom.see(first!);
    expect(told(newsroom)).toEqual([]);
    newsroom.read(first!);
    expect(told(newsroom).join('\n')).toContain('explainers/one/index.mdx:1:1  error  Unexpected second story');
  });

  test('forgets a file, and tells which others have its id', () => {
    const newsroom = newsroomWith({ ...least, 'explainers/one.mdx': story(), 'explainers/x/one.mdx': story() });
    readAll(newsroom);
    const [first, second] = newsroom.files('explainers');
    expect(newsroom.isBroken('explainers', 'one')).toBe(true);
    expect(newsroom.forget('explainers', join(newsroom.content, 'explainers/none.mdx'))).toEqual([]);
    expect(newsroom.forget('explainers', first!.path)).toEqual([second]);
    expect([newsroom.isBroken('explainers', 'one'), newsroom.has('explainers', 'one')]).toEqual([false, true]);
    expect(newsroom.forget('explainers', second!.path)).toEqual([]);
    expect(newsroom.has('explainers', 'one')).toBe(false);
  });

  test('knows who refers to an entry', () => {
    const newsroom = newsroomWith(files);
    readAll(newsroom);
    expect(newsroom.usersOf('topics', 'city')).toEqual(['content/explainers/one.mdx']);
    expect(newsroom.usersOf('topics', 'town')).toEqual([]);
  });
});

test('the stories that readers see are made without Astro', () => {
  const newsroom = newsroomWith({
    ...least,
    'outlets/reuters.yaml': `${outlet}translations:\n  es: { name: Agencia Reuters }\n`,
    'explainers/one.mdx': story(
      'lang: es\nsources:\n  wire: { outlet: reuters }\n',
      'Says <Cite id="wire">wire</Cite>.',
    ),
    'explainers/two.mdx': '---\ndraft: true\n---\n',
    'explainers/three.mdx': story().replace('2026-01-08', '2026-02-01'),
  });
  const { stories, treeOf } = storiesOf(newsroom, readAll(newsroom));
  expect(stories.map(({ id, lang }) => [id, lang])).toEqual([['one', 'es']]);
  expect(stories[0]?.sources[0]?.name).toBe('Agencia Reuters');
  expect(JSON.stringify(treeOf(stories[0]!))).toContain('Says');
  expect(newsroom.held()).toEqual([{ published: '2026-02-01' }, { draft: true }]);
});
