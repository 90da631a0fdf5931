import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import type { PhrasingContent, Root as MdastRoot, RootContent } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown as write } from 'mdast-util-to-markdown';
import type { Options } from 'mdast-util-to-markdown';
import markdownIt from 'markdown-it';
import { toHtml } from '../../src/renderings/html.ts';
import { plainWords, toMarkdown } from '../../src/renderings/markdown.ts';
import { toText } from '../../src/renderings/text.ts';
import { wordsOfHtml, wordsOfMarkdown } from '../support/facts.ts';

const root = (...children: ElementContent[]): Root => ({ type: 'root', children });

describe('Markdown', () => {
  test('has nothing in it that the writer’s words could become', () => {
    const words = 'T & <b> *x* _y_ [a](b) `c` &amp; <script>alert(1)</script>';
    const markdown = toMarkdown(root(h('h1', words), h('p', '1. not a list'), h('p', '# not a heading')));
    expect(markdown).not.toMatch(/(?<!\\)<(?=[a-z])/);
    expect(wordsOfMarkdown(markdown)).toBe(`${words}\n\n1. not a list\n\n# not a heading`);
  });

  test('keeps as HTML what Markdown has no sign for', () => {
    expect(
      toMarkdown(root(h('p', ['10', h('sup', '5'), ' t of CO', h('sub', '2'), ', ', h('del', 'five'), ' six']))),
    ).toBe('10<sup>5</sup> t of CO<sub>2</sub>, <del>five</del> six\n');
    expect(
      toMarkdown(
        root(
          h('p', [
            h('span', { lang: 'ar', dir: 'rtl' }, 'مرحبا'),
            ' ',
            h('span', 'plain'),
            ' ',
            h('time', { dateTime: '2026' }, '2026'),
          ]),
        ),
      ),
    ).toBe('<span lang="ar" dir="rtl">مرحبا</span> plain 2026\n');
  });

  test('sets names of a list in bold, and headings of its items', () => {
    expect(toMarkdown(root(h('dl', [h('dt', 'Length'), h('dd', '5 km'), h('dt', 'Cost'), h('dd', '$3')])))).toBe(
      '- **Length**: 5 km\n- **Cost**: $3\n',
    );
    expect(
      toMarkdown(
        root(
          h('ol', [h('li', [h('h3', 'May'), h('p', 'It began.')]), h('li', [h('h3', 'June'), h('p', 'It ended.')])]),
        ),
      ),
    ).toBe('1. **May**: It began.\n\n2. **June**: It ended.\n');
  });

  test('has tables with their captions', () => {
    const table = h('table', [
      h('caption', 'Votes'),
      h('thead', h('tr', [h('th', 'Round'), h('th', 'A|B')])),
      h('tbody', h('tr', [h('td', '1'), h('td', '42')])),
    ]);
    expect(toMarkdown(root(table))).toBe('Votes\n\n| Round | A\\|B |\n| ----- | ---- |\n| 1     | 42   |\n');
  });

  test('has what is said, then who says it, and pictures', () => {
    const figure = h('figure', [
      h('figcaption', [h('strong', 'Jane Doe'), ', Mayor']),
      h('blockquote', h('p', '“Yes.”')),
    ]);
    expect(
      toMarkdown(root(figure, h('figure', h('img', { src: 'https://news.example/a.jpg', alt: 'A bridge' })))),
    ).toBe('**Jane Doe**, Mayor\n\n> “Yes.”\n\n![A bridge](https://news.example/a.jpg)\n');
  });
});

