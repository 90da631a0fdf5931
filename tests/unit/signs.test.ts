import { describe, expect, test } from 'vitest';
import { formatMessage } from '../../src/document/reporter.ts';
import { readRecord, readStory } from '../../src/document/read.ts';
import { schemas } from '../../src/schema/index.ts';
import { contracts } from '../support/newsroom.ts';

/** Signs that mean something else than what was typed, and words that became signs: told with what was meant. */

const whole = 'headline: A headline\ndescription: A sentence.\npublished: 2026-01-08\nauthors: [desk]';
const told = (text: string) =>
  readStory(text, schemas.explainers, contracts, { programs: false }).messages.map(formatMessage);
const above = (yaml: string) => told(`---\n${yaml}\n---\nText.\n`);
/** The text begins on line 7. */
const below = (text: string) => told(`---\n${whole}\n---\n${text}\n`);

describe('above the text', () => {
  test.each([
    [
      'headline: Plan #4 for the bridge\ndescription: A sentence.\npublished: 2026-01-08\nauthors: [desk]',
      [
        '2:16  error  Unexpected “#4 for the bridge” behind a text, which would lose it as a comment: expected quotation marks around the whole text, or the comment on a line of its own.\n  Did you mean “"Plan #4 for the bridge"”?  [yaml-syntax]',
      ],
    ],
    [
      `${whole}\nsources:\n  wire:\n    outlet: reuters\n    title: The \\#4 plan #4 and "more"`,
      [
        '9:25  error  Unexpected “#4 and "more"” behind a text, which would lose it as a comment: expected quotation marks around the whole text, or the comment on a line of its own.\n  Did you mean “\'The \\#4 plan #4 and "more"\'”?  [yaml-syntax]',
      ],
    ],
    [
      `${whole}\nsources:\n  wire: { outlet: reuters, title: Plan #4 }`,
      [
        '7:40  error  Unexpected “#4 }” behind a text, which would lose it as a comment: expected quotation marks around the whole text, or the comment on a line of its own.  [yaml-syntax]',
      ],
    ],
    [
      whole.replace('A headline', "'It's a headline'"),
      [
        `2:11  error  Unexpected words after quotation marks: expected quotation marks around the whole text.\n  Did you mean “"It's a headline"”?  [yaml-syntax]`,
      ],
    ],
    [
      `${whole.replace('2026-01-08', '2026-01-08T25:00')}\nlang: jp`,
      [
        '6:7  error  Unexpected “jp” for “lang”: expected a language tag such as ja, as jp is a country.  [value-valid]',
        '4:12  error  Unexpected “2026-01-08T25:00” for “published”: expected a time of day from 00:00 to 23:59.  [value-valid]',
      ],
    ],
    [
      `${whole}\nlang: xx`,
      ['6:7  error  Unexpected “xx” for “lang”: expected a language tag such as en or es-CO.  [value-valid]'],
    ],
    // Where nothing of a text is lost, a comment is one.
    [
      '# All of it.\nheadline: "Plan" # four\ndescription: A sentence.\npublished: 2026-01-08 # moved\nauthors: [desk] # one',
      [],
    ],
    ['headline: Plan#4, C#\ndescription: "A #4 sentence."\npublished: 2026-01-08\nauthors:\n  - desk # the one', []],
    ['headline: A headline\ndescription: >- # folded\n  A #4 sentence.\npublished: 2026-01-08\nauthors: [desk]', []],
    [
      `${whole}\nsources:\n  wire: { outlet: reuters title: Plan four }`,
      ['7:27  error  Unexpected “title:” behind “reuters”: expected a comma between the two.  [yaml-syntax]'],
    ],
    [
      `${whole}\nsources:\n  wire: { outlet: reuters, title: "Plan" published: 2026 }`,
      ['7:42  error  Unexpected “published:” behind “"Plan"”: expected a comma between the two.  [yaml-syntax]'],
    ],
    [
      `${whole.replace('[desk]', '[desk')} topics: [cities]`,
      ['5:10  error  Unexpected “[” without “]”: expected “]” at the end of the list.  [yaml-syntax]'],
    ],
    [
      `${whole}\nsources:\nwire: { outlet: reuters }\npost:\n  outlet: reuters`,
      [
        '7:1  error  Unexpected “wire” in line with “sources”: expected spaces before it, as it belongs to “sources”.  [value-valid]',
        '8:1  error  Unexpected “post” in line with “sources”: expected spaces before it, as it belongs to “sources”.  [value-valid]',
      ],
    ],
    [
      `${whole}\nsources:\n  wire:\n  outlet: reuters\n  title: A title`,
      [
        '8:3  error  Unexpected “outlet” in line with “wire”: expected spaces before it, as it belongs to “wire”.  [value-valid]',
        '9:3  error  Unexpected “title” in line with “wire”: expected spaces before it, as it belongs to “wire”.  [value-valid]',
      ],
    ],
    [
      `${whole}\nfirstPublished:\noutlet: reuters\nheadline: Another`,
      [
        '8:1  error  Unexpected second “headline”: expected each key, and each source’s id, once.  [key-once]',
        '7:1  error  Unexpected “outlet” in line with “firstPublished”: expected spaces before it, as it belongs to “firstPublished”.  [value-valid]',
      ],
    ],
  ])('%j', (yaml, says) => {
    expect(above(yaml).map((message) => message.replace(/^:/, ''))).toEqual(says);
  });

  test.each([
    [`---\n${whole}\n\nText of the story.\n\nMore: text.\n`, '7:1', 'above “Text of the story.”, below'],
    [`---\n${whole}\n\nText of the story.\n\n---\n\nMore text.\n`, '7:1', 'above “Text of the story.”, below'],
    [`\uFEFF---\r\n${whole.replaceAll('\n', '\r\n')}\r\n\r\n## A heading\r\n`, '7:1', 'above “## A heading”, below'],
    [`---\n${whole}\n`, '7:1', 'at the end of'],
  ])('a second “---” is missing in %j', (text, place, where) => {
    expect(told(text)).toEqual([
      `:${place}  error  Missing second line of “---”: expected it ${where} the lines such as “headline: …”.  [frontmatter]`,
    ]);
  });

  test.each(['', '\n\n', '\n{/* To come. */}\n'])('a story without a word: %j', (text) => {
    expect(told(`---\n${whole}\n---\n${text}`).join()).toMatch(
      /^:\d:1 {2}warning {2}Missing text: expected the story below the second line of “---”\. {2}\[text-required\]$/,
    );
  });

  test('a registry loses no words either', () => {
    const record = readRecord('name: The #1 Post\nkind: newspaper # a daily\n', schemas.outlets);
    expect(record.messages.map(formatMessage)).toEqual([
      ':1:11  error  Unexpected “#1 Post” behind a text, which would lose it as a comment: expected quotation marks around the whole text, or the comment on a line of its own.\n  Did you mean “"The #1 Post"”?  [yaml-syntax]',
    ]);
  });
});

