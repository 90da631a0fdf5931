import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { judge } from '../../src/commands/verify/compare.ts';
import { readCopy } from '../../src/commands/verify/copy.ts';
import { comparedWords } from '../../src/commands/verify/words.ts';
import { verify } from '../../src/commands/verify.ts';
import { isError } from '../../src/document/message.ts';
import type { KitRecord } from '../../src/renderings/kit.ts';
import { newsPages } from '../support/news-pages.ts';

/** What a partner’s page does to a story, and what it may do. */

const credit = 'The post The quiet harbour appeared first on The Example.';
const text = [
  'The harbour of Vik did not open on Monday, the council said, because 14 of its 20 lamps are out.',
  'What happened',
  'A storm took the lamps in January 2024, according to the coast guard. “Nobody may land at night,” said Inga Moe.',
  'Repairs cost 3.2 million crowns, half of which the region pays. The council votes on it in May.',
  'Two towns nearby have the same lamps, and neither has had them looked at since 1998.',
].join('\n');
const at = (words: string) => text.slice(0, text.indexOf(words)).replace(/\s/g, '').length;
const record: KitRecord = {
  id: 'harbour',
  headline: 'The quiet harbour',
  byline: 'By Ana Díaz',
  authors: ['Ana Díaz'],
  lang: 'en',
  published: '2026-01-08',
  url: 'https://news.example/harbour/',
  licence: { name: 'CC BY-ND 4.0', changes: false },
  credit: {
    text: credit,
    links: [
      { text: 'The quiet harbour', url: 'https://news.example/harbour/' },
      { text: 'The Example', url: 'https://news.example/' },
    ],
  },
  text,
  digest: '',
  links: ['https://guard.example/a', 'https://council.example/b'],
  anchors: [
    { url: 'https://guard.example/a', text: 'coast guard', at: at('coast guard') },
    { url: 'https://council.example/b', text: 'The council', at: at('The council votes') },
  ],
  standfirst: 'Lamps that a storm took two years ago keep the boats away from the town.',
  dates: 'Published January 8, 2026',
  sources: [
    {
      text: 'The coast guard, report, guard.example',
      links: [{ url: 'https://guard.example/a', text: 'guard.example', at: 20 }],
    },
    { text: 'The council of Vik, minutes', links: [] },
  ],
  pictures: [
    { src: './lamps.jpg', alt: 'Two broken lamps', rights: 'ours', allowed: true, at: at('Repairs cost') },
    { src: './guard.jpg', alt: 'A boat of the guard', rights: 'no-copies', allowed: false },
  ],
  corrections: [],
};
record.sources![0]!.links[0]!.at = 'Thecoastguard,report,'.length;

const linked = (line: string) =>
  line
    .replace('coast guard', '<a href="https://guard.example/a?utm_source=p">coast guard</a>')
    .replace('The council votes', '<a href="https://council.example/b">The council</a> votes');

const [opening, heading, storm, repairs, towns] = text.split('\n').map(linked) as [
  string,
  string,
  string,
  string,
  string,
];

/** A faithful copy on a page with all that pages have. */
const page = `<!doctype html><html lang="en"><head><title>The quiet harbour | The Daily</title>
<link rel="canonical" href="https://news.example/harbour/"><meta property="og:url" content="https://daily.example/harbour">
<style>.widget{display:none}.widget.open{display:block}.secret{display:none}</style></head><body>
<header><nav><a href="/">Home</a><a href="/sport">Sport did not open on Monday</a></nav></header>
<main class="elementor-widget widget open"><h1>The quiet harbour</h1><div class="share-bar"><button>Share</button> <span class="sr-only">Share this story</span></div>
<p class="standfirst">${record.standfirst}</p><p class="byline">By Ana Díaz</p><p><time datetime="2026-01-08">Published January 8, 2026</time></p>
<figure><img src="/ours.jpg" alt="Our town"><figcaption>The town, in a picture of the Daily’s. Staff photo</figcaption></figure>
<div class="wp-block-paragraph"><span>${opening.replace(' because', '&nbsp;because')}</span></div>
<div class="ad-slot"><p>Advertisement</p><p>Lamps for your harbour, from 3.2 crowns</p></div>
<h3>${heading}</h3>
<p>${storm.replace(/[“”]/g, '"').replace(' "Nobody', '<span class="screen-reader-text"> opens in a new window </span> "Nobody')}</p>
<aside class="related"><h4>Read more</h4><ul><li><a href="/x"><img src="/x.jpg" width="80" height="60" alt="">Ten lamps that the council likes</a></li></ul></aside>
<figure><img data-src="/wp-content/lamps-1200x800.jpg" src="data:image/gif;base64,R0" alt="Two broken lamps"></figure>
<p>${repairs.replace('. <a', '.<br><a')}</p>
<form class="newsletter"><p>Get the harbour in your inbox each Monday</p><input><button>Sign up</button></form>
<nav class="pager"><a href="?page=2">Page 2 of 2</a></nav>
<p>${towns}</p>
<h2>Sources</h2><ol><li>The coast guard, report, <a href="https://guard.example/a">guard.example</a></li><li>The council of Vik, minutes</li></ol>
<p>The post <cite><a href="https://news.example/harbour/">The quiet harbour</a></cite> appeared first on <a href="https://news.example/">The Example</a>.</p><p>Licence: CC BY-ND 4.0</p>
<section id="comments"><h2>2 comments</h2><p>The harbour did open on Monday, I was there.</p></section></main><footer>© The Daily</footer></body></html>`;