describe('text', () => {
  test('tells by signs what only markup told', () => {
    expect(
      toText(
        root(h('p', ['10', h('sup', '5'), ' t of CO', h('sub', '2'), ', x', h('sup', 'ab'), ' and ', h('q', 'so')])),
      ),
    ).toBe('10⁵ t of CO₂, x^ab and “so”');
    const quotation = root(h('p', h('q', ['Tak, ', h('q', 'mamo'), '.'])));
    expect(toText(quotation, 'pl')).toBe('„Tak, «mamo».”');
    expect(toMarkdown(quotation, 'pl')).toBe('„Tak, «mamo».”\n');
    expect(
      toText(
        root(
          h('p', [
            h('a', { href: 'https://a.example/' }, 'A'),
            ' ',
            h('a', { href: 'https://b.example/' }, 'https://b.example/'),
            ' ',
            h('a', { href: '#x' }, 'C'),
          ]),
        ),
      ),
    ).toBe('A (https://a.example/) https://b.example/ C');
    expect(toText(root(h('p', h('img', { src: 'x', alt: 'A bridge' }))))).toBe('[A bridge]');
  });

  test('numbers and marks items', () => {
    expect(toText(root(h('ol', [h('li', [h('h3', 'May'), h('p', 'It began.')]), h('li', 'It ended.')])))).toBe(
      '1. May\n\n   It began.\n\n2. It ended.',
    );
    expect(toText(root(h('ul', [h('li', 'One'), h('li', 'Two')])))).toBe('- One\n- Two');
  });

  test.each([
    ['x−1, in signs where all have one', h('p', ['10', h('sup', '−1'), ' and x', h('sup', 'n+2')]), '10⁻¹ and xⁿ⁺²'],
    ['a note of chemistry', h('p', ['C', h('sub', '6'), 'H', h('sub', '(12)'), ' a', h('sub', 'i')]), 'C₆H₍₁₂₎ a_i'],
    ['a mark within a power', h('p', ['e', h('sup', h('b', '2'))]), 'e²'],
    ['a picture that shows nothing', h('p', ['A', h('img', { src: 'x', alt: '' }), 'B']), 'A B'],
    ['a link of mail', h('p', h('a', { href: 'mailto:a@b.example' }, 'write')), 'write'],
    ['a link of the old web', h('p', h('a', { href: 'http://a.example/' }, 'A')), 'A (http://a.example/)'],
    ['a link in marked words', h('p', h('b', h('a', { href: 'https://a.example/' }, 'A'))), 'A (https://a.example/)'],
    ['a list in a list', h('ul', h('li', ['One', h('ol', [h('li', 'a'), h('li', 'b')])])), '- One\n  1. a\n  2. b'],
    ['numbers that go on past other tags', h('ol', [h('li', 'a'), h('b', '-'), h('li', 'b')]), '1. a\n-\n2. b'],
    ['an item with a paragraph', h('ul', h('li', [h('p', 'One'), h('p', 'more')])), '- One\n\n  more'],
    ['numbers as they are written', h('ol', { start: 4 }, [h('li', 'a'), h('li', { value: 9 }, 'b')]), '4. a\n9. b'],
    [
      'a list in a numbered item, below its words',
      h('ol', [h('li', ['One', h('ul', [h('li', ['a', h('ul', h('li', 'b'))])])]), h('li', 'Two')]),
      '1. One\n   - a\n     - b\n2. Two',
    ],
    [
      'a quotation, line by line, and one within it',
      h('blockquote', [h('p', '“One.”'), h('p', ['Two', h('br'), 'three']), h('blockquote', h('p', 'Four'))]),
      '> “One.”\n>\n> Two\n> three\n>\n> > Four',
    ],
    ['a quotation in an item', h('ul', h('li', [h('p', 'One'), h('blockquote', h('p', 'Two'))])), '- One\n\n  > Two'],
    ['names, each with what is said of it', h('dl', [h('dt', 'Cost'), h('dd', '$3')]), 'Cost\n$3'],
    ['an item of nothing', h('ul', [h('li'), h('li', 'b')]), '-\n- b'],
  ])('tells %s', (_, node, text) => expect(toText(root(node)).replace(/ +$/gm, '')).toBe(text));

  test('keeps two lists apart, and sets a heading after an empty line', () => {
    const list = (item: string) => h('ul', h('li', item));
    expect(toText(root(list('a'), list('b'), h('h2', 'Why'), h('h3', 'So'), list('c'), h('h2', 'Then')))).toBe(
      '- a\n\n- b\n\nWhy\n\nSo\n\n- c\n\nThen',
    );
    expect(toText(root(h('section', [h('h2', 'A'), h('ol', h('li', 'b'))]), h('section', h('h2', 'C'))))).toBe(
      'A\n\n1. b\n\nC',
    );
  });

  test('has one empty line between blocks at the most, and none around them', () =>
    expect(toText(root(h('p', 'A'), h('p', '\n'), h('br'), h('br'), h('br'), h('p', 'B')))).toBe('A\n\nB'));
});

