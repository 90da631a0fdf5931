import JSZip from 'jszip';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** Shapes that files of newsrooms have: each is taken in whole, or refused with a sentence. */

const page = (body: string) =>
  `<!doctype html><html><head><title>Page</title></head><body><article><h1>Page</h1>${body}</article></body></html>`;

const wxr = (items: string) => `<?xml version="1.0"?><rss xmlns:wp="w" xmlns:content="c" xmlns:dc="d"><channel>
<link>https://old.example</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>jdoe</wp:author_login><wp:author_display_name><![CDATA[Jo Doe]]></wp:author_display_name></wp:author>
${items}</channel></rss>`;

const item = (id: number, title: string, content: string, more = '') =>
  `<item><title>${title}</title><link>https://old.example/${id}/</link><guid>https://old.example/?p=${id}</guid><dc:creator>jdoe</dc:creator>
<content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_date_gmt>2024-05-0${id} 10:00:00</wp:post_date_gmt>
<wp:post_name>story-${id}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${more}</item>`;

const texts: Record<string, string> = {
  'table.md': '# A table\n\n| Year | Cost |\n|---|--:|\n| 2024 | 5 \\| 6 |\n\nAfter ~~before~~ it.\n',
  'layout.html': page(
    '<table><tr><td><p>Only cell</p></td></tr></table><table><caption>Costs</caption><tr><th>A<th>B</tr><tr><td><ul><li>one<li>two</ul><p>three</p><td>4</tr></table>',
  ),
  'links.html': page(
    '<p>Share <a href="whatsapp://send?text=x">by phone</a>, <a href="javascript:go()">go</a>, <a href="http://%20http//a.example/">broken</a>, <a href="https://fine.example/">fine</a>.</p>',
  ),
  'embeds.md': `# Embeds

## A heading with [a link](https://a.example/1)

<blockquote class="twitter-tweet"><p>The bridge is closed.</p>&mdash; Ida Holm (@idaholm) <a href="https://twitter.com/idaholm/status/9?ref_src=x">January 5, 2026</a></blockquote>

<iframe data-src="https://www.youtube.com/embed/abc"></iframe>

<table><tr><td>Outer</td><td><table><tr><td>one</td><td>two</td></tr></table><pre>three
four</pre></td></tr></table>

<p>Energy is <math><mi>E</mi></math>, see <a>nothing</a>.<a href="https://b.example/x"></a></p>
`,
  'quotes.md': `${'>'.repeat(5000)} deep words\n`,
  'divs.html': page(`${'<div><blockquote>'.repeat(3000)}<p>Under all of it.</p>`),
  'russian.txt': 'Мост закрывают\n\nГород закрывает мост в марте. Это решение совета.\n\nМост закроют в марте.\n',
  'thai.md': '---\ntitle: สะพาน\n---\n\nสภาเมืองปิดสะพาน\n\nสะพานจะเปิดอีกครั้ง\n',
  'latin1.html': '',
  'empty.txt': '  \n',
  'broken.wxr': wxr(
    item(1, 'One', 'First story with a <table><tr><td>a</td><td>b</td></tr></table>') +
      '<item><title>Two</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><p>open' +
      item(3, 'Three', 'Third <del>struck</del> story & more [unknown_code a="1"]kept words[/unknown_code]'),
  ),
};

let site: Site;
let output: string;

beforeAll(async () => {
  site = makeSite();
  mkdirSync(join(site.root, 'in'));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(site.root, 'in', name), text);
  const latin =
    '<html><head><meta charset="iso-8859-1"><title>Caf\xE9</title></head><body><p>Caf\xE9 ol\xE9 words</p></body></html>';
  writeFileSync(join(site.root, 'in/latin1.html'), Buffer.from(latin, 'latin1'));
  writeFileSync(join(site.root, 'in/picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
  writeFileSync(join(site.root, 'in/locked.docx'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]));
  const bomb = new JSZip().file('word/document.xml', '\0'.repeat(220_000_000));
  writeFileSync(
    join(site.root, 'in/bomb.docx'),
    await bomb.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 1 } }),
  );
  ({ output } = await site.nutgraf('import', 'in'));
}, 60_000);
afterAll(() => site.dispose());

