import { join } from 'node:path';
import { h } from 'hastscript';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { pack } from '../../src/outputs/pack-pictures.ts';
import { print as printHtml } from '../../src/outputs/printers/kit-html.ts';
import { print as printOembed } from '../../src/outputs/printers/kit-oembed.ts';
import { print as printWordPress } from '../../src/outputs/printers/kit-wordpress.ts';
import { copyOf } from '../../src/renderings/copy.ts';
import { toHtml } from '../../src/renderings/html.ts';
import { embedOf, rulesOf } from '../../src/renderings/kit.ts';
import type { Picture } from '../../src/renderings/pictures.ts';
import { licenceSchema, newsroomLicenceSchema } from '../../src/schema/licence.ts';
import { address, optionsWith, storyWith } from '../support/stories.ts';
import { folderWith } from '../support/folder.ts';

const rulesUnder = (licence: object) =>
  toHtml({ type: 'root', children: rulesOf(storyWith({ above: { licence } }), optionsWith()) }).replace(
    /<[^>]+>/g,
    '\n',
  );

describe('the rules of a kit say in plain words what a licence allows', () => {
  const changes = 'Say so where you change the words.';
  const verbatim = 'Leave the words as they are.';
  const alike = 'Share what you change under the same licence.';
  const trade = 'Also where money is made with it.';
  const noTrade = 'Only where no money is made with it.';
  const all = [changes, verbatim, alike, trade, noTrade];

  test.each([
    [{ name: 'CC BY 4.0' }, [changes, trade]],
    [{ name: 'CC0 1.0' }, [changes, trade]],
    [{ name: 'CC BY-SA 4.0' }, [changes, alike, trade]],
    [{ name: 'CC BY-ND 4.0' }, [verbatim, trade]],
    [{ name: 'CC BY-NC-ND 4.0' }, [verbatim, noTrade]],
    [{ name: 'Ours', url: 'https://creativecommons.org/licenses/by-nc-sa/4.0/' }, [changes, alike, noTrade]],
    [{ name: 'Press use', republish: true }, [verbatim]],
  ])('%j', (licence, said) => expect(all.filter((rule) => rulesUnder(licence).includes(rule))).toEqual(said));

  test.each([
    ['desk@news.example', '<a href="mailto:desk@news.example">desk@news.example</a>'],
    ['https://news.example/contact', '<a href="https://news.example/contact">https://news.example/contact</a>'],
    ['+57 1 234', 'Questions: +57 1 234'],
    ['javascript:a@b', 'Questions: javascript:a@b'],
  ])('and whom to ask: %s', (contact, html) =>
    expect(
      toHtml({
        type: 'root',
        children: rulesOf(storyWith({ above: { licence: { name: 'CC BY 4.0', contact } } }), optionsWith()),
      }),
    ).toContain(html),
  );
});

const copyWith = (above: object = {}, pictures: Picture[] = []) =>
  copyOf(
    storyWith({ above: { licence: { name: 'CC BY 4.0' }, ...above } }),
    { type: 'root', children: [h('p', 'They spoke & <listened>.')] },
    pictures,
    optionsWith(),
    address,
  );

describe('a card for other sites', () => {
  test('leads to the story, and has no script, no style and nothing to load', () => {
    const html = toHtml({ type: 'root', children: [embedOf(storyWith(), optionsWith(), address)] });
    expect(html).toBe(
      '<blockquote cite="https://news.example/a-call/" lang="en"><p><a href="https://news.example/a-call/"><strong>Trump and Petro plan to meet</strong></a></p><p>They stepped back from threats.</p><p><cite>The Example</cite> · <time datetime="2026-01-08">January 8, 2026</time></p></blockquote>',
    );
    expect(
      toHtml({ type: 'root', children: [embedOf(storyWith({ above: { lang: 'ar' } }), optionsWith(), address)] }),
    ).toContain('lang="ar" dir="rtl"');
  });

  test('is what oEmbed gives', () => {
    const given = JSON.parse(printOembed(copyWith(), optionsWith(), address)) as Record<string, unknown>;
    // oembed.com, 2.3.4: version and type always; html, width and height of what is rich.
    expect(given).toMatchObject({ version: '1.0', type: 'rich', title: 'Trump and Petro plan to meet', width: 600 });
    expect(given).toHaveProperty('height');
    expect(given['html']).toMatch(/^<blockquote cite="https:\/\/news.example\/a-call\/"/);
    expect(given['html']).not.toMatch(/<script|style=|src=/);
  });
});