const judged = (html: string, story = record) => judge(readCopy(html, 'html'), story);
const errorsOf = (html: string, story = record) => judged(html, story).findings.filter(isError);

describe('a faithful copy', () => {
  test('is called faithful on a page with captions, ads, teasers, forms and comments; they are told in notes', () => {
    const { verdict, findings } = judged(page);
    expect(errorsOf(page).map(({ reason }) => reason)).toEqual([]);
    expect(verdict).toBe('faithful');
    const notes = findings.map(({ reason }) => reason).join('\n');
    for (const words of ['Advertisement', 'opens in a new window', 'Ten lamps', 'in your inbox'])
      expect(notes).toContain(words);
  });

  // Two of them have no text but for machines.
  const shown = newsPages.filter(({ kind }) => !/JSON-LD|script that draws/.test(kind));

  test.each(shown.map((one) => [one.kind, one] as const))('is called faithful on a page of the kind: %s', (_, one) => {
    const { anchors: _a, standfirst: _s, dates: _d, sources: _o, ...rest } = record;
    const own: KitRecord = { ...rest, text: one.text, pictures: [], links: [], authors: [] };
    const html = one.html
      .replace('</head>', '<link rel="canonical" href="https://news.example/harbour/"></head>')
      .replace(
        /<footer|<\/body/,
        '<p>The quiet harbour</p><p>The post <a href="https://news.example/harbour/">The quiet harbour</a> appeared first on <a href="https://news.example/">The Example</a>. CC BY-ND 4.0</p>$&',
      );
    expect(errorsOf(html, own).map(({ reason }) => reason)).toEqual([]);
    // Each of its words counts.
    const words = [...one.text.matchAll(/\p{L}{4,}(?=[\s.,])/gu)].map(([word]) => word);
    const word = words.find((each) => html.split(each).length === 2);
    if (word) expect(errorsOf(html.replace(word, 'gingham'), own)).not.toEqual([]);
  });
});

