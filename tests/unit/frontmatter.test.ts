import { describe, expect, test } from 'vitest';
import { toJson } from '../../src/document/message.ts';
import { readYaml, splitStory } from '../../src/document/frontmatter.ts';

describe('splitStory', () => {
  test.each([
    ['a story', '---\na: b\n---\nText.\n', 'a: b', '\n\n\nText.\n'],
    ['two lines and more', '---\na: b\nc: d\n---\n\nText.', 'a: b\nc: d', '\n\n\n\n\nText.'],
    ['nothing between the lines', '---\n---\nText.', '', '\n\nText.'],
    ['an empty line between them', '---\n\n---\nText.', '', '\n\n\nText.'],
    ['nothing below', '---\na: b\n---', 'a: b', '\n\n'],
    ['spaces behind the lines', '---  \na: b\n--- \t\nText.', 'a: b', '\n\n\nText.'],
    ['a byte order mark', '\uFEFF---\na: b\n---\nText.', 'a: b', '\n\n\nText.'],
    ['lines of Windows', '---\r\na: b\r\n---\r\nText.\r\n', 'a: b', '\n\n\nText.\r\n'],
    ['a rule in the text', '---\na: b\n---\nOne.\n\n---\n\nTwo.', 'a: b', '\n\n\nOne.\n\n---\n\nTwo.'],
    ['hyphens in a value', '---\na: b --- c\nd: ---e\n---\nText.', 'a: b --- c\nd: ---e', '\n\n\n\nText.'],
  ])('%s', (_, contents, yaml, body) => expect(splitStory(contents)).toEqual({ yaml, body }));

  test.each([
    ['no frontmatter', 'Text.'],
    ['one that is not closed', '---\na: b\n\nText.'],
    ['a line before it', '\n---\na: b\n---\nText.'],
    ['four hyphens', '----\na: b\n----\nText.'],
    ['an empty file', ''],
  ])('none in %s', (_, contents) => expect(splitStory(contents)).toEqual({ yaml: undefined, body: contents }));
});

