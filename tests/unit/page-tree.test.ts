import type { Element, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { isComputedPlace, withoutComputed } from '../../src/document/computed.ts';
import { mapElements } from '../../src/document/map.ts';
import { normalise } from '../../src/document/normalise.ts';
import { parseBody } from '../../src/document/parse.ts';
import { readStory } from '../../src/document/read.ts';
import { checkTranslations } from '../../src/document/translations.ts';
import type { ReadStory } from '../../src/document/translations.ts';
import { serialiseTree } from '../../src/document/tree.ts';
import { storySchema } from '../../src/schema/story.ts';
import { storyOf } from '../support/desk.ts';
import { contracts } from '../support/newsroom.ts';

/** A tree in one line: elements by their tag and what they carry, components by their name, words as they are. */
function outline(node: Root | Root['children'][number]): string {
  if (node.type === 'text') return JSON.stringify(node.value);
  const inside = 'children' in node ? node.children.map(outline).join(' ') : '';
  if (node.type === 'root') return inside;
  if ('name' in node) return `<${node.name}>(${inside})`;
  if (node.type !== 'element') return node.type;
  const given = Object.entries(node.properties).map(([name, value]) => `${name}=${String(value)}`);
  return `${node.tagName}${given.length ? `[${given.join()}]` : ''}(${inside})`;
}
const treeOf = (body: string) => readStory(storyOf('', body), storySchema, contracts).tree!;
const laidOut = (body: string) =>
  outline(treeOf(body)).replaceAll(' "\\n" ', ' ').replaceAll('"\\n" ', '').replaceAll(' "\\n"', '');

describe('the tree of a page', () => {
  test.each([
    ['One.\n\nTwo.', 'div[className=body](p("One.") p("Two."))'],
    [
      '## A\n\nOne.\n\n### B\n\nTwo.\n\n## C',
      'section[ariaLabelledBy=a](h2[id=a]("A") p("One.") h3[id=b]("B") p("Two.")) section[ariaLabelledBy=c](h2[id=c]("C"))',
    ],
    [
      'One.\n\n<WhyItMatters>\nIt.\n</WhyItMatters>\n\nTwo.',
      'div[className=body](p("One.")) <WhyItMatters>(p("It.")) div[className=body](p("Two."))',
    ],
    [
      '## A\n\n<WhyItMatters>\nIt.\n</WhyItMatters>\n\nTwo.',
      'section[ariaLabelledBy=a](h2[id=a]("A")) <WhyItMatters>(p("It.")) div[className=body](p("Two."))',
    ],
    [
      '<WhatWeKnow>\n- A.\n</WhatWeKnow>\n\n<WhatWeDontKnow>\n- B.\n</WhatWeDontKnow>',
      'div[className=pair](<WhatWeKnow>(ul(li("A."))) <WhatWeDontKnow>(ul(li("B."))))',
    ],
    [
      'Said <Source id="jane" />, and <Source id="jane" />).',
      'div[className=body](p("Said " span[className=keep](<Source>() ",") " and " span[className=keep](<Source>() ").") ""))',
    ],
    [
      'Said <Source id="jane" /> and **so**, he.',
      'div[className=body](p("Said " <Source>() " and " strong("so") ", he."))',
    ],
    ['- A\n- B', 'div[className=body](ul(li("A") li("B")))'],
    ['- A\n\n- B', 'div[className=body](ul(li(p("A")) li(p("B"))))'],
    ['- A\n\n  more\n- B', 'div[className=body](ul(li(p("A") p("more")) li(p("B"))))'],
  ])('of “%s”', (body, tree) => expect(laidOut(body)).toBe(tree));

  test('has each table in a region that scrolls by itself, named by its columns and by nothing else’s name', () => {
    const tree = laidOut('| A | B |\n|---|--:|\n| 1 | 2 |');
    expect(tree).toMatch(
      /^div\[className=body\]\(div\[className=scroll,tabIndex=0(,role=region,ariaLabel=[^\]]+)?\]\(table\(/,
    );
    expect(tree).toContain('className=right');
    expect(tree).not.toContain('align=');
    const twice = laidOut('| A | B |\n|---|---|\n| 1 | 2 |\n\n| A | B |\n|---|---|\n| 3 | 4 |');
    expect([...twice.matchAll(/ariaLabel=([^\]]+)/g)].map(([, name]) => name)).toEqual(['A, B', 'A, B (2)']);
  });

  test('is kept without places in the file', () => {
    const tree = treeOf('One <Source id="jane" />.');
    const kept = serialiseTree(tree);
    expect(kept).not.toMatch(/"position"|"offset"/);
    expect(outline(JSON.parse(kept) as Root)).toBe(outline(tree));
    expect(serialiseTree({ type: 'x', start: 1, properties: { start: 3 } })).toBe(
      '{"type":"x","properties":{"start":3}}',
    );
  });
});

describe('a tree with its elements changed', () => {
  const tree = treeOf('One *two* and **three**.');
  test('shares what did not change with the given one, and leaves that as it is', () => {
    const before = JSON.stringify(tree);
    const upper = mapElements(tree, (element) => (element.tagName === 'em' ? { ...element, tagName: 'i' } : element));
    expect(outline(upper)).toBe('div[className=body](p("One " i("two") " and " strong("three") "."))');
    expect(JSON.stringify(tree)).toBe(before);
    expect(mapElements(tree, (element) => element)).toBe(tree);
    const [body] = tree.children as [Element];
    const [changed] = upper.children as [Element];
    const strong = (element: Element) => (element.children[0] as Element).children[3];
    expect(strong(changed)).toBe(strong(body));
  });

  test('is changed from the inside out', () => {
    const seen: string[] = [];
    mapElements(tree, (element) => (seen.push(element.tagName), element));
    expect(seen).toEqual(['em', 'strong', 'p', 'div']);
  });
});

describe('a program without what it computes', () => {
  const left = (body: string) => {
    const tree = parseBody(body, contracts);
    if (!('type' in tree)) throw new Error(tree.reason);
    normalise(tree, contracts);
    const before = JSON.stringify(tree);
    const found = withoutComputed(tree, contracts);
    expect(JSON.stringify(tree)).toBe(before);
    const words = (node: (typeof found)['children'][number]): string => {
      if (isComputedPlace(node)) return '…';
      if ('value' in node) return node.type.startsWith('mdxjs') ? '' : node.value;
      const inside = 'children' in node ? (node.children as never[]).map(words).join('') : '';
      return 'name' in node
        ? `<${node.name}>${inside}</>`
        : node.type === 'paragraph' || node.type === 'heading'
          ? `¶${inside}`
          : inside;
    };
    return found.children.map(words).join('');
  };

  test.each([
    ['One.\n\nTwo {n}.\n\nFour.', '¶One.…¶Four.'],
    ['One {n}.\n\nTwo {n}.\n\nThree.', '…¶Three.'],
    ['One.\n\n- A\n- B {n}\n\nTwo.', '¶One.…¶Two.'],
    ['{1 + 1}\n\nOne.', '…¶One.'],
    ['<WhyItMatters>\nOne.\n\nTwo {n}.\n</WhyItMatters>', '<WhyItMatters>¶One.…</>'],
    ['<WhyItMatters>\nTwo {n}.\n</WhyItMatters>', '…'],
    ['<WhyItMatters title={title}>\nOne.\n</WhyItMatters>', '…'],
    ['<WhyItMatters {...props}>\nOne.\n</WhyItMatters>', '…'],
    [
      '<Officials>\n<Statement by="a" source="b">“One {n}.”</Statement>\n<Statement by="a" source="b">“Two.”</Statement>\n</Officials>',
      '…',
    ],
    ['export const Own = () => 1;\n\n<Own />\n\nOne.', '…¶One.'],
    ['One.', '¶One.'],
  ])('“%s”', (body, words) => expect(left(body)).toBe(words));

  test('has a tag in its place that no writer can type', () => {
    expect(
      [
        { type: 'x', name: 'nutgraf:computed' },
        { type: 'x', tagName: 'nutgraf:computed' },
        { type: 'x', name: 'Own' },
        { type: 'x' },
      ].map(isComputedPlace),
    ).toEqual([true, true, false, false]);
  });
});

describe('translations', () => {
  const story = (id: string, lang: string, of?: string, more: Partial<ReadStory> = {}): ReadStory => ({
    id,
    lang,
    file: `${id}.mdx`,
    references: of
      ? [
          { to: 'topics', id: 'x', line: 1, column: 1 },
          { to: 'explainers', id: of, line: 4, column: 16 },
        ]
      : [],
    ...more,
  });
  const told = (...stories: ReadStory[]) =>
    checkTranslations(stories).map(({ file, line, column, fatal, reason, expected }) => [
      `${file}:${line}:${column}`,
      fatal,
      reason,
      ...(expected ?? []),
    ]);

  test('name the original, and there is one for each language', () => {
    expect(told(story('a', 'en'), story('b', 'es', 'a'), story('c', 'fr', 'a'), story('d', 'de', 'nowhere'))).toEqual(
      [],
    );
    expect(told(story('a', 'en', 'a'))).toEqual([
      ['a.mdx:4:16', true, 'Unexpected “a”: expected the story that this one is a translation of.'],
    ]);
    expect(told(story('a', 'en'), story('b', 'es', 'a'), story('c', 'fr', 'b'))).toEqual([
      ['c.mdx:4:16', true, 'Unexpected “b”, a translation itself: expected the original.', 'a'],
    ]);
    expect(told(story('a', 'en'), story('b', 'en', 'a'))).toEqual([
      [
        'b.mdx:4:16',
        true,
        'Unexpected translation from “en” to “en”: expected a line such as “lang: es” in one of the two.',
      ],
    ]);
  });

  test('of two to one language the second by name has the message, a draft before it', () => {
    const second = (file: string, other: string) => [
      [`${file}:4:16`, true, `Unexpected second translation to “es”: expected only ${other}.`],
    ];
    expect(told(story('c', 'es', 'a'), story('b', 'es', 'a'), story('a', 'en'))).toEqual(second('c.mdx', 'b.mdx'));
    expect(told(story('c', 'es', 'a'), story('b', 'es', 'a', { isDraft: true }), story('a', 'en'))).toEqual(
      second('b.mdx', 'c.mdx'),
    );
    expect(told(story('a', 'en'), story('a2', 'en'), story('c', 'es', 'a'), story('b', 'es', 'a2'))).toEqual([]);
  });
});