describe('what a copy has altered is found', () => {
  test.each<[string, string, (html: string) => string]>([
    ['a word', 'text', (html) => html.replace('a storm took'.replace('a', 'A'), 'A gale took')],
    ['a digit', 'text', (html) => html.replace('14 of its', '15 of its')],
    ['a dropped “not”', 'text', (html) => html.replace('did not open on Monday, the', 'did open on Monday, the')],
    ['a name', 'text', (html) => html.replace('Inga Moe', 'Inga Mol')],
    ['words put before a paragraph', 'text', (html) => html.replace('<p>Two towns', '<p>Sadly, two towns')],
    ['a sentence behind one', 'text', (html) => html.replace('since 1998.', 'since 1998. That is a shame.')],
    ['a heading', 'text', (html) => html.replace('What happened', 'What went wrong')],
    ['a paragraph left out', 'text', (html) => html.replace(/<p>Two towns.*?<\/p>/, '')],
    [
      'a paragraph moved',
      'order',
      (html) => html.replace(/<p>Two towns.*?<\/p>/, '').replace('<div class="ad-slot">', `<p>${towns}</p>$&`),
    ],
    ['a paragraph hidden by its style', 'hidden', (html) => html.replace('<p>Two', '<p style="display: none">Two')],
    ['a paragraph hidden by an attribute', 'hidden', (html) => html.replace('<p>Two', '<p hidden>Two')],
    ['a paragraph hidden by a class', 'hidden', (html) => html.replace('<p>Two', '<p class="secret">Two')],
    ['words struck out', 'hidden', (html) => html.replace('half of which', '<del>half of which</del>')],
    ['another standfirst', 'standfirst', (html) => html.replace('keep the boats away', 'bring the boats back')],
    [
      'a new standfirst',
      'standfirst',
      (html) =>
        html.replace(record.standfirst!, 'You will never guess what our neighbours did with all of that money.'),
    ],
    ['another date', 'date', (html) => html.replace('Published January 8', 'Published January 9')],
    ['a source left out', 'source', (html) => html.replace('<li>The council of Vik, minutes</li>', '')],
    ['a source altered', 'source', (html) => html.replace('council of Vik, minutes', 'council of Vik, letters')],
    ['a link added', 'link', (html) => html.replace('3.2 million', '<a href="https://shop.example/">3.2 million</a>')],
    ['a link left out', 'link', (html) => html.replace(' href="https://council.example/b"', '')],
    [
      'links that changed places',
      'link',
      (html) =>
        html
          .replace('https://guard.example/a?utm_source=p', 'x')
          .replace('https://council.example/b', 'https://guard.example/a')
          .replace('"x"', '"https://council.example/b"'),
    ],
    ['a picture replaced', 'picture', (html) => html.replace('lamps-1200x800', 'cats')],
    [
      'another picture in its place',
      'picture',
      (html) => html.replace(/<img data-src[^>]*>/, '<img src="/cats.jpg" alt="Cats">'),
    ],
    ['a picture in a paragraph', 'picture', (html) => html.replace('<p>Two', '<p><img src="/cat.jpg" alt="Cat">Two')],
    [
      'a picture that copies may not have',
      'picture',
      (html) => html.replace('</main>', '<img src="/guard-2.jpg" alt=""></main>'),
    ],
    [
      'a credit that leads elsewhere',
      'credit-link',
      (html) => html.replace('<cite><a href="https://news.example/harbour/">', '<cite><a href="/x">'),
    ],
  ])('%s', (_, rule, alter) => {
    const altered = alter(page);
    expect(altered).not.toBe(page);
    expect(new Set(errorsOf(altered).map(({ ruleId }) => ruleId))).toEqual(new Set([rule]));
    expect(judged(altered).verdict).toBe('altered');
  });

  test('with its place, the words and those expected', () => {
    const [message] = errorsOf(page.replace('14 of its', '15 of its'));
    expect(message).toMatchObject({
      reason: 'Unexpected “15”: expected “14” after “the council said, because”.',
      line: page.slice(0, page.indexOf('The harbour of Vik')).split('\n').length,
    });
  });

  test('every single word of it', () => {
    const body = text.split('\n');
    for (const line of body)
      for (const word of new Set(line.split(/[\s,.“”]+/).filter((one) => one.length > 1))) {
        const altered = `<p>${body.map((one) => (one === line ? one.replace(word, 'xyzzy') : one)).join('</p><p>')}</p>`;
        expect(
          errorsOf(altered).some(({ ruleId }) => ruleId === 'text'),
          word,
        ).toBe(true);
      }
  });
});

