import type { Root as Hast } from 'hast';
import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import type { ComponentNode } from '../../src/document/contract.ts';
import { inspect } from '../../src/document/inspect.ts';
import { expressionOf, literalOf } from '../../src/document/literal.ts';
import { toJson } from '../../src/document/message.ts';
import { parseBody } from '../../src/document/parse.ts';
import { propsOf, setProps } from '../../src/document/props.ts';
import { normalise } from '../../src/document/normalise.ts';
import { serialiseTree, toPageTree } from '../../src/document/tree.ts';
import { contracts } from './contracts.ts';
import { outline } from './outline.ts';

function parsed(body: string): Root {
  const tree = parseBody(body, contracts);
  if (!('type' in tree)) throw new Error(`${tree.line}:${tree.column} ${tree.reason}`);
  return tree;
}

function normalised(body: string): Root {
  const tree = parsed(body);
  normalise(tree, contracts);
  return tree;
}

const inspected = (body: string) => inspect(normalised(body), contracts);

function drawn(body: string): Hast {
  const tree = normalised(body);
  inspect(tree, contracts);
  return toPageTree(tree, contracts);
}

const firstTag = (body: string) => parsed(body).children[0] as ComponentNode;

describe('parseBody', () => {
  const faultOf = (body: string) => {
    const fault = parseBody(body, contracts);
    return 'type' in fault ? undefined : `${fault.line}:${fault.column} ${fault.reason}`;
  };

  const end = 'expected “/>” or “>” at the end of the tag.';
  test.each([
    ['<Section>\nText.', '1:1 Unexpected end of the story while <Section> is open: expected </Section> before it.'],
    [
      '- a <Cite id="a">b\n- c',
      '1:5 Unexpected end of the paragraph while <Cite> is open: expected </Cite> before it.',
    ],
    ['A *b <i>c*</i> {1}', '1:6 Unexpected end of the italic text while <i> is open: expected </i> before it.'],
    ['## A <i>b', '1:6 Unexpected end of the heading while <i> is open: expected </i> before it.'],
    [
      '> <Section>\n> Text.\n\nText.',
      '1:3 Unexpected end of the quotation while <Section> is open: expected </Section> before it.',
    ],
    [
      '- <Section>\n  Text.\n\nText.',
      '1:3 Unexpected end of the line of the list while <Section> is open: expected </Section> before it.',
    ],
    [
      '<Cite id="a">b **c</Cite> d** {1}',
      '1:19 Unexpected </Cite> at the end of the bold text: expected it on the same side of it, like <Cite>.',
    ],
    [
      '<Section>\nText.</Section>',
      '2:6 Unexpected </Section> at the end of the paragraph: expected it on a line of its own, like <Section>.',
    ],
    [
      '  <Section>Text.\n\n</Section>',
      '1:3 Unexpected end of the paragraph while <Section> is open: expected </Section> before it, or <Section> on a line of its own.',
    ],
    // The wrong tag is the one that nobody opened.
    [
      '<Quotes>\n<Quote by="a">\nText.\n</Quotes>',
      '2:1 Unexpected </Quotes> while <Quote> is open: expected </Quote> before it.',
    ],
    [
      '<Quotes>\n<Quote by="a">\nText.\n</Points>\n</Quotes>',
      '4:1 Unexpected </Points>: expected </Quote>, for the tag in line 2.',
    ],
    ['<Section>\nText.\n</Sectoin>', '3:1 Unexpected </Sectoin>: expected </Section>, for the tag in line 1.'],
    ['<Rule />\n\n<Section>\nText.\n</Rule>', '5:1 Unexpected </Rule>: expected </Section>, for the tag in line 3.'],
    ['Text.\n\n</Section>', '3:1 Unexpected </Section>: expected <Section> before it.'],
    ['<Section>\nText.\n</Section id="a">', '3:11 Unexpected prop in </Section>: expected only the name of the tag.'],
    ['<Section>\nText.\n</Section/>', '3:10 Unexpected “/” in </Section>: expected only the name of the tag.'],
    ['A <Cite id="a"', `1:3 Unexpected end of the text in <Cite>: ${end}`],
    [
      'A <Cite id="a", b>',
      '1:15 Unexpected “,” in <Cite>: expected a prop as in title="…", or “/>” or “>” at the end of the tag.',
    ],
    [
      'A <Cite id="a" / b>',
      '1:18 Unexpected “b” in <Cite>: expected a prop as in title="…", or “/>” or “>” at the end of the tag.',
    ],
    ["A <Cite id='a />", `1:9 Unexpected end of the paragraph in “id” on <Cite>: expected ' at the end of its value.`],
    [
      'A <Cite id = a />',
      '1:14 Unexpected “a” after “id=” on <Cite>: expected straight quotation marks, as in id="…".',
    ],
    ['A <Cite id=”a” />', '1:12 Unexpected ” after “id=” on <Cite>: expected straight quotation marks, as in id="…".'],
    [
      '- <Cite\nid="a" /> {1}',
      '1:3 Unexpected line break in <Cite>: expected the whole tag in one line of a list or quotation.',
    ],
    ['I <3 you', '1:3 Unexpected “<”: expected a tag such as <Cite id="…" />, or “\\<” for the sign itself.'],
    ['<!DOCTYPE html>', '1:1 Unexpected “<!”: expected a comment as {/* words */}.'],
    [
      'A <a@b.org>',
      '1:3 Unexpected address in “<” and “>”: expected “[words]” and right behind it “(mailto:a@b.org)”.',
    ],
    ['A {b', '1:3 Unexpected “{” without “}”: expected “}” after it, or “\\{” for the sign itself.'],
    ['A {b} {c {d}', '1:7 Unexpected “{c {d}”: expected a value such as {5} in braces, or “\\{” for the sign itself.'],
    ['A {b {c} d', '1:3 Unexpected “{b {c}”: expected a value such as {5} in braces, or “\\{” for the sign itself.'],
    [
      'A {[{ b: 1 }] c}',
      '1:3 Unexpected “{[{ b: 1 }”: expected a value such as {5} in braces, or “\\{” for the sign itself.',
    ],
    ['{a\n\nb', '1:1 Unexpected “{” without “}”: expected “}” after it, or “\\{” for the sign itself.'],
    ['A {b c}', '1:3 Unexpected “{b c}”: expected a value such as {5} in braces, or “\\{” for the sign itself.'],
    ['A <Cite id={} />', '1:12 Unexpected “{}”: expected a value such as {5} in braces, or “\\{” for the sign itself.'],
    [
      'A <Cite id={"a} />',
      '1:12 Unexpected “{"a}”: expected a value such as {5} in braces, or “\\{” for the sign itself.',
    ],
    ['A <Cite {id} />', '1:9 Unexpected “{id}”: expected a value such as {5} in braces, or “\\{” for the sign itself.'],
    [
      'Text.\n\nexport of coffee fell.',
      '3:1 Unexpected words after “export” at the beginning of a line: expected code, or another first word.',
    ],
    [
      'import a from "b"\nText.',
      '1:1 Unexpected words after “import” at the beginning of a line: expected code, or another first word.',
    ],
  ])('%# %j', (body, expected) => {
    expect(faultOf(body)).toBe(expected);
    expect(faultOf(body.replaceAll('\n', '\r\n'))).toBe(expected);
    expect(faultOf(`\n\n${body}`)).toBe(
      expected
        .replace(/^\d+/, (line) => String(Number(line) + 2))
        .replace(/line (\d+)/, (_, line) => `line ${Number(line) + 2}`),
    );
  });

  test.each([
    'It is > 5 and 3 } 2.',
    'A \\{b\\} \\<c.',
    '`{a <b`',
    '```\n{a <b\n```',
    '{/* comment */}',
    'A &lt;b&gt;.',
    'important words',
    'A <Cite\n  id="a"\n/>',
  ])('reads %j', (body) => expect(faultOf(body)).toBeUndefined());
});

