/** Mistakes, each in the files of a newsroom that has it, by their paths under `content/`. */

type Files = Readonly<Record<string, string | Buffer>>;

const rest = 'description: A sentence.\npublished: 2026-01-08\nauthors: [desk]';

const story = (body: string, more = ''): string => `---\nheadline: A headline\n${rest}\n${more}---\n\n${body}\n`;

const sources = 'sources:\n  wire: { outlet: reuters }\n';

/** A mistake in the text of a story. */
const text = (what: string, body: string, more = ''): [string, Files] => [
  what,
  { 'explainers/a.mdx': story(body, more) },
];

/** A mistake in lines above a story. */
const above = (what: string, yaml: string): [string, Files] => [
  what,
  { 'explainers/a.mdx': `---\n${yaml}\n---\n\nWords.\n` },
];

/** A mistake in a line more above a story. */
const line = (what: string, yaml: string): [string, Files] => text(what, 'Words.', `${yaml}\n`);

/** A mistake in the one source of a story, which it cites. */
const source = (what: string, yaml: string): [string, Files] =>
  text(what, 'Words <Source id="wire" />.', `sources:\n  wire: { ${yaml} }\n`);

const file = (what: string, path: string, contents: string | Buffer): [string, Files] => [what, { [path]: contents }];

/** A file of figures, and the chart of it. */
const figures = (what: string, name: string, contents: string, props = 'x="year" y="count"'): [string, Files] => [
  what,
  {
    'explainers/a/index.mdx': story(
      `Words.\n\n<Chart type="bars" data="${name}" ${props} title="T" summary="S." source="wire" />`,
      sources,
    ),
    ...(contents ? { [`explainers/a/${name.replace('./', '')}`]: contents } : {}),
  },
];

const whole = `headline: A headline\n${rest}`;