describe('what is no copy', () => {
  const spanish = `<html lang="es"><body><h1>El puerto callado</h1><p>El puerto de Vik no abrió el lunes, dijo el municipio, porque 14 de sus 20 lámparas no funcionan.</p><p>Una tormenta se llevó las lámparas en enero de 2024, según la <a href="https://guard.example/a">guardia costera</a>. «Nadie puede atracar de noche», dijo Inga Moe.</p><p>Las reparaciones cuestan 3,2 millones. <a href="https://news.example/harbour/">Original</a></p></body></html>`;

  test('is told as another story, and nothing is asked of it', () => {
    const html =
      '<html lang="en"><p>The council of another town voted on its budget in May, and nobody said a word.</p>';
    expect(judged(html)).toMatchObject({ verdict: 'other', findings: [{ ruleId: 'text' }] });
    expect(
      judged(
        spanish
          .replaceAll(/https:[^"]*/g, '#')
          .replaceAll(/\d+/g, '7')
          .replace('Vik', 'Oslo'),
      ).verdict,
    ).toBe('other');
  });

  test('or as a translation, by where it leads', () =>
    expect(judged(spanish)).toMatchObject({ verdict: 'translated', findings: [{ ruleId: 'language', fatal: true }] }));

  test('a translation is a note where the licence lets others change the words', () => {
    const free = { ...record, licence: { name: 'CC BY 4.0', changes: true } };
    expect(judged(spanish, free)).toMatchObject({ verdict: 'translated', findings: [{ fatal: false }] });
  });
});

test('words are the same however they are set', () => {
  expect(comparedWords('«Nobody» — 1,000 co\u00ADoper\u00ADate:')).toEqual(comparedWords('"Nobody"–1,000 cooperate'));
  expect(comparedWords('don’t 23:59:60 3.2.')).toEqual(["don't", '23:59:60', '3.2', '.']);
  expect(comparedWords('港の議会')).toHaveLength(4);
});

test('a page that is too long, or nested too deep, is refused in a sentence', () => {
  expect(() => readCopy('x'.repeat(8_000_001), 'html')).toThrow('expected at most 8000000, of one page');
  expect(() => readCopy('<div>'.repeat(60_000), 'html')).toThrow('Unexpected nesting');
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-verify-'));
  const server = createServer((request, response) => {
    if (request.url === '/gone') response.writeHead(404).end();
    else if (request.url === '/latin')
      response.writeHead(200, { 'Content-Type': 'text/html; charset=iso-8859-1' }).end(
        Buffer.from(
          page.replaceAll(/[^\u0000-\u00FF]/g, (sign) => `&#${sign.codePointAt(0)!};`),
          'latin1',
        ),
      );
    else
      response
        .writeHead(200, { 'Content-Type': 'text/html', 'X-Robots-Tag': 'noindex' })
        .end(page.replace(/<link rel="canonical"[^>]*>/, ''));
  });
  let address = '';
  const said: string[] = [];

  beforeAll(async () => {
    writeFile('dist/republish/harbour/story.json', JSON.stringify(record));
    writeFile('altered.html', page.replace('14 of its', '15 of its'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    vi.spyOn(console, 'log').mockImplementation((words: string) => void said.push(words));
    vi.spyOn(console, 'error').mockImplementation((words: string) => void said.push(words));
  });
  afterAll(() => {
    server.close();
    vi.restoreAllMocks();
  });

  function writeFile(name: string, contents: string) {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, contents);
  }
  const run = async (...args: string[]) => {
    said.length = 0;
    const code = await verify(args, folder);
    return { code, output: said.join('\n') };
  };

  test('fetches a page, heeds what its server says, and reads its letters', async () => {
    expect(await run('--url', `${address}/a`, '--story', 'harbour')).toMatchObject({ code: 0 });
    expect(await run(`${address}/latin`, '--story', 'harbour')).toMatchObject({ code: 0 });
    expect(await run('--url', `${address}/gone`, '--story', 'harbour')).toEqual({
      code: 2,
      output: `Unexpected answer 404 from ${address}/gone: expected the page.`,
    });
  });

  test('checks a list of partners in one run, with a report and data', async () => {
    writeFile(
      'partners.yaml',
      `- { partner: The Daily, story: harbour, copy: '${address}/a' }\n- { partner: The <Wire>, story: harbour, copy: altered.html }\n- { partner: Gone, story: harbour, copy: '${address}/gone' }\n`,
    );
    const { code, output } = await run('--partners', 'partners.yaml', '--json', '--report', 'report.html');
    expect(code).toBe(2);
    expect(JSON.parse(output)).toMatchObject([
      { partner: 'The Daily', verdict: 'faithful' },
      { partner: 'The <Wire>', verdict: 'altered' },
      { partner: 'Gone', verdict: 'unread' },
    ]);
    const report = readFileSync(join(folder, 'report.html'), 'utf8');
    expect(report).toContain('1 of 3 are faithful.');
    expect(report).toContain('The &#x3C;Wire>');
    expect(report).toContain('expected “14”');
  });

  test('says what is wrong with a list, and where', async () => {
    writeFile('partners.yaml', '- partner: The Daily\n  stories: harbour\n  copy: a.html\n');
    const { code, output } = await run('--partners', 'partners.yaml');
    expect(code).toBe(2);
    expect(output).toMatch(/partners\.yaml:2:3 .*“stories”/s);
    expect(output).not.toMatch(/\bat \S+ \(/);
  });
});