test('plain words are written as the library writes them, wherever they stand', () => {
  let seed = 7;
  const below = (limit: number) => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) % limit;
  const one = <Item>(items: readonly Item[]): Item => items[below(items.length)]!;
  const pieces = [
    ...[
      'word',
      'Año',
      '中',
      ' ',
      ' ',
      ', ',
      '. ',
      '1.',
      '2)',
      '-',
      '+',
      '--',
      '—',
      '“',
      '(',
      ')',
      '=',
      '>',
      '~',
      ':',
      '!',
    ],
    ...['#', '*', '_', '`', '[', ']', '<b', '&amp;', '&', '|', '\\', '\n', '\t', "'", '"', '$', 'https://a.example'],
  ];
  const text = (): PhrasingContent => ({
    type: 'text',
    // Half of them of what is mostly plain.
    value: Array.from({ length: 1 + below(6) }, () => one(below(2) ? pieces.slice(0, 16) : pieces)).join(''),
  });
  const phrasing = (depth = 0): PhrasingContent[] =>
    Array.from({ length: 1 + below(4) }, (): PhrasingContent => {
      const kind = depth < 2 ? below(7) : 0;
      if (kind === 1) return { type: 'strong', children: phrasing(depth + 1) };
      if (kind === 2) return { type: 'emphasis', children: phrasing(depth + 1) };
      if (kind === 3) return { type: 'link', url: 'https://a.example/', title: null, children: phrasing(2) };
      if (kind === 4) return { type: 'break' };
      if (kind === 5) return { type: 'html', value: '<sup>' };
      return text();
    });
  const block = (): RootContent =>
    one<() => RootContent>([
      () => ({ type: 'paragraph', children: phrasing() }),
      () => ({ type: 'heading', depth: 2, children: phrasing() }),
      () => ({ type: 'blockquote', children: [{ type: 'paragraph', children: phrasing() }] }),
      () => ({
        type: 'list',
        children: [{ type: 'listItem', children: [{ type: 'paragraph', children: phrasing() }] }],
      }),
      () => ({
        type: 'table',
        children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: phrasing() }] }],
      }),
    ])();
  const options = { bullet: '-', emphasis: '_', extensions: [gfmTableToMarkdown()] } satisfies Options;
  for (let run = 0; run < 2000; run += 1) {
    const tree: MdastRoot = { type: 'root', children: [block(), block()] };
    expect(write(tree, { ...options, handlers: { text: plainWords } })).toBe(write(tree, options));
  }
});

