import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { hasOutput } from '../../src/outputs/table.ts';
import { belowHeadline, copyOf, wholeOf, withPictures } from '../../src/renderings/copy.ts';
import { toHtml } from '../../src/renderings/html.ts';
import { kitCopy, recordOf, rulesOf } from '../../src/renderings/kit.ts';
import { picturesIn } from '../../src/renderings/pictures.ts';
import type { Picture } from '../../src/renderings/pictures.ts';
import type { AddressStyle } from '../../src/stories/address.ts';
import { address, optionsWith, storyWith } from '../support/stories.ts';

const root = (...children: ElementContent[]): Root => ({ type: 'root', children });
const html = (children: ElementContent[]) => toHtml(root(...children));
const words = (text: string) => root(h('p', text));

interface Made {
  above?: object;
  body?: Root;
  pictures?: Picture[];
  style?: AddressStyle;
}

function copyWith({ above = {}, body = words('They spoke for an hour.'), pictures = [], style = address }: Made = {}) {
  return copyOf(storyWith({ above }), body, pictures, optionsWith(), style);
}

describe('the picture of a story as a whole', () => {
  const picture = { file: 'dawn.jpg', alt: 'A dawn', caption: 'It dawns.', credit: 'Photo: A', rights: 'ours' };

  test('stands at the beginning of a copy, with its credit', () => {
    const copy = copyWith({ above: { picture } });
    const shown = withPictures(copy, { 'dawn.jpg': { src: 'https://news.example/a.jpg', width: 4, height: 3 } });
    expect(html(shown.body)).toBe(
      '<figure><img src="https://news.example/a.jpg" alt="A dawn" width="4" height="3"><figcaption>It dawns. Photo: A</figcaption></figure><p>They spoke for an hour.</p>',
    );
    expect(html(withPictures(copy, {}).body)).toContain('Picture: A dawn');
  });

  test('is left out of copies where nobody may copy it', () =>
    expect(html(copyWith({ above: { picture: { ...picture, rights: 'no-copies' } } }).body)).toContain(
      '<p>Picture not included: A dawn</p>',
    ));

  test('is first among the pictures of the story', () =>
    expect(picturesIn(root(), storyWith({ above: { picture } }))).toEqual([
      { src: 'dawn.jpg', alt: 'A dawn', credit: 'Photo: A', rights: 'ours' },
    ]));
});

const { site: _, ...local } = address;

const correction = { date: '2026-01-10', kind: 'correction', was: 'two hours', now: 'one hour' };