describe('literalOf', () => {
  const valueOf = (code: string) => {
    const { data } = parsed(`{${code}}`).children[0] as { data?: { estree?: never } };
    const expression = expressionOf(data?.estree);
    return expression && literalOf(expression);
  };
  test.each<[string, unknown]>([
    ['5', 5],
    ['-5', -5],
    ['1.5', 1.5],
    ['"a"', 'a'],
    ['`a\\n`', 'a\n'],
    ['true', true],
    ['null', null],
    ['[1, "a", [true]]', [1, 'a', [true]]],
    ['({ a: 1, "b-c": [2], 3: 4 })', undefined],
    ['({ a: 1, "b-c": { d: [2] } })', { a: 1, 'b-c': { d: [2] } }],
    ['a', undefined],
    ['undefined', undefined],
    ['1 + 1', undefined],
    ['+1', undefined],
    ['!true', undefined],
    ['-"a"', undefined],
    ['/a/', undefined],
    ['5n', undefined],
    ['`a${1}`', undefined],
    ['[1, a]', undefined],
    ['[1, , 2]', undefined],
    ['[...a]', undefined],
    ['({ a })', undefined],
    ['({ ...a })', undefined],
    ['({ [a]: 1 })', undefined],
    ['({ get a() { return 1 } })', undefined],
    ['a()', undefined],
    ['<b />', undefined],
    ['/* comment */', undefined],
  ])('%s is %j', (code, value) => expect(valueOf(code)).toEqual(value));

  test('an object keeps what it is made by', () => {
    const value = valueOf('({ ["__proto__"]: 1, "__proto__": { a: 1 } })');
    expect(value).toBeUndefined();
    expect(Object.getPrototypeOf(valueOf('({ "__proto__": { a: 1 } })'))).toBe(Object.prototype);
  });
});

