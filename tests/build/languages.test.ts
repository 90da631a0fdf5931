import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messagesIn } from '../messages/messages.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

let site: Site;

const story = (more: string, body = 'Words, <Source id="wire" />.') =>
  `${frontmatter(`sources:\n  wire: { outlet: reuters, published: 2026-01-08 }\n${more}`)}\n${body}\n`;
const documentOf = (path: string) => parseHTML(site.read(`dist/${path}/index.html`)).document;

beforeAll(async () => {
  site = makeSite({
    'content/outlets/reuters.yaml': 'name: Reuters\nkind: agency\ntranslations:\n  ar: { name: رويترز }\n',
    'content/people/jane-doe.yaml':
      'name: Jane Doe\nroles:\n  - title: Mayor\n    translations:\n      es: { title: alcaldesa }\n',
    'content/topics/cities.yaml': 'name: Cities\ntranslations:\n  es: { name: Ciudades }\n',
    'content/explainers/original.mdx': story(''),
    'content/explainers/traducido.mdx': story(
      'lang: es-CO\ntranslationOf: original\n',
      'Palabras, <Source id="wire" />.\n\n<Officials>\n<Statement by="jane-doe" source="wire">Habló.</Statement>\n</Officials>',
    ),
    'content/explainers/mutarjam.mdx': story(
      'lang: ar-EG\ntranslationOf: original\n',
      'كلمات <Source id="wire" />.\n\n<KeyPoints>\n- نقطة\n</KeyPoints>',
    ),
    'content/explainers/alone.mdx': story('lang: ja\n'),
    'content/explainers/galego.mdx': story('lang: gl\n'),
    'content/explainers/yidish.mdx': story(
      'lang: yi\n',
      '<KeyPoints>\n- One <Source id="wire" />\n</KeyPoints>\n\n<WhyItMatters title="Own words">\nWhy.\n</WhyItMatters>\n\n<WhatsNext>\nNext.\n</WhatsNext>',
    ),
    'src/nutgraf/strings/es.json': '{ "sources": "Documentos", "copies": { "full": "Página completa" } }',
    'src/nutgraf/strings/gl.json': '{ "sources": "Fontes" }',
  });
  site.write('astro.config.mjs', site.read('astro.config.mjs').replace("name: '", "digits: { ar: 'arab' }, name: '"));
  expect(await site.build()).toMatchObject({ code: 0 });
});

afterAll(() => site?.dispose());