describe('a copy', () => {
  test('is the story whole, with its head, words, sources, credit and licence', () => {
    const above = { updated: '2026-01-09', sources: { wire: { outlet: 'reuters' } } };
    expect(toHtml(wholeOf(copyWith({ above })))).toBe(
      '<h1>Trump and Petro plan to meet</h1><p>They stepped back from threats.</p><p>By Ana Díaz</p>' +
        '<p>Published <time datetime="2026-01-08">January 8, 2026</time> · ' +
        'Updated <time datetime="2026-01-09">January 9, 2026</time></p>' +
        '<p>They spoke for an hour.</p>' +
        '<section><h2>Sources</h2><ol><li><strong>Reuters</strong>, news agency report</li></ol></section>' +
        '<section><h2>Credit</h2>' +
        '<p>The post <cite><a href="https://news.example/a-call/">Trump and Petro plan to meet</a></cite> appeared first on ' +
        '<a href="https://news.example/">The Example</a>.</p>' +
        '<p>All rights reserved: ask The Example before you republish, and keep this line with every copy.</p></section>',
    );
  });

  test('in a feed is below the headline that the feed shows', () => {
    const whole = toHtml(wholeOf(copyWith()));
    expect(`<h1>Trump and Petro plan to meet</h1>${toHtml(belowHeadline(copyWith()))}`).toBe(whole);
  });

  test('in a feed begins with what was corrected, the newest first, so that nobody has to look for it', () => {
    const serious = { ...correction, severity: 'serious' };
    const update = { date: '2026-01-11', kind: 'update', now: 'They met.' };
    const item = toHtml(belowHeadline(copyWith({ above: { corrections: [serious, update] } })));
    expect(item).toMatch(
      /^<p><strong>Update, .*They met\.<\/p><p><strong>Correction, .*two hours.*<\/p><p>They stepped/,
    );
    expect(item.match(/two hours|They met/g)).toHaveLength(2);
  });

  test('says at its head where the story is from, and what was seriously wrong; the rest at its end', () => {
    const above = {
      firstPublished: { outlet: 'el-tiempo', headline: 'Petro y Trump' },
      corrections: [
        { ...correction, severity: 'serious' },
        { date: '2026-01-11', kind: 'update', now: 'They met.' },
      ],
    };
    const whole = toHtml(wholeOf(copyWith({ above })));
    expect(whole).toMatch(/First published by El Tiempo<\/p><p>Republished .*Correction, .*two hours.*They spoke/);
    expect(whole).toMatch(
      /They spoke.*<section><h2>Corrections and updates<\/h2><p><strong>Update, .*They met\..*Credit/,
    );
    expect(whole.match(/two hours/g)).toHaveLength(1);
  });

  test('of a story without sources says so in place of a list', () =>
    expect(html(copyWith().end)).toMatch(/^<p>This story lists no sources.<\/p><section><h2>Credit/));

  test('tells all of each source', () => {
    const sources = {
      visa: {
        outlet: 'reuters',
        title: 'US revokes visa',
        url: 'https://www.reuters.example/visa',
        archived: 'https://archive.example/visa',
        note: 'changed since',
      },
      petro: { by: 'gustavo-petro', kind: 'person' },
    };
    expect(html(copyWith({ above: { sources } }).end)).toContain(
      '<ol><li><strong>Reuters</strong>, news agency report, “US revokes visa”; changed since, ' +
        '<a href="https://www.reuters.example/visa">reuters.example</a>, ' +
        '<a href="https://archive.example/visa">Archived copy</a></li>' +
        // A person is a person: only what has a kind says it.
        '<li><strong>Gustavo Petro</strong></li></ol>',
    );
  });

  test.each([
    ['#the-call', 'https://news.example/a-call/#the-call'],
    ['/topics/trade/', 'https://news.example/topics/trade/'],
    ['../visa/', 'https://news.example/visa/'],
    ['https://reuters.example/a', 'https://reuters.example/a'],
  ])('leads from %s to %s, wherever it stands', (href, full) => {
    expect(html(copyWith({ body: root(h('p', h('a', { href }, 'there'))) }).body)).toBe(
      `<p><a href="${full}">there</a></p>`,
    );
  });

  test('of a site without an address has the paths that it knows', () => {
    const linked = (href: string) => html(copyWith({ body: root(h('a', { href }, 'there')), style: local }).body);
    expect(linked('#the-call')).toBe('<a href="/a-call/#the-call">there</a>');
    expect(linked('/topics/')).toBe('<a href="/topics/">there</a>');
  });

  test('of a story that computes says in each place where the rest is', () => {
    const body = root(h('p', 'One.'), h('nutgraf:computed'), h('p', 'Two.'), h('nutgraf:computed'));
    const there = (page: string) =>
      `<p>A part of this story is shown on its own page only: <a href="${page}">${page}</a></p>`;
    const full = there('https://news.example/a-call/');
    expect(html(copyWith({ body }).body)).toBe(`<p>One.</p>${full}<p>Two.</p>${full}`);
    expect(html(copyWith({ body, style: local }).body)).toContain(there('/a-call/'));
  });

  test('shows the pictures that it may have, and tells the others in words', () => {
    const body = root(
      h('img', { src: 'call.jpg', alt: 'A telephone' }),
      h('p', h('img', { src: 'visa.jpg', alt: 'A visa' })),
      h('img', { src: 'line.png', alt: '' }),
    );
    const copy = copyWith({ body });
    const shown = withPictures(copy, { 'call.jpg': { src: 'https://news.example/c.webp', width: 800, height: 600 } });
    expect(html(shown.body)).toBe(
      '<img src="https://news.example/c.webp" alt="A telephone" width="800" height="600"><p>Picture: A visa</p>',
    );
    // The copy that others print from stays as it was.
    expect(html(copy.body)).toContain('src="call.jpg"');
  });
});

const free = { name: 'CC BY-ND 4.0', url: 'https://creativecommons.org/licenses/by-nd/4.0/' };

