import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  atom,
  googleDocument,
  markdown,
  page,
  plainText,
  rss,
  told,
  word,
  wordpress,
  wordsOf,
} from '../support/manuscripts.ts';
import type { Told } from '../support/manuscripts.ts';
import { makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

const forms: Record<string, { ending: string; write: (text: Told) => string | Promise<Buffer> }> = {
  text: { ending: 'txt', write: plainText },
  markdown: { ending: 'md', write: markdown },
  page: { ending: 'html', write: page },
  google: { ending: 'html', write: googleDocument },
  word: { ending: 'docx', write: word },
  rss: { ending: 'rss', write: rss },
  atom: { ending: 'atom', write: atom },
  wordpress: { ending: 'xml', write: wordpress },
};

let site: Site;
let output: string;
let code: number;
/** The story that was made of each file. */
const made = new Map<string, string>();

beforeAll(async () => {
  site = makeSite();
  mkdirSync(join(site.root, 'in'));
  const files: string[] = [];
  for (const [form, { ending, write }] of Object.entries(forms)) {
    for (const [index, text] of told.entries()) {
      files.push(`in/${form}-${index}.${ending}`);
      writeFileSync(join(site.root, files.at(-1)!), await write(text));
    }
  }
  writeFileSync(join(site.root, 'in/broken.docx'), 'no zip');
  writeFileSync(join(site.root, 'in/broken.xml'), '<rss><item></rss>');
  files.splice(7, 0, 'in/broken.docx', 'in/none.txt', 'in/broken.xml', 'in/sheet.xls');
  ({ code, output } = await site.nutgraf('import', ...files));
  for (const [, name = '', file = ''] of output.matchAll(/^\d+\/\d+ (\S+)(?:: .+)? → (\S+\.mdx)/gm))
    made.set(name, file);
});
afterAll(() => site.dispose());

const storyOf = (form: string, index: number) => site.read(made.get(`${form}-${index}.${forms[form]!.ending}`)!);

test('many files in one run: a broken one is told, and the others go on', () => {
  expect(code).toBe(1);
  expect(output).toMatch(/^8\/84 in\/broken\.docx: not taken in, /m);
  expect(output).toContain('9/84 in/none.txt: not taken in, there is no such file\n');
  expect(output).toMatch(/^11\/84 in\/sheet\.xls: not taken in, unexpected form \.xls: expected /m);
  expect(output).not.toMatch(/\bat .+\.[jt]s:\d/);
  expect(made.size).toBe(80);
  // What has to be looked at is not published by accident.
  expect(storyOf('text', 9)).toContain('\ndraft: true\n');
  expect(storyOf('text', 0)).not.toContain('draft');
});

describe.each(Object.keys(forms))('%s', (form) => {
  test.each(told.map(({ headline }, index) => [headline, index] as const))('%s: no word is lost', (_, index) => {
    const text = storyOf(form, index);
    const registries = ['outlets', 'people', 'authors'].flatMap((name) =>
      readdirSync(join(site.root, 'content', name)).map((file) =>
        readFileSync(join(site.root, 'content', name, file), 'utf8'),
      ),
    );
    // A letter that would be code is written as a number; a heading of ours is the page’s word for it.
    const given = [
      text
        .replaceAll('&#x69;', 'i')
        .replaceAll('&#x65;', 'e')
        .replace(/([a-z])([A-Z])/g, '$1 $2'),
      ...registries,
    ]
      .join(' ')
      .toLowerCase();
    const counts = Map.groupBy(given.match(/[\p{L}\p{N}]+/gu) ?? [], (one) => one);
    const ours =
      /^(what|s|why|it|we|know|don|t|key|points|timeline|questions|answers|and|background|how|reported|this|officials|are|saying|next|matters|the|post|appeared|first|on|photo|january|may|5|by)$/;
    const lost = [...Map.groupBy(wordsOf(told[index]!), (one) => one.toLowerCase())].filter(
      ([one, all]) => !ours.test(one) && (counts.get(one)?.length ?? 0) < all.length,
    );
    expect(lost.map(([one]) => one)).toEqual([]);
  });
});

test('all of them pass the check and build', async () => {
  const checked = await site.nutgraf('check');
  expect(checked.code, checked.output).toBe(0);
  for (const file of made.values()) site.write(file, site.read(file).replace('\ndraft: true\n', '\n'));
  const built = await site.build();
  expect(built.code, built.output).toBe(0);
  const hostile = [...made]
    .filter(([name]) => name.includes('-5.'))
    .map(([, file]) => site.read(file.replace('content/explainers', 'dist').replace('index.mdx', 'index.html')));
  expect(hostile).toHaveLength(8);
  for (const html of hostile) {
    expect(html).toContain('import { read } from');
    expect(html).toContain('{its author}');
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('{1 + 1}');
  }
});

describe.each(Object.keys(forms))('%s', (form) => {
  test('headline, byline and date', () => {
    const story = storyOf(form, 0);
    expect(story).toContain('headline: Riverton council votes to close the old bridge\n');
    expect(story).toMatch(/\npublished: 2026-01-06/);
    expect(story).toContain('\nauthors: [ana-lima]\n');
    expect(storyOf(form, 1)).toContain('\nauthors: [omar-haddad, ana-lima]\n');
    expect(storyOf(form, 9)).toMatch(/TODO No date was found/);
  });

  test('sections', () => {
    expect(storyOf(form, 0)).toMatch(/<WhyItMatters>\nThe bridge is the only way[\s\S]*<WhatsNext>\nThe council meets/);
    expect(storyOf(form, 1)).toMatch(
      /<KeyPoints>\n- The notice[\s\S]*<WhatWeKnow>\n- A pump[\s\S]*<WhatWeDontKnow>\n- How long/,
    );
    expect(storyOf(form, 2)).toMatch(/<Question ask="Will the ferry be free\?">\nFor residents, yes\./);
    expect(storyOf(form, 3)).toMatch(
      /<Event date="1974">\nThe bridge opens\.[\s\S]*<Event date="1999-05">[\s\S]*<Event date="2026-01-05">[\s\S]*<Process>/,
    );
    expect(storyOf(form, 7)).toMatch(/## The money[\s\S]*<Background>\nThe fund/);
  });

  test('statements, and who reported them', () => {
    const story = storyOf(form, 4);
    expect(story).toMatch(
      /<Statement by="ellen-park" source="ellen-park">\n“The bridge has to close,” said Ellen Park/,
    );
    expect(story).toMatch(/<Statement by="tom-becker" source="tom-becker">/);
    expect(story).toMatch(/<Statement by="ida-holm" source="riverton-herald">/);
  });

  test('where it appeared first, pictures and links', () => {
    expect(storyOf(form, 8)).toMatch(
      /firstPublished:\n {2}outlet: riverton-herald\n {2}headline: Ferry crosses the river\n/,
    );
    if (['page', 'google', 'word', 'rss', 'atom'].includes(form)) {
      expect(storyOf(form, 6)).toMatch(
        /<Figure src="picture-1\.png" alt="The new cable hangs between its towers\." credit="Rosa Diaz" rights="no-copies">\nThe last of four cables\.\n<\/Figure>/,
      );
    }
    if (!['text', 'word'].includes(form)) {
      expect(storyOf(form, 1)).toContain(
        'water-riverton-example: { name: water.riverton.example, kind: other, url: https://water.riverton.example/notice }',
      );
      expect(storyOf(form, 1)).toMatch(/<Source id="water-riverton-example">a notice on its site<\/Source>/);
    }
  });
});

test('links of another site: those that lead nowhere here are words, with a note; what was imported has no error', async () => {
  const moved = makeSite();
  const post = (title: string, more: string, text: string) =>
    `---\ntitle: ${title}\ndescription: One sentence.\ndate: 2026-01-08\nauthor: The Desk\n${more}---\n\n${text}\n`;
  moved.write(
    'in/one.md',
    post('One', '', 'See [the **other** story](/2019/two/), [a page](/nowhere/) and [a file](./three.md), [all](/).'),
  );
  moved.write('in/two.md', post('Two', 'aliases: [/2019/two/]\n', 'Words.'));
  const { code: taken } = await moved.nutgraf('import', 'in/one.md', 'in/two.md');
  const story = moved.read('content/explainers/one/index.mdx');
  const { code: checked, output: said } = await moved.nutgraf('check');
  moved.dispose();
  expect(taken).toBe(0);
  expect(story).toContain('See [the **other** story](/2019/two/), a page and a file, [all](/).');
  expect(story).toContain(
    '{/* TODO Of links that lead to no page of this site, the words are here: /nowhere/, ./three.md. */}\n\nSee',
  );
  expect(said).not.toContain(' error ');
  expect(checked).toBe(0);
});

describe('attributions in plain text', () => {
  test('each of six quotations has its speaker', () => {
    const story = storyOf('text', 0);
    const speakers = {
      'We cannot wait': 'ellen-park">Ellen Park',
      'Nobody has shown': 'tom-becker">Becker',
      'If the bridge goes': 'rosa-diaz">Rosa Diaz',
      'Rust like this': 'paul-okoro">Paul Okoro',
      'You can slow': 'paul-okoro">he',
    };
    for (const [words, speaker] of Object.entries(speakers))
      expect(story.slice(story.indexOf(words)).slice(0, 140)).toContain(`<Source id="${speaker}</Source>`);
    // The second half of the mayor’s words stands in her paragraph.
    expect(story).toMatch(
      /ellen-park">Ellen Park<\/Source> said after the vote\. “The bridge has to close in March\.”/,
    );
  });

  test('“X reported”, “told X” and “according to X” are citations', () => {
    const cited = (index: number) =>
      [...storyOf('text', index).matchAll(/<Source id="[^"]+">([^<]+)<\/Source>/g)].map(([, name]) => name);
    expect(cited(0)).toEqual(
      expect.arrayContaining(['Riverton Herald', 'state transport office', 'Radio Sunrise', 'city data', 'Reuters']),
    );
    expect(cited(7)).toEqual(['a city official', 'Ida Holm', 'Riverton Herald', 'Radio Sunrise']);
    expect(storyOf('text', 7)).toContain('TODO “a city official” is not named');
  });

  test('what is new is proposed, what is known is used', () => {
    expect(site.has('content/outlets/riverton-herald.yaml')).toBe(true);
    expect(site.read('content/outlets/radio-sunrise.yaml')).toBe(
      '# Made by an import: look through it, and take out this line.\nname: Radio Sunrise\nkind: site\n',
    );
    expect(readdirSync(join(site.root, 'content/outlets')).sort()).toEqual([
      'radio-sunrise.yaml',
      'reuters.yaml',
      'riverton-herald.yaml',
    ]);
  });
});

test('a second run makes no second copy, and overwrites nothing', async () => {
  const before = site.read(made.get('text-0.txt')!);
  const stories = readdirSync(join(site.root, 'content/explainers'));
  const again = await site.nutgraf('import', 'in');
  expect(again.output).toMatch(/80 taken in before, 0 stories made/);
  expect(site.read(made.get('text-0.txt')!)).toBe(before);
  expect(readdirSync(join(site.root, 'content/explainers'))).toEqual(stories);
});
