import fc from 'fast-check';

/** Real texts, and what becomes of them by chance. */
export interface Case {
  text: string;
  /** Words that were put in somewhere: each is to be found again, or to be told of. */
  marks: string[];
}

/** What breaks readers: signs of Markdown, MDX, YAML, HTML and XML, and characters that nobody sees. */
const signs = [
  '{',
  '}',
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '*',
  '**',
  '_',
  '`',
  '```',
  '[',
  ']',
  '](',
  '![',
  '[^1]',
  '~~',
  '|',
  '|---|',
  '#',
  '## ',
  '> ',
  '- ',
  '1. ',
  '---',
  '\n---\n',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '    ',
  ':',
  ': ',
  ' #',
  '&',
  '&amp;',
  '&#0;',
  '&#x110000;',
  '"',
  "'",
  '\\',
  '$',
  '$&',
  '%',
  '%00',
  ',',
  '"",',
  '[[',
  ']]>',
  '<![CDATA[',
  '<?',
  '<!DOCTYPE x [',
  '\0',
  '\u0007',
  '\u001b[31m',
  '\ufeff',
  '\u200b',
  '\u202e',
  '\u2028',
  '\u00a0',
  '\u00ad',
  '\ud800',
  '\udfff',
  '\ufffd',
  'e\u0301',
  '👩‍👩‍👧',
  '“',
  '”',
  '’',
  '«',
  '…',
  '؟',
  '漢字',
  '<Source id="',
  '</WhyItMatters>',
  '<Statement by="x">',
  '{/* x */}',
  'import x from "y"',
  'export const x = 1',
  '<script>',
  '<svg>',
  '__proto__',
  'constructor',
  'NaN',
  '1e999',
  '-0',
  'null',
  'true',
  '2026-02-30',
  '!!js/function',
  '&a',
  '*a',
  '<<: *a',
  '? ',
  '| ',
  '>-\n',
] as const;

type Change =
  | { kind: 'mark'; at: number; isBetweenWords: boolean }
  | { kind: 'sign'; at: number; sign: number; times: number }
  | { kind: 'cut'; at: number; length: number }
  | { kind: 'double'; at: number; length: number; times: number }
  | { kind: 'move'; at: number; length: number; to: number }
  | { kind: 'splice'; at: number; length: number; from: number; other: number };

const place = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 60 });

const mark = (isBetweenWords: boolean) =>
  fc.record({ kind: fc.constant('mark' as const), at: place, isBetweenWords: fc.constant(isBetweenWords) });

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: mark(false) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('sign' as const),
      at: place,
      sign: fc.nat(signs.length - 1),
      times: fc.constantFrom(1, 1, 1, 2, 40),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: place, length }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('double' as const), at: place, length, times: fc.constantFrom(2, 3, 30) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), at: place, length, to: place }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('splice' as const), at: place, length, from: place, other: fc.nat() }),
  },
);

/** The mark of a number: a word that no text has. */
const markOf = (number: number) => `qzx${number}w`;

function changed(text: string, changes: readonly Change[], texts: readonly string[]): Case {
  const marks: string[] = [];
  let now = text;
  for (const one of changes) {
    const at = Math.floor(one.at * now.length);
    const put = (start: number, end: number, piece: string) => (now = now.slice(0, start) + piece + now.slice(end));
    if (one.kind === 'mark') {
      marks.push(markOf(marks.length));
      const between = one.isBetweenWords ? now.slice(at).search(/(?<=\p{L},? )\p{L}/u) : 0;
      put(at + Math.max(0, between), at + Math.max(0, between), `${between > 0 ? '' : ' '}${marks.at(-1)} `);
    } else if (one.kind === 'sign') put(at, at, signs[one.sign]!.repeat(one.times));
    else if (one.kind === 'cut') put(at, at + one.length, '');
    else if (one.kind === 'double') put(at, at, now.slice(at, at + one.length).repeat(one.times));
    else if (one.kind === 'move') {
      const piece = now.slice(at, at + one.length);
      put(at, at + one.length, '');
      const to = Math.floor(one.to * now.length);
      put(to, to, piece);
    } else {
      const other = texts[one.other % texts.length]!;
      const from = Math.floor(one.from * other.length);
      put(at, at + one.length, other.slice(from, from + one.length));
    }
  }
  // What a later change took out is no loss.
  return { text: now, marks: marks.filter((mark) => now.includes(mark)) };
}

/** Changes that leave a text readable, as a rule: what is read of it has to be whole. */
const gentle = fc
  .tuple(fc.array(mark(true), { minLength: 1, maxLength: 4 }), fc.array(change, { maxLength: 1 }))
  .map(([marks, others]) => [...marks, ...others]);

const rough = fc.array(change, { minLength: 1, maxLength: 6 });

/** Cases made of these texts; a failing one is made as small as it can be. */
export const casesOf = (texts: readonly string[]): fc.Arbitrary<Case> =>
  fc
    .tuple(fc.nat(texts.length - 1), fc.oneof(gentle, rough))
    .map(([number, changes]) => changed(texts[number]!, changes, texts));