describe('a republish kit', () => {
  test.each([
    [{ licence: free }, true],
    [{ licence: { name: 'Press use' } }, false],
    [{ licence: { name: 'Press use', republish: true } }, true],
    [{ licence: { ...free, republish: false } }, false],
    [{}, false],
    [{ licence: free, firstPublished: { outlet: 'el-tiempo', headline: 'A' } }, false],
  ])('of %j is there: %s', (above, there) =>
    expect(hasOutput('republish', storyWith({ above }), optionsWith())).toBe(there),
  );

  test('of a story that computes is not there: nobody else can show it whole', () =>
    expect(
      hasOutput('republish', storyWith({ above: { licence: free }, facts: { kind: 'program' } }), optionsWith()),
    ).toBe(false));

  test.each([
    [free, 'Leave the words as they are.'],
    [{ name: 'CC BY 4.0' }, 'Say so where you change the words.'],
    [{ name: 'Press use', republish: true }, 'Leave the words as they are.'],
  ])('asks partners in plain words: %j', (licence, rule) => {
    const rules = html(rulesOf(storyWith({ above: { licence, updated: '2026-01-09T10:00:00Z' } }), optionsWith()));
    const name = 'url' in licence ? `<a href="${licence.url}" rel="license">${licence.name}</a>` : licence.name;
    expect(rules).toContain(`under the licence ${name}. Please:</p><ul><li>Keep the headline`);
    expect(rules).toContain(`<li>${rule}</li>`);
    expect(rules).toContain('those up to <time datetime="2026-01-09T10:00:00Z">January 9, 2026</time>:');
    expect(rules).toContain('put <code>&#x3C;meta name="robots" content="noindex"></code> into');
    expect(rules.match(/<li>/g)).toHaveLength('republish' in licence ? 5 : 6);
  });

  test('of a story that nobody changed has its notes up to the day it was published', () =>
    expect(html(rulesOf(storyWith({ above: { licence: free } }), optionsWith()))).toContain(
      '<time datetime="2026-01-08">January 8, 2026',
    ));

  const pictures: Picture[] = [
    { src: 'call.jpg', alt: 'A telephone', rights: 'ours', credit: 'Photo: Ana Díaz' },
    { src: 'visa.jpg', alt: 'A visa', rights: 'licensed' },
    { src: 'line.png', alt: '', rights: 'no-copies', credit: 'Agency' },
  ];

  test('says of each picture what may be done with it', () => {
    expect(toHtml(kitCopy(copyWith({ pictures })))).toMatch(
      new RegExp(
        '<section><h2>Pictures</h2><ul>' +
          '<li>A telephone — Photo: Ana Díaz: may be republished with the story</li>' +
          '<li>A visa: licensed to us only: please ask its owner</li>' +
          '<li>Agency: may not be copied</li></ul></section>$',
      ),
    );
    expect(kitCopy(copyWith())).toEqual(wholeOf(copyWith()));
  });

  const body = root(
    h('p', ['They ', h('b', 'spoke'), '.']),
    h('p', [
      h('a', { href: 'https://reuters.example/a' }, 'Twice'),
      h('a', { href: 'https://reuters.example/a' }, 'twice'),
      h('a', { href: 'mailto:a@b.example' }, 'mail'),
      h('link', { href: 'https://no.example/' }),
    ]),
  );

  test('has a record by which a copy can be judged', () => {
    const above = { licence: free, updated: '2026-01-09', corrections: [correction], authors: ['ana-diaz', 'tom-ray'] };
    expect(recordOf(copyWith({ above, body, pictures }), optionsWith(), address)).toEqual({
      id: 'a-call',
      headline: 'Trump and Petro plan to meet',
      byline: 'By Ana Díaz and Tom Ray',
      authors: ['Ana Díaz', 'Tom Ray'],
      lang: 'en',
      published: '2026-01-08',
      updated: '2026-01-10',
      url: 'https://news.example/a-call/',
      licence: { ...free, changes: false },
      credit: {
        text: 'The post Trump and Petro plan to meet appeared first on The Example.',
        links: [
          { text: 'Trump and Petro plan to meet', url: 'https://news.example/a-call/' },
          { text: 'The Example', url: 'https://news.example/' },
        ],
      },
      text: 'They spoke.\nTwicetwicemail',
      // printf 'They spoke.\nTwicetwicemail' | sha256sum
      digest: '30770cb89d7d3ed3fa98b34ed0eff886f1fa29a4b45479f0fabd37041e9e77d8',
      links: ['https://reuters.example/a'],
      anchors: [
        { url: 'https://reuters.example/a', text: 'Twice', at: 10 },
        { url: 'https://reuters.example/a', text: 'twice', at: 15 },
      ],
      standfirst: 'They stepped back from threats.',
      dates: 'Published January 8, 2026 · Updated January 10, 2026',
      sources: [],
      pictures: [
        { ...pictures[0], allowed: true },
        { ...pictures[1], allowed: false },
        { ...pictures[2], allowed: false },
      ],
      corrections: [{ date: '2026-01-10', text: 'This story said: “two hours” It now says: “one hour”' }],
    });
  });

  test('has in its record nothing that is not known', () => {
    const record = recordOf(
      copyWith({ above: { licence: { name: 'CC BY 4.0' } }, style: local }),
      optionsWith(),
      local,
    );
    expect(record).toMatchObject({ url: '', licence: { changes: true }, credit: { links: [] }, links: [] });
    expect(record).not.toHaveProperty('updated');
    expect(record.licence).not.toHaveProperty('url');
  });

  test('has the addresses of the web that its words link to', () => {
    const hrefs = ['http://a.example/', 'https://b.example/', 'mailto:desk@news.example', 'tel:https:1'];
    const body = root(
      ...hrefs.map((href) => h('p', h('a', { href }, 'there'))),
      h('p', { href: 'https://c.example/' }),
    );
    const above = { licence: { name: 'CC BY 4.0' } };
    const { links, text } = recordOf(copyWith({ above, body }), optionsWith(), address);
    expect(links).toEqual(hrefs.slice(0, 2));
    expect(text).toBe('there\nthere\nthere\nthere');
  });
});