export const inputs: readonly [what: string, files: Files][] = [
  // Names and places of files.
  ...(
    [
      ['a folder with a hash', '#x/index.mdx'],
      ['a folder with a question mark', '?x/index.mdx'],
      ['a folder that begins with two dots', '..a/index.mdx'],
      ['a folder with a line break', 'a\nb/index.mdx'],
      ['a file with a percent sign', '%2e%2e.mdx'],
      ['a file with a backslash', 'back\\slash.mdx'],
      ['a name that Windows keeps for itself', 'CON.mdx'],
      ['a name that ends in a dot', 'a./index.mdx'],
      ['a name that ends in a space', 'a /index.mdx'],
      ['a name that begins with a space', ' a.mdx'],
      ['a name with an override of direction', 'a\u202eb.mdx'],
      ['a name of zero width', '\u200b.mdx'],
      ['a name with an escape of a terminal', 'a\u001b[31m.mdx'],
      ['the folder of Astro’s files', '_astro/index.mdx'],
      ['the folder of the search', 'pagefind.mdx'],
      ['the folder of lite pages', 'lite.mdx'],
      ['the page of topics', 'topics.mdx'],
      ['a name of 220 bytes', `${'á'.repeat(110)}.mdx`],
      ['a name that ends as another file of the site', 'one.txt/index.mdx'],
      ['Markdown', 'x.md'],
      ['an ending in large letters', 'X.MDX'],
      ['an ending behind the ending', 'x.mdx.txt'],
    ] as const
  ).map(([what, name]) => file(what, `explainers/${name}`, story('Words.'))),
  file('a misspelt folder of stories', 'explainer/a.mdx', story('Words.')),
  file('a story outside of every folder', 'a.mdx', story('Words.')),
  file('a record with an ending in large letters', 'outlets/b.YAML', 'name: B\nkind: agency\n'),
  file('a record in a folder of its own', 'outlets/eu/b.yaml', 'name: B\nkind: agency\n'),
  file('a record in JSON', 'outlets/b.json', '{"name": "B"}'),
  ['two stories of one name', { 'explainers/a.mdx': story('Words.'), 'explainers/a/index.mdx': story('Words.') }],
  ['two names that differ in case', { 'explainers/a.mdx': story('Words.'), 'explainers/A/index.mdx': story('Words.') }],
  [
    'é in two Unicode forms',
    { 'explainers/caf\u00e9.mdx': story('Words.'), 'explainers/cafe\u0301.mdx': story('Words.') },
  ],
  [
    'a page and a story of one name',
    {
      'explainers/a.mdx': story('Words.'),
      'pages/a.mdx': `---\ntitle: A\n${rest.replace('\nauthors: [desk]', '')}\n---\nWords.\n`,
    },
  ],

  // Bytes.
  file('Latin-1', 'explainers/a.mdx', Buffer.from(story('Bogotá.'), 'latin1')),
  file('UTF-16', 'explainers/a.mdx', Buffer.from(`\ufeff${story('Words.')}`, 'utf16le')),
  file('a file of zeros', 'explainers/a.mdx', Buffer.alloc(400)),
  file('an empty file', 'explainers/a.mdx', ''),
  file('a file of spaces', 'explainers/a.mdx', ' \n \n'),
  file('a picture named as a story', 'explainers/a.mdx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
  text('a control character', 'Words \u0007 and words.'),
  text('a null', 'Words \0 and words.'),
  text('an override of direction that is not closed', 'Words \u202e and words.'),

  // The frontmatter as YAML.
  file('no frontmatter', 'explainers/a.mdx', 'Words.\n'),
  file('a second line of --- that is missing', 'explainers/a.mdx', `---\n${whole}\n\nWords.\n`),
  file('a line before the frontmatter', 'explainers/a.mdx', `Words.\n${story('Words.')}`),
  above('a colon in a headline', `headline: Bogotá: the call\n${rest}`),
  above('words behind quotation marks', `headline: "Great" calls\n${rest}`),
  above('a quotation mark that is not closed', `headline: "A headline\n${rest}`),
  above('a headline that begins with @', `headline: @mayor calls\n${rest}`),
  above('a headline that begins with *', `headline: *Breaking* news\n${rest}`),
  above('a headline that begins with !', `headline: !Breaking news\n${rest}`),
  above('a headline that begins with %', `headline: %50 of all\n${rest}`),
  above('no space behind a colon', `headline:A headline\n${rest}`),
  above('a tab before a key', `headline: A headline\n\tkicker: x\n${rest}`),
  above(
    'a wrong indentation',
    `headline: A headline\n  description: A sentence.\npublished: 2026-01-08\nauthors: [desk]`,
  ),
  above(
    'a list that is not closed',
    `headline: A headline\ndescription: A sentence.\npublished: 2026-01-08\nauthors: [desk`,
  ),
  above(
    'a bracket too many',
    `headline: A headline\ndescription: A sentence.\npublished: 2026-01-08\nauthors: [desk]]`,
  ),
  above('a missing comma in { … }', `${whole}\nsources:\n  wire: { outlet: reuters title: X }`),
  above('a list in place of keys', '- headline\n- description'),
  above('a sentence in place of keys', 'Just a sentence'),
  above('a headline that is a list', `headline: [A, B]\n${rest}`),
  above('a headline that is empty', `headline: ""\n${rest}`),
  above('a headline of spaces', `headline: "  "\n${rest}`),
  above('a key twice', `headline: A headline\nheadline: Another\n${rest}`),
  above('a source twice', `${whole}\nsources:\n  wire: { outlet: reuters }\n  wire: { outlet: reuters }`),
  above('an alias of YAML', `headline: &a A headline\ndescription: *b\npublished: 2026-01-08\nauthors: [desk]`),
  above('a function of JavaScript in YAML', `headline: !!js/function "function(){}"\n${rest}`),

  // What stands above a story.
  above('no headline', rest),
  above('no description', 'headline: A\npublished: 2026-01-08\nauthors: [desk]'),
  above('no date', 'headline: A\ndescription: B.\nauthors: [desk]'),
  above('no authors', 'headline: A\ndescription: B.\npublished: 2026-01-08'),
  above('an empty list of authors', 'headline: A\ndescription: B.\npublished: 2026-01-08\nauthors: []'),
  above('authors as a text', 'headline: A\ndescription: B.\npublished: 2026-01-08\nauthors: desk'),
  above('a misspelt key', `headlin: A headline\n${rest}`),
  above('a key from elsewhere', `${whole}\nlayout: post`),
  above('a key with a large letter', `Headline: A headline\n${rest}`),
  above('a date of another form', `headline: A\ndescription: B.\npublished: 8 January 2026\nauthors: [desk]`),
  above('a day that is not in the calendar', `headline: A\ndescription: B.\npublished: 2026-02-30\nauthors: [desk]`),
  above('a month that does not exist', `headline: A\ndescription: B.\npublished: 2026-13-01\nauthors: [desk]`),
  above('a time without its zone', `headline: A\ndescription: B.\npublished: 2026-01-08T14:00:00\nauthors: [desk]`),
  above('a year alone', `headline: A\ndescription: B.\npublished: 2026\nauthors: [desk]`),
  line('an unknown outlet that published it first', 'firstPublished: { outlet: reuter, headline: X }'),
  above('an unknown author', 'headline: A\ndescription: B.\npublished: 2026-01-08\nauthors: [desks]'),
  line('an unknown topic', 'topics: [citys]'),
  line('a topic that is no list', 'topics: cities'),
  line('a draft that is neither true nor false', 'draft: maybe'),
  line('a label that there is not', 'label: opinion'),
  line('a language that there is not', 'lang: klingon'),
  line('a language with a large letter', 'lang: English'),
  line('a translation of nothing', 'lang: es\ntranslationOf: nothing'),
  line('a translation in the language of its original', 'translationOf: a'),
  line('a licence without a name', 'licence: { url: https://example.org/ }'),
  line('a correction without what was wrong', 'corrections:\n  - { date: 2026-01-09, kind: correction, now: x }'),
  line('a correction of no kind', 'corrections:\n  - { date: 2026-01-09, kind: erratum, was: x, now: y }'),
  line('a withdrawal of nothing', 'corrections:\n  - { date: 2026-01-09, kind: withdrawal, note: x }'),
  line('a correction without a date', 'corrections:\n  - { kind: correction, was: x, now: y }'),
  line('corrections that are no list', 'corrections: { date: 2026-01-09 }'),

  // Sources.
  line('a source that is not cited', 'sources:\n  wire: { outlet: reuters }'),
  line('an id of a source with a space', 'sources:\n  the wire: { outlet: reuters }'),
  line('an id of a source in large letters', 'sources:\n  Wire: { outlet: reuters }'),
  source('a source of nobody', 'title: A report'),
  source('a source of an unknown outlet', 'outlet: reuter'),
  source('a source by an unknown person', 'by: john-doe'),
  source('a source of a kind that there is not', 'outlet: reuters, kind: rumour'),
  source('a source with a misspelt key', 'outlet: reuters, titel: X'),
  source('an unnamed source without a description', 'name: An official, unnamed: true, anonymity: fear'),
  source('an unnamed source without a reason', 'name: An official, unnamed: true, description: an official'),
  source('a reason for a named source', 'name: An official, anonymity: fear'),
  source('an address of a script', 'outlet: reuters, url: "javascript:alert(1)"'),
  source('an address of data', 'outlet: reuters, url: "data:text/html,x"'),
  source('an address without its protocol', 'outlet: reuters, url: example.org/page'),
  source('an address with a space', 'outlet: reuters, url: "https://exam ple.org/"'),
  source('an address of a file', 'outlet: reuters, url: "file:///etc/passwd"'),
  source('a date of a source in words', 'outlet: reuters, published: yesterday'),
  text('a source that is not listed', 'Words <Source id="wire" />.'),
  text('a misspelt source', 'Words <Source id="wier" />.', sources),
  text('a source without an id', 'Words <Source />.', sources),

  // Components.
  text('a component that there is not', '<WhyItMater>\nWords.\n</WhyItMater>'),
  text('a component in small letters', '<whyitmatters>\nWords.\n</whyitmatters>'),
  text('a component that is not closed', '<WhyItMatters>\nWords.'),
  text('a component that is not opened', 'Words.\n\n</WhyItMatters>'),
  text('components that cross', '<WhyItMatters>\n<KeyPoints>\n- A.\n</WhyItMatters>\n</KeyPoints>'),
  text('a misspelt prop', '<WhyItMatters titel="X">\nWords.\n</WhyItMatters>'),
  text('a prop twice', '<WhyItMatters title="X" title="Y">\nWords.\n</WhyItMatters>'),
  text('a prop without a value', '<WhyItMatters title>\nWords.\n</WhyItMatters>'),
  text('a prop without quotation marks', '<WhyItMatters title=X>\nWords.\n</WhyItMatters>'),
  text('a prop with curly quotation marks', '<WhyItMatters title=“X”>\nWords.\n</WhyItMatters>'),
  text('a prop that is computed', '<WhyItMatters title={1 + 1}>\nWords.\n</WhyItMatters>'),
  text('a spread of props', '<WhyItMatters {...props}>\nWords.\n</WhyItMatters>'),
  text('a component in the wrong place', '<Event when="2026">\nWords.\n</Event>'),
  text('a component in a sentence', 'Words <WhyItMatters>words</WhyItMatters> words.'),
  text('nothing in a component', '<KeyPoints>\n</KeyPoints>'),
  text('a statement by nobody', '<Officials>\n<Statement source="wire">\nWords.\n</Statement>\n</Officials>', sources),
  text(
    'a statement by somebody unknown',
    '<Officials>\n<Statement by="john-doe" source="wire">\nWords.\n</Statement>\n</Officials>',
    sources,
  ),
  text('a statement from nowhere', '<Officials>\n<Statement by="jane-doe">\nWords.\n</Statement>\n</Officials>'),
  text('a date of an event in words that are no date', '<Timeline>\n<Event when="">\nWords.\n</Event>\n</Timeline>'),
  text('an unknown note', '<Background use="nothing" />'),
  text('a note and a text', '<Background use="nothing">\nWords.\n</Background>'),
  text('an unknown term', 'A <Term id="nothing">word</Term>.'),
  text('a handler', '<WhyItMatters onclick="alert(1)">\nWords.\n</WhyItMatters>'),

  // Code and markup.
  text('an import', 'import x from "y"\n\nWords.'),
  text('an export', 'export const x = 1\n\nWords.'),
  text('something to compute', 'Two and two is {2 + 2}.'),
  text('a brace that is not closed', 'Words { and words.'),
  text('a brace that is not opened', 'Words } and {words.'),
  text('a script', '<script>alert(1)</script>'),
  text('a style', '<style>p{}</style>'),
  text('a frame', '<iframe src="https://example.org/"></iframe>'),
  text('a form', '<form action="https://example.org/">Words</form>'),
  text('an SVG with a script', '<svg><script>alert(1)</script></svg>'),
  text('a comment of HTML', 'Words <!-- a note --> and words.'),
  text('an element that is not closed', 'Words <b>and words.'),
  text('an address in angle brackets', 'See <https://example.org/>.'),
  text('an address of mail in angle brackets', 'Write to <a@b.example>.'),
  text('a less-than sign before a number', 'It is <3 per cent.'),
  text('a handler on an element', '<a href="https://example.org/" onclick="alert(1)">words</a>'),
  text('a style on an element', '<b style="color:red">words</b>'),

  // Links and pictures.
  text('a link that runs a script', '[words](javascript:alert(1))'),
  text('a link to data', '[words](data:text/html,x)'),
  text('a picture that is not there', '![A picture](nothing.png)'),
  text('a picture outside of the newsroom', '![A picture](../../../../etc/passwd.png)'),
  text('a picture of another host', '![A picture](https://example.org/x.png)'),
  text('a figure of a picture that is not there', '<Figure src="nothing.png" alt="A picture" caption="C." />'),

  // Figures.
  figures('a file of figures that is not there', './nothing.csv', ''),
  figures('a file of figures outside of the newsroom', '../../../secret.csv', ''),
  figures('a file of figures in another form', './figures.xlsx', 'x'),
  figures('a file of figures that is blank', './figures.csv', '\n'),
  figures('a row with a value too many', './figures.csv', 'year,count\n2020,1,2\n'),
  figures('a row with a value too few', './figures.csv', 'year,count\n2020\n'),
  figures('a column that there is not', './figures.csv', 'year,counts\n2020,1\n'),
  figures('figures that are words', './figures.csv', 'year,count\n2020,many\n'),
  figures('figures with signs in them', './figures.csv', 'year,count\n2020,"1,000 €"\n'),
  figures('a column twice', './figures.csv', 'year,count,count\n2020,1,2\n'),
  figures('names of columns alone', './figures.csv', 'year,count\n'),
  figures('a quotation mark that is not closed in CSV', './figures.csv', 'year,count\n"2020,1\n'),
  figures('JSON that cannot be read', './figures.json', '[{"year": }]'),
  figures('JSON that is no list', './figures.json', '{"year": 2020}'),
  figures('JSON with lists in it', './figures.json', '[{"year": 2020, "count": [1]}]'),

  // Registries.
  file('an outlet without a name', 'outlets/b.yaml', 'kind: agency\n'),
  file('an outlet of a kind that there is not', 'outlets/b.yaml', 'name: B\nkind: blog\n'),
  file('an outlet that is empty', 'outlets/b.yaml', ''),
  file('an outlet that is a list', 'outlets/b.yaml', '- name: B\n'),
  file(
    'an outlet with an address that runs a script',
    'outlets/b.yaml',
    'name: B\nkind: agency\nurl: javascript:alert(1)\n',
  ),
  file('a person with a role without a title', 'people/b.yaml', 'name: B\nroles:\n  - { from: 2020-01-01 }\n'),
  file(
    'a person with a date that is not in the calendar',
    'people/b.yaml',
    'name: B\nroles:\n  - { title: Mayor, from: 2020-02-31 }\n',
  ),
  file('a person with roles that are no list', 'people/b.yaml', 'name: B\nroles: Mayor\n'),
  file('an author with an address that is none', 'authors/b.yaml', 'name: B\nurl: b.example\n'),
  file('a topic without a name', 'topics/b.yaml', 'description: B.\n'),
  file('a topic in a language that there is not', 'topics/b.yaml', 'name: B\ntranslations:\n  xx-1: { name: C }\n'),
  file('a term without a definition', 'terms/b.yaml', 'name: B\n'),
  file('a note without a title', 'notes/b.mdx', '---\npublished: 2026-01-08\n---\nWords.\n'),
  file(
    'a note with a source that is not listed',
    'notes/b.mdx',
    '---\ntitle: B\npublished: 2026-01-08\n---\nWords <Source id="wire" />.\n',
  ),
  file('a policy without a description', 'policies/b.mdx', '---\ntitle: B\npublished: 2026-01-08\n---\nWords.\n'),
  file(
    'a page with code',
    'pages/b.mdx',
    '---\ntitle: B\ndescription: C.\npublished: 2026-01-08\n---\nimport x from "y"\n',
  ),
];