describe('propsOf', () => {
  test('reads what is written out, and where', () => {
    const props = propsOf(firstTag('<Rule a="1" b={2}\n  c d={[1, "x"]} e=\'&lt;\' f={g} {...h} b={3} />'));
    expect({ ...props.values }).toEqual({ a: '1', b: 2, c: true, d: [1, 'x'], e: '<' });
    expect(props.places['d']).toMatchObject({ line: 2, column: 5 });
    expect(props).toMatchObject({ computed: ['f'], spread: true, twice: [{ name: 'b', line: 2 }] });
  });
  test('takes any name', () => {
    const props = propsOf(firstTag('<Rule toString="a" __proto__="b" constructor="c" />'));
    expect(Object.entries(props.values)).toEqual([
      ['toString', 'a'],
      ['__proto__', 'b'],
      ['constructor', 'c'],
    ]);
    expect(props.twice).toEqual([]);
  });
  test('setProps replaces, and is read again', () => {
    const node = firstTag('<Rule size={1} {...x} />');
    setProps(node, { size: 2, loud: false, name: 'a' });
    expect({ ...propsOf(node).values }).toEqual({ size: 2, loud: false, name: 'a' });
    expect(node.attributes).toHaveLength(4);
  });
});

describe('settle', () => {
  test.each([
    ['a component on its own line', '<Section>\nText.\n</Section>', '<!Section><paragraph>Text.</></>'],
    ['blank lines in it', '<Section>\n\nText.\n\n</Section>', '<!Section><paragraph>Text.</></>'],
    ['a component in one line', '<Section>Text.</Section>', '<!Section><paragraph>Text.</></>'],
    ['two in one line', '<Rule /> <Rule />', '<!Rule></><!Rule></>'],
    ['an inline component alone', '<Cite id="a" />', '<paragraph><Cite id=a></></>'],
    ['an inline component over lines', '<Cite id="a">\nwords\n</Cite>', '<paragraph><Cite id=a>words</></>'],
    ['HTML over lines', '<b>\nText\n</b>', '<paragraph><b>Text</></>'],
    ['HTML in words', 'A <b>c</b>.', '<paragraph>A <b>c</>.</>'],
    ['an unknown component over lines', '<Map>\nText.\n</Map>', '<!Map><paragraph>Text.</></>'],
    ['what is written out', 'A {5} {"text"} {`x`} {true}{null}.', '<paragraph>A 5 text x .</>'],
    ['what is written out on a line', '{"Text."}', '<paragraph>Text.</>'],
    [
      'comments',
      '{/* a */}\n\nA{/* b */}.\n\n- {/* c */}\n\n<Section>\n{/* d */}\n</Section>',
      '<paragraph>A.</><list><listItem></></><!Section></>',
    ],
    ['code', 'A {b()} {[1]}.', '<paragraph>A <mdxTextExpression>b()</> <mdxTextExpression>[1]</>.</>'],
  ])('%s', (_, body, expected) => {
    const tree = normalised(body);
    expect(outline(tree)).toBe(expected);
    normalise(tree, contracts);
    expect(outline(tree)).toBe(expected);
  });
});