describe('in the text', () => {
  test.each([
    [
      'A < Source id="wire" /> said.\n\nA < Source id="wire">wire</Source>.',
      ['7:3  error  Unexpected space in “< Source”: expected “<Source”.  [mdx-syntax]'],
      'A < b and <b>c</b>. 1 < 2.',
    ],
    [
      'A < Source id="wire" /> said.',
      ['7:3  error  Unexpected space in “< Source”: expected “<Source”.  [sign-meant]'],
      '',
    ],
    [
      'Read [the plan] (https://example.org/plan).',
      [
        '7:6  error  Unexpected space between “[the plan]” and “(https://example.org/plan)”: expected one right behind the other, as in a link.  [sign-meant]',
      ],
      'The plan [sic] (it is one) and \\[a] (https://example.org).',
    ],
    [
      'Read (the plan)[https://example.org/plan] now.',
      [
        '7:6  error  Unexpected “(the plan)[https://example.org/plan]”: expected square brackets around the words of a link, and round ones around its address.  [sign-meant]',
      ],
      'The plan (of 2020)[sic].',
    ],
    [
      'A note[^1] of it.\n\n[^1]: Words of it.',
      [
        '7:7  error  Unexpected footnote “[^1]”: expected <Source id="…" />, or its words in the text.  [sign-meant]',
        '9:1  error  Unexpected footnote “[^1]”: expected <Source id="…" />, or its words in the text.  [sign-meant]',
      ],
      'A note\\[^1].',
    ],
    [
      'A note[^1] of it.\n\n[^1]: https://example.org/',
      [
        '7:7  error  Unexpected footnote “[^1]”: expected <Source id="…" />, or its words in the text.  [sign-meant]',
        '9:1  error  Unexpected footnote “[^1]”: expected <Source id="…" />, or its words in the text.  [sign-meant]',
      ],
      '',
    ],
    [
      'It is ~~over~~ not over.',
      ['7:7  warning  Unexpected “~~over~~”: expected <del>over</del> for words that are struck out.  [sign-meant]'],
      'About ~~ 5, \\~~5~~, ~5~.',
    ],
    [
      '![A bridge](my bridge.jpg) and [the plan](the plan.pdf)',
      [
        '7:1  error  Unexpected space in the address “my bridge.jpg” of a picture: expected %20 for a space, or “\\[” for the sign itself.\n  Did you mean “my%20bridge.jpg”?  [sign-meant]',
        '7:32  error  Unexpected space in the address “the plan.pdf” of a link: expected %20 for a space, or “\\[” for the sign itself.\n  Did you mean “the%20plan.pdf”?  [sign-meant]',
      ],
      'A `![x](my bridge.jpg)` and ![x](<my bridge.jpg>) and \\[x](a b).',
    ],
    [
      'A [plan][nope], a [plan][plam].\n\n[plan]: https://example.org/',
      [
        '7:3  warning  Unexpected “[plan][nope]”: expected a line such as “[nope]: https://example.org/page” in the story, or “\\[” for the sign itself.  [sign-meant]',
        '7:19  warning  Unexpected “[plan][plam]”: expected a line such as “[plam]: https://example.org/page” in the story, or “\\[” for the sign itself.\n  Did you mean “[plan]”?  [sign-meant]',
      ],
      'A [plan][], a [plan][plan], [sic], x[1][2] and \\[a][b].\n\n[plan]: https://example.org/',
    ],
    [
      'A [plan][https://example.org/].',
      [
        '7:3  error  Unexpected “[plan][https://example.org/]”: expected the address of a link in round brackets.  [sign-meant]',
      ],
      '',
    ],
    [
      'A **plan that never ends.\n\n- Another **one',
      [
        '7:3  warning  Unexpected “**” that is not closed: expected it again right behind the bold words, or “\\*\\*” for the signs.  [sign-meant]',
        '9:11  warning  Unexpected “**” that is not closed: expected it again right behind the bold words, or “\\*\\*” for the signs.  [sign-meant]',
      ],
      '“F**k it”, he said, “you s***”. 2**3, \\*\\*, **bold**, {"**"}, `**`, ***all***, ** and ***.',
    ],
    [
      'A ** plan ** for it.',
      [
        '7:3  warning  Unexpected space behind “**”: expected it right before the bold words, and again right behind them.  [sign-meant]',
      ],
      '',
    ],
    [
      'これは**「計画」**です。',
      [
        '7:4  warning  Unexpected “**” between a letter and a punctuation mark, which makes nothing bold: expected <b>「計画」</b>.  [sign-meant]',
      ],
      '',
    ],
    [
      'See [the plan](https://example.org/plan for it.\n\nSee ![the plan](plan.png for it.',
      [
        '7:5  error  Unexpected link to “https://example.org/plan” that is not closed: expected “)” behind its address.  [sign-meant]',
        '9:5  error  Unexpected picture to “plan.png” that is not closed: expected “)” behind its address.  [sign-meant]',
      ],
      'The plan [sic] (see below) and \\[a](b.',
    ],
    [
      'A __plan that never ends.\n\nAn *old one.\n\nA _new one.\n\nA `coded one.',
      [
        '7:3  warning  Unexpected “__” that is not closed: expected it again right behind the bold words, or “\\_\\_” for the signs.  [sign-meant]',
        '9:4  warning  Unexpected “*” that is not closed: expected it again right behind the words in italics, or “\\*” for the sign.  [sign-meant]',
        '11:3  warning  Unexpected “_” that is not closed: expected it again right behind the words in italics, or “\\_” for the sign.  [sign-meant]',
        '13:3  warning  Unexpected “`” that is not closed: expected it again right behind the code, or “\\`” for the sign.  [sign-meant]',
      ],
      '\\*Not his name. 5* and 2 * 3, s*** it, snake_case, ____, \\`a, *b*, _c_, __d__ and `e`.',
    ],
    [
      'Text.\n\n```\ncode\n\nMore text.',
      [
        '9:1  error  Unexpected “```” that is not closed, which makes code of all that follows: expected it again on a line of its own.  [sign-meant]',
      ],
      '```\ncode\n```\n\n- ~~~\n  code\n  ~~~',
    ],
    [
      '| a | b |\n| --- | --- |\n| 1 | 2 | three |',
      [
        '9:9  error  Unexpected cell “three” beyond the columns of its table: expected 2, as in the first row, or “\\|” for the sign itself.  [sign-meant]',
      ],
      '| a | b |\n| --- | --- |\n| 1 \\| 2 |',
    ],
    [
      '| a | b |\n| 1 | 2 |',
      [
        '7:1  warning  Unexpected rows of a table without a line such as “| --- | --- |”: expected it below the first of them.  [sign-meant]',
      ],
      'A | B\nand | C.',
    ],
    [
      '##A heading',
      [
        '7:1  warning  Unexpected “##A heading”: expected a space behind “##”, as in a heading.\n  Did you mean “## A heading”?  [sign-meant]',
      ],
      '#hashtag and ## A.\n\n\\##A.',
    ],
    [
      '- [ ] One\n- [x] Two\n\n:::note\nWords.\n:::\n\nA ==marked== word.',
      [
        '7:3  warning  Unexpected box “[ ]” to tick: expected the words of the item alone.  [sign-meant]',
        '8:3  warning  Unexpected box “[x]” to tick: expected the words of the item alone.  [sign-meant]',
        '10:1  warning  Unexpected “:::note”: expected the tags of a component around the words.  [sign-meant]',
        '14:3  warning  Unexpected “==marked==”: expected <mark>marked</mark> for words that are marked.  [sign-meant]',
      ],
      'An item [x] and x == y.',
    ],
    [
      'A&nbspB, A&amp B.',
      [
        '7:2  warning  Unexpected “&nbsp” without “;”, which readers would see: expected it behind the name of a sign.\n  Did you mean “&nbsp;”?  [sign-meant]',
        '7:11  warning  Unexpected “&amp” without “;”, which readers would see: expected it behind the name of a sign.\n  Did you mean “&amp;”?  [sign-meant]',
      ],
      'A&nbsp;B, AT&T, &amplifier, A &amp; B.',
    ],
    [
      'Words,\nmore words\nand [a](b c).',
      [
        '9:5  error  Unexpected space in the address “b c” of a link: expected %20 for a space, or “\\[” for the sign itself.\n  Did you mean “b%20c”?  [sign-meant]',
      ],
      '',
    ],
    [
      'A line<br>and another.',
      ['7:7  error  Unexpected <br> without “/”: expected <br />.  [mdx-syntax]'],
      'A line<br />and another<br/>.',
    ],
    [
      '<img src="my bridge.jpg" alt="A bridge">',
      [
        '7:1  error  Unexpected HTML <img>: expected “![A bridge]” and right behind it “(my%20bridge.jpg)”.  [mdx-syntax]',
      ],
      '',
    ],
    [
      '<img src="bridge.jpg" />\n\n<h2>Words</h2>',
      [
        '7:1  error  Unexpected HTML <img>: expected “![what it shows]” and right behind it “(bridge.jpg)”.  [html-allowed]',
        '9:1  error  Unexpected HTML <h2>: expected a line that begins with “## ”.  [html-allowed]',
      ],
      '',
    ],
    [
      'Text.\n\n<hr>\n\nText.',
      ['9:1  error  Unexpected HTML <hr>: expected a line of “---” between empty ones.  [mdx-syntax]'],
      '',
    ],
    [
      'Write to <a@b.example>.',
      [
        '7:10  error  Unexpected address in “<” and “>”: expected “[words]” and right behind it “(mailto:a@b.example)”.  [mdx-syntax]',
      ],
      '',
    ],
    [
      'Read <https://b.example/page?a=1>.',
      [
        '7:6  error  Unexpected address in “<” and “>”: expected “[words]” and right behind it “(https://b.example/page?a=1)”.  [mdx-syntax]',
      ],
      '',
    ],
  ])('%j', (text, says, fine) => {
    expect(below(text)).toEqual(says.map((message) => `:${message}`));
    expect(below(fine || 'Text.')).toEqual([]);
  });
});

describe('where git has left two versions', () => {
  const conflict = (ours: string, theirs: string) => `<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> branch`;
  const says = (line: number) => [
    `:${line}:1  error  Unexpected “<<<<<<< HEAD”, where git has found two versions: expected one of them, without the lines of <<<<<<<, ======= and >>>>>>>.  [merge-done]`,
  ];

  test('above a text, in it, and in a registry', () => {
    expect(above(`${whole}\n${conflict('label: analysis', 'label: background')}`)).toEqual(says(6));
    expect(below(`Text.\n\n${conflict('Ours.', 'Theirs.')}`)).toEqual(says(9));
    const record = readRecord(`kind: newspaper\n${conflict('name: A', 'name: B')}\n`, schemas.outlets);
    expect(record.messages.map(formatMessage)).toEqual(says(2));
  });

  test('what only looks like it is a heading and quotations', () => {
    expect(below('Words\n=======\n\n> > > > > > > Words')).toEqual([]);
  });
});