describe('Markdown where signs stand between letters, as Japanese and Chinese set them', () => {
  const link = h('a', { href: 'https://a.example/' }, '訪問');
  const cases: [string, ElementContent, string, string][] = [
    [
      'a title that is a link',
      h('p', ['この記事', h('cite', link), 'は初出です。']),
      '[訪問](https://a.example/)',
      '訪問',
    ],
    [
      'bold in brackets',
      h('p', ['彼は', h('strong', '「はい」'), 'と言った']),
      '<strong>「はい」</strong>',
      '「はい」',
    ],
    ['italics that end in a full stop', h('p', ['彼', h('em', '見た。'), '人']), '<em>見た。</em>', '見た。'],
    ['bold between letters', h('p', ['彼', h('strong', '見'), '人']), '**見**', '見'],
    ['a title of words', h('p', ['The post ', h('cite', 'A Visit'), ' appeared']), '_A Visit_', 'A Visit'],
  ];
  test.each(cases)('%s is read by everybody', (_, node, written, marked) => {
    const markdown = toMarkdown(root(node), 'ja');
    expect(markdown).toContain(written);
    expect(markdown).not.toContain('&#');
    const words = wordsOfHtml(toHtml(root(node)));
    for (const html of [wordsOfMarkdown(markdown), wordsOfHtml(markdownIt({ html: true }).render(markdown))])
      expect(html.trim()).toBe(words);
    expect(words).toContain(marked);
  });

  test('two marks side by side stay two', () => {
    const node = h('p', [h('strong', 'A'), h('em', 'B'), ' c']);
    expect(toMarkdown(root(node))).toBe('**A**<em>B</em> c\n');
  });
});

test('a caption that is all bold is one without it', () =>
  expect(toMarkdown(root(h('figure', [h('figcaption', h('strong', 'Votes')), h('p', 'A table.')])))).toBe(
    'Votes\n\nA table.\n',
  ));

test('no line of Markdown is all bold: it would stand for a heading', () => {
  const list = h('ul', [
    h('li', [h('h3', 'Who?'), h('p', 'He.')]),
    h('li', h('h3', 'May')),
    h('li', [h('h3', 'June'), h('ul', h('li', 'a'))]),
  ]);
  expect(toMarkdown(root(list))).toBe('- **Who?** He.\n\n- May\n\n- June\n\n  - a\n');
});

describe('Markdown of a copy', () => {
  test.each([
    ['quotes', h('p', h('q', ['so ', h('q', 'it')])), '“so ‘it’”\n'],
    ['titles', h('p', h('cite', 'A book')), '_A book_\n'],
    ['lists', h('ul', [h('li', 'One'), h('li', 'Two')]), '- One\n- Two\n'],
    ['lines between parts', root(h('p', 'A'), h('hr'), h('p', 'B')), 'A\n\n---\n\nB\n'],
    ['names in another direction', h('p', h('bdi', { dir: 'rtl' }, 'مرحبا')), '<bdi dir="rtl">مرحبا</bdi>\n'],
    ['signs of a keyboard', h('p', [h('kbd', 'F5'), ' ', h('mark', 'here')]), '<kbd>F5</kbd> <mark>here</mark>\n'],
    ['what was put in, and out', h('p', [h('ins', 'one'), ' ', h('s', 'two')]), '<ins>one</ins> <s>two</s>\n'],
    ['marks in marks', h('p', h('sup', ['a ', h('em', 'b')])), '<sup>a _b_</sup>\n'],
    ['items with headings', h('ul', h('li', [h('h2', 'A'), h('p', 'b')])), '- **A**: b\n'],
    ['items with smaller headings', h('ul', h('li', [h('h4', 'A'), h('p', 'b')])), '- **A**: b\n'],
    [
      'names in groups, with marks',
      h('dl', [h('div', [h('dt', h('em', 'Length')), h('dd', ['5 ', h('strong', 'km')])]), h('div', h('dt', 'Cost'))]),
      '- **_Length_**: 5 **km**\n- **Cost**\n',
    ],
    ['tables without a caption', h('table', h('tr', [h('th', 'A'), h('th', 'B')])), '| A | B |\n| - | - |\n'],
    ['what is said before any name', h('dl', [h('dd', 'lost'), h('dt', 'A'), h('dd', 'b')]), '- **A**: b\n'],
  ])('has %s', (_, node, markdown) => expect(toMarkdown(node.type === 'root' ? node : root(node))).toBe(markdown));
});