const storyOf = (name: string): string => {
  const file = new RegExp(`${name.replaceAll('.', '\\.')} → (\\S+\\.mdx)`).exec(output)?.[1];
  expect(file, output).toBeDefined();
  return site.read(file ?? '');
};

test('tables and struck-out words', () => {
  expect(storyOf('table.md')).toMatch(/\| Year +\| +Cost \|\n\| -+ \| -+: \|\n\| 2024 +\| 5 \\\| 6 \|/);
  expect(storyOf('table.md')).toContain('After <s>before</s> it.');
  const layout = storyOf('layout.html');
  expect(layout).toContain('\nOnly cell\n');
  expect(layout).toMatch(/\nCosts\n\n\| A +\| B/);
  expect(layout).toMatch(/\| • one +• two +three +\| 4/);
});

test('links that no reader can follow are words, with a note', () => {
  const story = storyOf('links.html');
  expect(story).toContain('Share by phone, go, broken, ');
  expect(story).toMatch(/TODO Of links that readers cannot follow.*whatsapp:/);
});

test('posts, players, tables in tables, links in headings', () => {
  const story = storyOf('embeds.md');
  expect(story).toContain('## A heading with [a link](https://a.example/1)\n');
  expect(story).toMatch(
    /idaholm:\n {4}name: Ida Holm \(@idaholm\)\n {4}kind: post\n {4}published: 2026-01-05\n {4}url: https:\/\/twitter\.com\/idaholm\/status\/9\n/,
  );
  expect(story).toContain('<SocialPost source="idaholm">\nThe bridge is closed.\n</SocialPost>');
  expect(story).toContain('>https://www.youtube.com/watch?v=abc</Source>');
  expect(story).toContain('| Outer | one · two `three four` |');
  expect(story).toContain('Energy is E, see nothing.');
  expect(story).toContain('TODO Links without words, such as those of pictures, are left out: https://b.example/x.');
});

test('what is nested without end is there', () => {
  expect(storyOf('quotes.md')).toContain('deep words');
  expect(storyOf('divs.html')).toContain('Under all of it.');
});

test('every script, and every charset', () => {
  expect(storyOf('russian.txt')).toMatch(/headline: Мост закрывают\n[\s\S]*\nГород закрывает мост в марте/);
  expect(storyOf('thai.md')).toContain('\nสภาเมืองปิดสะพาน\n');
  expect(storyOf('latin1.html')).toContain('Café olé words');
});

test('what is no text is refused with a sentence', () => {
  expect(output).toContain('empty.txt: not taken in, it is empty: expected a text\n');
  expect(output).toContain('picture.txt: not taken in, it is a picture\n');
  expect(output).toMatch(/locked\.docx: not taken in, it is an old Word file, or one with a password/);
  expect(output).toMatch(/bomb\.docx: not taken in, it unpacks to 220 MB: expected at most 200 MB\n/);
});

test('each item of an export stands for itself', () => {
  expect(site.read('content/explainers/story-1/index.mdx')).toMatch(/authors: \[jo-doe\]\n[\s\S]*\| a \| b \|/);
  expect(site.read('content/explainers/story-1/index.mdx')).toMatch(/^aliases:\s*(\[|-\s)\s*\/1\/\s*\]?$/m);
  const third = site.read('content/explainers/story-3/index.mdx');
  expect(third).toContain('Third <s>struck</s> story & more');
  expect(third).toContain('kept words');
  expect(third).toMatch(/TODO Short codes .*unknown_code/);
});

test('no word is missing, and all of it passes the check', async () => {
  expect(output).not.toMatch(/\d words? missing/);
  const { code, output: said } = await site.nutgraf('check');
  expect(code, said).toBe(0);
});
