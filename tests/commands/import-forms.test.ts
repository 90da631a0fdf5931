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

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** What Word has in a text beside paragraphs, and links to what is not there. */
const parts = () =>
  new JSZip()
    .file(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    )
    .file(
      '_rels/.rels',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    )
    .file(
      'word/document.xml',
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="m" xmlns:r="r" xmlns:a="a" xmlns:c="c" xmlns:o="o" xmlns:wp="wp"><w:body>
<w:p><w:r><w:t>Parts of a file</w:t></w:r></w:p>
<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr><w:r><w:t>T</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">he sum is </w:t></w:r><m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>
<w:p><w:fldSimple w:instr=" DATE "><w:r><w:t xml:space="preserve">Field words </w:t></w:r></w:fldSimple><w:del w:id="1" w:author="A"><w:r><w:delText>deleted</w:delText></w:r></w:del><w:ins w:id="2" w:author="A"><w:r><w:t>inserted</w:t></w:r></w:ins><w:r><w:cr/><w:t>next</w:t></w:r><w:commentReference w:id="3"/></w:p>
<w:p><w:r><w:drawing><wp:inline><a:blip r:embed="rId7"/></wp:inline></w:drawing></w:r><w:r><w:drawing><c:chart r:id="rId8"/></w:drawing></w:r><w:hyperlink r:id="rId9"><w:r><w:t>dangling</w:t></w:r></w:hyperlink><w:r><w:object><o:OLEObject r:id="rId10"/></w:object></w:r></w:p>
</w:body></w:document>`,
    );

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
  writeFileSync(join(site.root, 'in/parts.docx'), await parts().generateAsync({ type: 'nodebuffer' }));
  const google = new JSZip()
    .file(
      'Plan.html',
      '<body class="doc-content"><p class="title">A plan</p><p>Words.</p><p><img src="images/1.png"></p></body>',
    )
    .file('images/1.png', pixel, { base64: true });
  writeFileSync(join(site.root, 'in/google.zip'), await google.generateAsync({ type: 'nodebuffer' }));
  const substack = new JSZip()
    .file(
      'posts.csv',
      'post_id,post_date,is_published,title,subtitle\n7.the-ferry,2024-05-01T10:00:00.000Z,true,The ferry,It came\n',
    )
    .file('posts/7.the-ferry.html', '<p>It crosses the river.</p>');
  writeFileSync(join(site.root, 'in/substack.zip'), await substack.generateAsync({ type: 'nodebuffer' }));
  writeFileSync(
    join(site.root, 'in/nothing.zip'),
    await new JSZip().file('a.exe', 'x').generateAsync({ type: 'nodebuffer' }),
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

test('what Word has beside paragraphs is there, or told', () => {
  const story = storyOf('parts.docx');
  expect(story).toContain('\nThe sum is x^2\n');
  expect(story).toContain('\nField words inserted\\\nnext\n');
  expect(story).toContain('\ndangling\n');
  for (const told of [
    'Equations',
    'tracked',
    '1 comment is left out',
    'A chart',
    'A picture is not',
    'An embedded object',
  ])
    expect(story).toMatch(new RegExp(`TODO [^*]*${told}`));
  expect(story).not.toContain('deleted');
});

test('archives: a document of Google with its pictures, posts of Substack with what its table says', () => {
  expect(storyOf('Plan.html')).toMatch(/headline: A plan\n[\s\S]*<Figure src="picture-1\.png"/);
  expect(site.has('content/explainers/a-plan/picture-1.png')).toBe(true);
  const post = site.read('content/explainers/the-ferry/index.mdx');
  expect(post).toMatch(/headline: The ferry\ndescription: It came\npublished: 2024-05-01T10:00:00Z\nauthors/);
  expect(output).toMatch(/nothing\.zip: not taken in, it has no texts: expected \.txt/);
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