test('WordPress gets a post as its own REST API gives it, with the headline in its place alone', () => {
  const post = JSON.parse(
    printWordPress(copyWith({ headline: 'A & B <plan>', updated: '2026-01-09' }), optionsWith(), address),
  ) as Record<string, { rendered: string }>;
  expect(post).toMatchObject({
    slug: 'a-call',
    status: 'publish',
    type: 'post',
    date_gmt: '2026-01-08T05:00:00',
    modified_gmt: '2026-01-09T05:00:00',
    link: 'https://news.example/a-call/',
    title: { rendered: 'A &#x26; B &#x3C;plan>' },
    excerpt: { rendered: '<p>They stepped back from threats.</p>' },
  });
  expect(post['id']).toBeGreaterThan(0);
  expect(post['content']!.rendered).toContain('They spoke &#x26; &#x3C;listened>.');
  expect(post['content']!.rendered).toContain('appeared first on');
  expect(post['content']!.rendered).not.toContain('<h1');
});

describe('a mark that counts readers of copies', () => {
  const counter = 'https://count.example/{id}.gif?s={id}';

  test('is in none, unless the newsroom asks for one', () => {
    expect(printHtml(copyWith(), optionsWith(), address)).not.toContain('<img');
    const html = printHtml(copyWith(), optionsWith({ licence: { name: 'CC BY 4.0', counter } }), address);
    expect(html).toContain('<img src="https://count.example/a-call.gif?s=a-call" alt="" width="1" height="1">');
  });

  test('is the newsroom’s to ask for, and no story’s', () =>
    expect(licenceSchema.safeParse({ name: 'CC BY 4.0', counter }).success).toBe(false));

  test.each(['http://count.example/{id}', 'https://count.example/all.gif', 'javascript:{id}'])('is not %s', (wrong) =>
    expect(newsroomLicenceSchema.safeParse({ name: 'CC BY 4.0', counter: wrong }).success).toBe(false),
  );
});

test('the pictures that partners may have are in one file, with what is to be said of each', async () => {
  const folder = folderWith({ 'call.jpg': 'bytes of call.jpg', 'visa.jpg': 'bytes of visa.jpg' });
  const pictures: Picture[] = [
    { src: './call.jpg', alt: 'A telephone', credit: 'Photo: Ana Díaz', rights: 'ours' },
    { src: './visa.jpg', alt: 'A visa', credit: 'Agency', rights: 'licensed' },
    { src: './drawn.svg', alt: 'A map', rights: 'ours' },
  ];
  const files = { './call.jpg': join(folder, 'call.jpg'), './visa.jpg': join(folder, 'visa.jpg') };
  const bytes = await pack(copyWith({}, pictures), files);
  const zip = await JSZip.loadAsync(bytes);
  expect(Object.keys(zip.files)).toEqual(['1-call.jpg', 'pictures.txt']);
  expect(await zip.file('1-call.jpg')!.async('string')).toBe('bytes of call.jpg');
  expect(await zip.file('pictures.txt')!.async('string')).toBe(
    '1-call.jpg\nA telephone\nPhoto: Ana Díaz\nmay be republished with the story\n\n' +
      '2-visa.jpg\nA visa\nAgency\nlicensed to us only: please ask its owner\n\n' +
      '3-drawn.svg\nA map\nmay be republished with the story\n',
  );
  // The same to the byte whenever it is made.
  expect(await pack(copyWith({}, pictures), files)).toEqual(bytes);
});