describe('readYaml', () => {
  test('keeps dates and numbers as they were written', () => {
    const yaml =
      'date: 2026-01-08\nyear: 2026\nheadline: 1984\nhex: 0x10\nshare: 1.50\nyes: true\nno: No\nempty:\n5: five';
    expect(readYaml(yaml, 1)).toMatchObject({
      messages: [],
      data: {
        date: '2026-01-08',
        year: '2026',
        headline: '1984',
        hex: '0x10',
        share: '1.50',
        yes: true,
        no: 'No',
        empty: null,
        5: 'five',
      },
    });
  });

  test.each([
    ['nothing', ''],
    ['a comment', '# later'],
    ['a byte order mark', '\uFEFF'],
  ])('reads %s as no keys', (_, yaml) => {
    expect(readYaml(yaml, 1)).toMatchObject({ data: {}, messages: [] });
  });

  const yaml =
    'title: A\nlist: [a, bb]\nitems:\n  - one\n  - { name: x, "kind": y }\ngroup:\n  wire:\n    outlet: reuters\nempty:\n';
  test.each<[(string | number)[], 'key' | 'value', number, number]>([
    [['title'], 'key', 1, 1],
    [['title'], 'value', 1, 8],
    [['list', 1], 'value', 2, 11],
    [['items', 0], 'value', 4, 5],
    [['items', 1, 'kind'], 'key', 5, 16],
    [['items', 1, 'kind'], 'value', 5, 24],
    [['group', 'wire'], 'key', 7, 3],
    [['group', 'wire', 'outlet'], 'value', 8, 13],
    // What is missing has the place of what it is missing in.
    [['missing'], 'key', 1, 1],
    [['group', 'wire', 'missing'], 'key', 7, 3],
    [['items', 1, 'missing'], 'key', 5, 5],
    [[], 'value', 1, 1],
  ])('place of %j (%s) is %i:%i', (path, at, line, column) => {
    for (const contents of [yaml, yaml.replaceAll('\n', '\r\n'), `\uFEFF${yaml}`]) {
      expect(readYaml(contents, 1).placeOf(path, at)).toEqual({ line, column });
      expect(readYaml(contents, 2).placeOf(path, at)).toEqual({ line: line + 1, column });
    }
  });

  const said = (text: string) =>
    readYaml(text, 1)
      .messages.map(toJson)
      .map(
        ({ line, column, reason, suggestion, rule }) =>
          `${line}:${column} ${reason}${suggestion ? ` → ${suggestion}` : ''} [${rule}]`,
      );

  const around = 'expected quotation marks around the text.';
  test.each([
    ['a: b: c', `1:5 Unexpected colon in a text: ${around} → "b: c"`],
    ['a: b, says: "c"', `1:11 Unexpected colon in a text: ${around} → 'b, says: "c"'`],
    ['a: it\'s b: "c"', `1:10 Unexpected colon in a text: ${around} → 'it''s b: "c"'`],
    ['a:\n  - b: c: d', `2:9 Unexpected colon in a text: ${around} → "c: d"`],
    ['a: @b', `1:4 Unexpected “@” at the beginning of a text: ${around} → "@b"`],
    ['a: %b', `1:4 Unexpected “%” at the beginning of a text: ${around} → "%b"`],
    ['a: `b`', '1:4 Unexpected “`” at the beginning of a text: ' + around + ' → "`b`"'],
    ['a: &b c', `1:4 Unexpected “&” at the beginning of a text: ${around} → "&b c"`],
    ['a: *b', `1:4 Unexpected “*” at the beginning of a text: ${around} → "*b"`],
    ['a: !b c', `1:4 Unexpected “!” at the beginning of a text: ${around} → "!b c"`],
    ['a: [b] c', `1:4 Unexpected “[” at the beginning of a text: ${around} → "[b] c"`],
    ['a: - b', `1:4 Unexpected “-” at the beginning of a text: ${around} → "- b"`],
    ['a: ? b', `1:4 Unexpected “?” at the beginning of a text: ${around} → "? b"`],
    ['a: > b c', `1:4 Unexpected “>” at the beginning of a text: ${around} → "> b c"`],
    // Of two mistakes the first: the other may follow from it.
    ['a: !b c\nd: [e', `1:4 Unexpected “!” at the beginning of a text: ${around} → "!b c"`],
    ['a: [b, *c]', '1:8 Unexpected “&”, “*” or “!” before a text: expected quotation marks around both.'],
    [
      'a: "b" c',
      `1:4 Unexpected words after quotation marks: expected quotation marks around the whole text. → '"b" c'`,
    ],
    [
      "a: 'b' c",
      `1:4 Unexpected words after quotation marks: expected quotation marks around the whole text. → "'b' c"`,
    ],
    ['a: "b', '1:4 Unexpected end of the line in quotation marks: expected " at the end of the text.'],
    ["a: b\nc: 'd\ne: f", "2:4 Unexpected end of the line in quotation marks: expected ' at the end of the text."],
    ['a: "b\nc: "d"', '1:4 Unexpected end of the line in quotation marks: expected " at the end of the text.'],
    ['a: [b\nc: d', '1:4 Unexpected “[” without “]”: expected “]” at the end of the list.'],
    ['a: { b: c\nd: e', '1:4 Unexpected “{” without “}”: expected “}” at the end of the list.'],
    ['a: [{ b: c ]', '1:5 Unexpected “{” without “}”: expected “}” at the end of the list.'],
    ['a:b\nc: d', '1:1 Unexpected “a:b”: expected a space after the colon.'],
    ['a:\n  b:c\n  d: e', '2:3 Unexpected “b:c”: expected a space after the colon.'],
    ['a: b\n c: d', '2:2 Unexpected spaces before “c: d”: expected it in line with “a: b”.'],
    ['a:\n    b: c\n  d: e', '3:3 Unexpected spaces before “d: e”: expected it in line with the others of its group.'],
    ['a:\n\tb: c', '2:1 Unexpected tab: expected spaces at the beginning of the line.'],
    ['a: b\nc\nd: e', '2:1 Unexpected “c”: expected lines of a key, a colon, a space and a value.'],
    ['a: b\n]', '2:1 Unexpected “]”: expected lines of a key, a colon, a space and a value.'],
  ])('%# %j', (text, expected) => {
    expect(said(text)).toEqual([`${expected} [yaml-syntax]`]);
    expect(readYaml(text, 1).data).toBeUndefined();
    expect(said(text.replaceAll('\n', '\r\n'))).toEqual([`${expected} [yaml-syntax]`]);
  });

  test('runs nothing that multiplies', () => {
    const lines = [
      'a: &a [x, x]',
      ...'bcdefghijklmnopqrstuvwxyz'
        .split('')
        .map((key, index) => `${key}: &${key} [${`*${'abcdefghijklmnopqrstuvwxyz'[index]}, `.repeat(9)}]`),
    ];
    expect(said(lines.join('\n'))).toHaveLength(1);
  });

  test('faults each key that stands in its group twice, and keeps the first', () => {
    const frontmatter = readYaml('a: b\nwire: { a: 1, a: 2 }\na: c\nwire: {}', 2);
    expect(frontmatter.data).toEqual({ a: 'b', wire: { a: '1' } });
    expect(frontmatter.messages.map(toJson)).toMatchObject([
      {
        line: 4,
        column: 1,
        reason: 'Unexpected second “a”: expected each key, and each source’s id, once.',
        rule: 'key-once',
      },
      {
        line: 5,
        column: 1,
        reason: 'Unexpected second “wire”: expected each key, and each source’s id, once.',
        rule: 'key-once',
      },
      {
        line: 3,
        column: 15,
        reason: 'Unexpected second “a”: expected each key, and each source’s id, once.',
        rule: 'key-once',
      },
    ]);
  });
});