describe('a story and its translations', () => {
  test('name each other for search engines, with the original for everybody else', () => {
    const expected = [
      ['en', 'https://news.example/original/'],
      ['ar-EG', 'https://news.example/mutarjam/'],
      ['es-CO', 'https://news.example/traducido/'],
      ['x-default', 'https://news.example/original/'],
    ];
    for (const path of ['original', 'traducido', 'mutarjam']) {
      const links = [...documentOf(path).querySelectorAll('link[hreflang]')];
      expect(links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')])).toEqual(expected);
    }
    expect(documentOf('alone').querySelector('link[hreflang]')).toBeNull();
  });

  test('link to each other, each language in its own words', () => {
    const links = (path: string) =>
      [...documentOf(path).querySelectorAll('.byline [hreflang]')].map((link) => [
        link.getAttribute('href'),
        link.getAttribute('lang'),
        link.textContent,
      ]);
    expect(links('original')).toEqual([
      ['/mutarjam/', 'ar-EG', 'العربية (مصر)'],
      ['/traducido/', 'es-CO', 'Español (Colombia)'],
    ]);
    expect(links('traducido')[0]).toEqual(['/original/', 'en', 'English']);
    expect(documentOf('alone').querySelector('nav.langs')).toBeNull();
  });
});

describe('each language', () => {
  test('has a front page with its stories only, which names the others', () => {
    const titles = (path: string) =>
      [...documentOf(path).querySelectorAll('.teaser a')].map((link) => link.getAttribute('href'));
    expect(titles('')).toEqual(['/original/']);
    expect(titles('es')).toEqual(['/traducido/']);
    expect(titles('ar')).toEqual(['/mutarjam/']);
    expect(documentOf('ar').documentElement.getAttribute('dir')).toBe('rtl');
    expect(documentOf('mutarjam').querySelector('.byline time')!.textContent).toMatch(/[٠-٩]/);
    expect(documentOf('mutarjam').querySelector('.byline time')!.textContent).not.toMatch(/\d/);
    expect([...documentOf('es').querySelectorAll('link[hreflang]')].map((link) => link.getAttribute('href'))).toEqual([
      'https://news.example/',
      'https://news.example/ar/',
      'https://news.example/es/',
      'https://news.example/gl/',
      'https://news.example/ja/',
      'https://news.example/yi/',
      'https://news.example/',
    ]);
    expect([...documentOf('').querySelectorAll('.mast [hreflang]')].map((link) => link.textContent)).toEqual([
      'English',
      'العربية',
      'Español',
      'Galego',
      '日本語',
      'ייִדיש',
    ]);
    expect(documentOf('es').querySelector('.mast [aria-current]')!.textContent).toBe('Español');
    expect(documentOf('traducido').querySelector('.mast > a')!.getAttribute('href')).toBe('/es/');
  });
});

describe('a page in another language', () => {
  test('has its words, its registries’ words and its dates', () => {
    const page = documentOf('traducido');
    expect(page.documentElement.getAttribute('lang')).toBe('es-CO');
    expect(page.querySelector('.byline')!.textContent).toMatch(/^Por The Desk · Publicado el 8 de enero de 2026/);
    expect(page.querySelector('.kicker')!.textContent).toContain('Ciudades');
    expect(page.querySelector('figcaption')!.textContent).toContain('alcaldesa');
  });

  test('is written from right to left, in its own numerals, where its language is', () => {
    const page = documentOf('mutarjam');
    expect(page.documentElement.getAttribute('dir')).toBe('rtl');
    expect(page.querySelector('.badge')!.textContent).toBe('رويترز١');
    expect(page.querySelector('time')!.textContent).toBe('٨ يناير ٢٠٢٦');
    expect(page.querySelector('h2')!.textContent).toBe('أبرز النقاط');
    expect(documentOf('original').documentElement.hasAttribute('dir')).toBe(false);
  });
});

test('a mistake in a translation is told with its place', async () => {
  site.write('content/explainers/a.mdx', story('lang: fr\ntranslationOf: orignal\n'));
  site.write('content/explainers/b.mdx', story('translationOf: original\n'));
  site.write('content/explainers/c.mdx', story('lang: fr\ntranslationOf: traducido\n'));
  site.write('content/explainers/d.mdx', story('lang: pt\ntranslationOf: original\n'));
  site.write('content/explainers/e.mdx', story('lang: pt\ntranslationOf: original\n'));
  site.write('content/explainers/f.mdx', story('translationOf: f\n'));
  site.write(
    'content/topics/cities.yaml',
    'name: Cities\ntranslations:\n  spanish: { name: Ciudades }\n  es: { title: Ciudades }\n',
  );
  const { code, output } = await site.build();
  expect(code).toBe(1);
  expect(Object.fromEntries(messagesIn(output))).toEqual({
    'content/explainers/a.mdx': [
      '10:16  error  Unknown story “orignal”: expected the name of a file in explainers/.\n  Did you mean “original”?  [story-exists]',
    ],
    'content/explainers/b.mdx': [
      '9:16  error  Unexpected translation from “en” to “en”: expected a line such as “lang: es” in one of the two.  [translation]',
    ],
    'content/explainers/c.mdx': [
      '10:16  error  Unexpected “traducido”, a translation itself: expected the original.\n  Did you mean “original”?  [translation]',
    ],
    'content/explainers/e.mdx': [
      '10:16  error  Unexpected second translation to “pt”: expected only content/explainers/d.mdx.  [translation]',
    ],
    'content/explainers/f.mdx': [
      '9:16  error  Unexpected “f”: expected the story that this one is a translation of.  [translation]',
    ],
    'content/topics/cities.yaml': [
      '3:3  error  Unexpected id “spanish”: expected a language tag such as en or es-CO.  [value-valid]',
      '4:9  error  Unexpected key “translations.es.title”: expected name or description.  [key-known]',
    ],
  });
});

describe('the words of the interface', () => {
  test('are the newsroom’s where it has set them, in every output, and those of the nearest language else', () => {
    expect(documentOf('traducido').querySelector('#sources')?.textContent).toBe('Documentos');
    expect(documentOf('lite/traducido').querySelector('p > a')?.textContent).toBe('Página completa');
    expect(site.read('dist/traducido.txt')).toContain('Documentos');
    expect(site.read('dist/galego.txt')).toMatch(/Fontes[^]*Publicado el 8 de enero|Publicado el[^]*Fontes/);
  });

  test('say which language they are in, where it is another than the page’s', () => {
    const around = (path: string) =>
      ['.mast', '.foot', '.skip'].map((part) => {
        const { lang, dir } = documentOf(path).querySelector<HTMLElement>(part)!;
        return [lang, dir].filter(Boolean).join(' ');
      });
    expect(around('yidish')).toEqual(['en ltr', 'en ltr', 'en ltr']);
    expect(around('galego')).toEqual(['', '', '']);
    expect(around('traducido')).toEqual(['', '', '']);
    const headings = (path: string) =>
      [...parseHTML(site.read(`dist/${path}`)).document.querySelectorAll('h2')]
        .filter(({ id }) => id !== 'related' && id !== 'topics')
        .map((heading) => [heading.textContent.replace(/[\u2068\u2069]/g, ''), heading.getAttribute('lang')]);
    // What the writer wrote is in the story’s language.
    const expected = ['Key points', 'Own words', 'What’s next', 'Sources', 'Credit'].map((one) => [
      one,
      one === 'Own words' ? null : 'en',
    ]);
    expect(headings('yidish/index.html')).toEqual(expected);
    expect(headings('yidish/email.html')).toEqual(expected);
    expect(headings('mutarjam/index.html').every(([, lang]) => lang === null)).toBe(true);
    expect(documentOf('yidish').querySelector('.byline')?.textContent).toMatch(/\u2068Published [^]*\u2069/);
  });
});