describe('inspect', () => {
  test('numbers citations, and says where each is', () => {
    const { citations } = inspected(
      `One <Cite id="a" />.\n\nTwo, <Cite id="b" /> and <Cite id="a" />.\n\n## A heading\n\n<Cite id="c" />\n\n<Section title="Why">\n<Cite id="d" />\n</Section>\n\n<Quotes>\n<Quote by="jane" source="e">Text <Cite id="f" />.</Quote>\n</Quotes>\n\nThree <Cite id="a" />.`,
    );
    expect(citations).toEqual([
      { source: 'a', paragraph: 1 },
      { source: 'b', paragraph: 2 },
      { source: 'a', paragraph: 2 },
      { source: 'c', heading: 'A heading', paragraph: 3 },
      { source: 'd', heading: 'Why', component: 'Section' },
      { source: 'e', component: 'Quotes' },
      { source: 'f', component: 'Quotes' },
      { source: 'a', heading: 'A heading', paragraph: 4 },
    ]);
  });

  test('sets the number of a citation, anchors, and what a component derives', () => {
    const tree = normalised(
      '## Why\n\n<Section title="Why">\n<Cite id="a" />\n</Section>\n\n<Quotes>\n<Quote by="jane" source="b">Oh!</Quote>\n</Quotes>',
    );
    inspect(tree, contracts);
    expect(outline(tree)).toBe(
      '<heading>Why</><!Section title=Why anchor=why-1><paragraph><Cite id=a citation=1></></></><!Quotes anchor=quotes><!Quote by=jane source=b citation=2 length=3 loud=true quote=false><paragraph>Oh!</></></>',
    );
    expect(tree.children[0]?.data).toMatchObject({ hProperties: { id: 'why' } });
  });

  test('finds references with their places', () => {
    const { references } = inspected('<Quotes>\n<Quote by="jane"\n  from={["john", "joan"]}>Text.</Quote>\n</Quotes>');
    expect(references).toEqual([
      { to: 'people', id: 'jane', line: 2, column: 8 },
      { to: 'people', id: 'john', line: 3, column: 3 },
      { to: 'people', id: 'joan', line: 3, column: 3 },
    ]);
  });

  test('counts words that are read', () => {
    expect(
      inspected(
        '## One\n\nTwo, three – and *four* 5 {"six"} `no` {/* no */}.\n\n<Section title="no">\n- Seven eight\n</Section>',
      ).words,
    ).toBe(9);
  });

  test('lists components and pictures, each component once', () => {
    const { components, images } = inspected(
      '![a](b.png) ![c](./d%20e.png) ![f][g] ![h](/i.png)\n\n<Cite id="a" /> <Cite id="b" />\n\n<Rule />\n\n[g]: j.png',
    );
    expect(components).toEqual(['Cite', 'Rule']);
    expect(images.map(({ src, column }) => [src, column])).toEqual([
      ['b.png', 1],
      ['./d e.png', 13],
      ['j.png', 31],
    ]);
  });

  test('puts what stands in a component in order after it was read', () => {
    const tree = normalised(
      '<Quotes>\n<Quote by="a" source="x">1</Quote>\n<Quote by="b" source="y">2</Quote>\n</Quotes>',
    );
    expect(inspect(tree, contracts).citations.map(({ source }) => source)).toEqual(['x', 'y']);
    expect(outline(tree)).toMatch(/by=b source=y citation=2 .*by=a source=x citation=1 /);
  });

  test.each([
    ['import A from "./A.astro"', 'import'],
    ['export const a = 1', 'export'],
    ['A {1 + 1}', '{1 + 1}'],
    ['A {["a"]}', '{["a"]}'],
    ['<Cite id={a()} />', 'id={…}'],
    ['<Cite {...{ id: "a" }} />', '{...}'],
  ])('%j makes a program', (body, what) => expect(inspected(body).program).toMatchObject({ what, line: 1 }));

  test.each([
    'Text.',
    '<Rule size={-5} />',
    '{5}',
    '{/* a */}',
    '<Quotes>\n<Quote by="a" from={["b"]}>Text.</Quote>\n</Quotes>',
  ])('%j makes none', (body) => {
    expect(inspected(body).program).toBeUndefined();
  });

  const said = (body: string) =>
    inspected(body)
      .messages.map(toJson)
      .map(
        ({ line, column, reason, suggestion, rule }) =>
          `${line}:${column} ${reason}${suggestion ? ` → ${suggestion}` : ''} [${rule}]`,
      );
  const known = 'Section, Points, Quotes, Quote, Aside, Rule or Cite';
  const unsafe =
    'Unexpected “javascript:” in a link: expected an address that begins with http:, https:, mailto: or tel:. [link-safe]';
  test.each<[string, string[]]>([
    ['<Quotes>\n<Quote by="a">A</Quote>\n<Aside>B</Aside>\n</Quotes>', []],
    ['<Section>\n<Aside>B <Rule /></Aside>\n</Section>', []],
    ['<Points>\n1. A\n2. B\n</Points>', []],
    // A program brings its own.
    [
      'import { Map } from "./Map.astro"\nexport const Own = 1\nexport function Sum() {}\nexport class Box {}\n\n<Map any={1}>A</Map> <Own /> <Sum /> <Box.Part /> {Own}',
      [],
    ],
    [
      '<Sectoin>\nA\n</Sectoin>',
      [`1:1 Unexpected component <Sectoin>: expected ${known}. → Section [component-known]`],
    ],
    ['<Rule size={1} size="2" />', ['1:16 Unexpected second “size” on <Rule>: expected each prop once. [prop-once]']],
    ['<Cite.x id="a" />', [`1:1 Unexpected component <Cite.x>: expected ${known}. → Cite [component-known]`]],
    ['<Rule size="5" />', ['1:7 Unexpected “5” for “size” on <Rule>: expected a number. [prop-valid]']],
    ['<Cite ids={a()} />', ['1:7 Unexpected prop “ids” on <Cite>: expected id. → id [prop-known]']],
    ['<Cite id={a()} />', []],
    ['<Cite {...a} />', []],
    ['<Quote by="a">A</Quote>', ['1:1 Unexpected <Quote> on its own: expected it directly in <Quotes>. [nesting]']],
    [
      '<Quotes>\n<Section>\nA\n</Section>\n</Quotes>',
      ['2:1 Unexpected <Section> in <Quotes>: expected it on its own in the story. [nesting]'],
    ],
    [
      '<Quotes>\n<Rule />\n</Quotes>',
      ['2:1 Unexpected <Rule> in <Quotes>: expected only <Quote> or <Aside>. [nesting]'],
    ],
    ['<Quotes>\n<Map />\n</Quotes>', [`2:1 Unexpected component <Map>: expected ${known}. [component-known]`]],
    ['<Quotes>\n## A\n</Quotes>', ['2:1 Unexpected heading in <Quotes>: expected only <Quote> or <Aside>. [nesting]']],
    [
      '<Quotes>\n![a](b.png)\n</Quotes>',
      ['2:1 Unexpected text in <Quotes>: expected only <Quote> or <Aside>. [nesting]'],
    ],
    ['<Points>\n- A\n- B\n- C\n- D\n</Points>', ['4:1 Unexpected 4 points in <Points>: expected at most 2. [nesting]']],
    [
      '<Points>\n<Section>\nA\n</Section>\n</Points>',
      ['2:1 Unexpected <Section> in <Points>: expected it on its own in the story. [nesting]'],
    ],
    [
      '<Points>\n- A\n\n***\n</Points>',
      ['4:1 Unexpected line in <Points>: expected one list, a line for each point. [nesting]'],
    ],
    [
      '<Points>\n<Quote by="a">A</Quote>\n</Points>',
      ['2:1 Unexpected <Quote> in <Points>: expected it directly in <Quotes>. [nesting]'],
    ],
    ['<Rule>A</Rule>', ['1:7 Unexpected text in <Rule>: expected nothing between its tags. [nesting]']],
    ['<Rule>{/* A */}</Rule>', []],
    [
      'Text <Rule /> text.',
      ['1:6 Unexpected <Rule> in a paragraph: expected it on its own, with an empty line before and after. [nesting]'],
    ],
    ['- <Rule />', []],
    ['Text\n<Section>\nText.\n</Section>', []],
    [
      'Text\n<Section>Text.</Section>',
      [
        '2:1 Unexpected <Section> in a paragraph: expected it on its own, with an empty line before and after. [nesting]',
      ],
    ],
    [
      '<Quotes>\nText\n<Aside>A</Aside>\n</Quotes>',
      ['2:1 Unexpected text in <Quotes>: expected only <Quote> or <Aside>. [nesting]'],
    ],
    ['<Aside />', []],
    // What one holds may all be in its props.
    ['<Section />', []],
    ['<Quotes>{/* A */}</Quotes>', ['1:1 Unexpected empty <Quotes>: expected <Quote> or <Aside>. [nesting]']],
    [
      '<Cite id="a"><Cite id="b" /></Cite>',
      ['1:14 Unexpected <Cite> in <Cite>: expected it before or after. [nesting]'],
    ],
    ['<a href="/"><Cite id="b" /></a>', ['1:13 Unexpected <Cite> in a link: expected it before or after. [nesting]']],
    [
      '> > - <Section>A</Section>',
      ['1:7 Unexpected <Section> in a quotation: expected it on its own in the story. [nesting]'],
    ],
    [
      'A {word}.',
      ['1:3 Unexpected “{word}”: expected a value such as {5} in braces, or “\\{” for the sign itself. [name-known]'],
    ],
    ['<a href="mailto:a@b.org">a</a> [b](tel:5) [c](/d) [e](#f) [g](?h:i) [j](//k.org)', []],
    ['<a href=" java\tscript:x">a</a>', [`1:4 ${unsafe}`]],
    ['<q cite="JavaScript:x">a</q>', [`1:4 ${unsafe}`]],
    ['[a](java&#x9;script:x)', [`1:1 ${unsafe}`]],
    [
      '![a][b]\n\n[b]: https://c.org/d.png\n\n[b]: e.png',
      [
        '1:1 Unexpected picture from another host, “https://c.org/d.png”: expected a file beside the story. [image-local]',
      ],
    ],
    [
      '<b title={5}>a</b>',
      ['1:4 Unexpected value for “title” on <b>: expected text in quotation marks. [html-allowed]'],
    ],
    [
      '<div>A</div>',
      [
        '1:1 Unexpected HTML <div>: expected Markdown, a component, or HTML of a sentence such as <sub> or <time>. [html-allowed]',
      ],
    ],
  ])('%# %j', (body, expected) => expect(said(body)).toEqual(expected));
});

