import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../src/renderings/markdown.ts';
import { toText } from '../../src/renderings/text.ts';
import { wordsOfMarkdown } from '../support/facts.ts';

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
    ).toBe('1. **May**\n\n   It began.\n\n2. **June**\n\n   It ended.\n');
  });

  test('has tables with their captions', () => {
    const table = h('table', [
      h('caption', 'Votes'),
      h('thead', h('tr', [h('th', 'Round'), h('th', 'A|B')])),
      h('tbody', h('tr', [h('td', '1'), h('td', '42')])),
    ]);
    expect(toMarkdown(root(table))).toBe('**Votes**\n\n| Round | A\\|B |\n| ----- | ---- |\n| 1     | 42   |\n');
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
      '1. May\n\nIt began.\n\n2. It ended.',
    );
    expect(toText(root(h('ul', [h('li', 'One'), h('li', 'Two')])))).toBe('- One\n- Two');
  });
});