describe('toPageTree', () => {
  test.each([
    ['text without a heading', 'One.\n\nTwo.', '<div className=body><p>One.</>\n<p>Two.</></>'],
    [
      'headings',
      'One.\n\n## Two\n\nThree.\n\n## Four',
      '<div className=body><p>One.</></><section ariaLabelledBy=two><h2 id=two>Two</><p>Three.</></><section ariaLabelledBy=four><h2 id=four>Four</></>',
    ],
    [
      'a component of its own',
      '## One\n\n<Section>\nTwo.\n</Section>\n\nThree.',
      '<section ariaLabelledBy=one><h2 id=one>One</></><!Section anchor=section><p>Two.</></><div className=body><p>Three.</></>',
    ],
    [
      'a heading that another has too, or the end of each page',
      '## One\n\n## One\n\n## Credit\n\n## In 2024',
      '<section ariaLabelledBy=one><h2 id=one>One</></><section><h2 id=one-1>One</></><section><h2 id=credit-1>Credit</></><section ariaLabelledBy=in-2024><h2 id=in-2024>In 2024</></>',
    ],
    ['a part', 'One.\n\n<Rule />\n\nTwo.', '<div className=body><p>One.</><!Rule></><p>Two.</></>'],
    ['smaller headings', '## One\n\n### Two', '<section ariaLabelledBy=one><h2 id=one>One</><h3 id=two>Two</></>'],
    [
      'a mark after a badge',
      'A <Cite id="a" />, b.',
      '<div className=body><p>A <span className=keep><Cite id=a citation=1></>,</> b.</></>',
    ],
    [
      'marks after a badge',
      '“A <Cite id="a" />.”',
      '<div className=body><p>“A <span className=keep><Cite id=a citation=1></>.”</></></>',
    ],
    [
      'a word after a badge',
      'A <Cite id="a" /> b, c.',
      '<div className=body><p>A <Cite id=a citation=1></> b, c.</></>',
    ],
    ['a list that begins later', '3. A\n4. B', '<div className=body><ol start=3>\n<li>A</>\n<li>B</>\n</></>'],
    ['written-out values and comments', 'A {5}{/* b */} {"<c>"}.', '<div className=body><p>A 5 <c>.</></>'],
    ['pictures by their addresses', '![a](<b c.png>)', '<div className=body><p><img src=b%20c.png alt=a></></></>'],
    ['code', 'import A from "a"\n\nB {1 + 1}{2 + 2}.', '<div className=body><p>B .</></>'],
  ])('%s', (_, body, expected) => {
    const flat = outline(drawn(body)).replace(/(<section[^>]*>|<\/>)\n(?=<(h|p|div|!))/g, '$1');
    expect(flat).toBe(expected.replaceAll('</>\n<p>', '</><p>'));
  });

  test('is the same when it was kept as text, but for places', () => {
    const tree = drawn(
      '3. A <Cite id="a" />\n\n<Rule size={-5} />\n\n<Quotes title={"x"}>\n<Quote by="a" from={["b"]}>Text.</Quote>\n</Quotes>',
    );
    const text = serialiseTree(tree);
    expect(text).not.toMatch(/"(position|loc|range|offset)"/);
    expect(outline(JSON.parse(text) as typeof tree)).toBe(outline(tree));
    expect(outline(tree)).toContain('<ol start=3>');
    expect(outline(tree)).toContain('<!Rule size=-5>');
  });
});
