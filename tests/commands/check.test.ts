import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { correctNames, tidy } from '../../src/commands/check/fix.ts';
import { deadLinks, unarchived } from '../../src/commands/check/links.ts';
import { fromJson } from '../../src/document/message.ts';
import type { MessageJson } from '../../src/document/message.ts';
import { formats, sarifLog } from '../../src/document/reporter.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

const matter = '<WhyItMatters>\nIt is the only bridge.\n</WhyItMatters>\n';
const good = `${frontmatter()}The council votes.\n\n${matter}`;

describe('nutgraf check', () => {
  let site: Site;
  beforeAll(() => {
    site = makeSite({
      'content/explainers/good.mdx': good,
      'content/explainers/soft/index.mdx': `${frontmatter()}The council "votes"  tomorrow.\n\n${matter}`,
      'content/explainers/hard.mdx': `${frontmatter('sources:\n  wire: { outlet: reuter }\n')}It votes, <Source id="wires" /> reported.\n\n${matter}`,
      'content/desk/en.yaml': 'loaded: [shiny]\n',
    });
  });
  afterAll(() => site.dispose());

  const check = async (...args: string[]) => {
    const { code, output } = await site.nutgraf('check', ...args);
    return { code, output };
  };

  test('tells of mistakes and of what the desk asks, and fails for mistakes only', async () => {
    expect(await check('soft')).toEqual({
      code: 0,
      output:
        'content/explainers/soft/index.mdx:8:22  warning  Unexpected “tomorrow”: expected the date, for readers of any day.  [words-that-rot]\n\n1 warning in 1 file.\n',
    });
    expect(await check('good')).toEqual({ code: 0, output: 'All is in order.\n' });
    const { code, output } = await check();
    expect(code).toBe(1);
    expect(output).toContain(
      'hard.mdx:10:19  error  Unknown source “wires”: expected one of the sources listed above the story.\n  Did you mean “wire”?  [source-exists]',
    );
    expect(output).toContain('hard.mdx:8:19  error  Unknown outlet “reuter”');
    expect(output).toMatch(/2 errors and 1 warning in 2 files\.\n$/);
  });

  test('tells the same from its cache, and sees what changes around a story', async () => {
    const first = await check();
    expect(await check()).toEqual(first);
    site.write('content/outlets/reuter.yaml', 'name: Reuter\nkind: agency\n');
    site.write('content/desk/en.yaml', 'loaded: [votes]\n');
    expect((await check()).output).not.toContain('reuter');
    expect((await check('good')).output).toContain('Unexpected “votes”');
    site.remove('content/outlets/reuter.yaml');
    site.write('content/desk/en.yaml', 'loaded: [shiny]\n');
    expect(await check()).toEqual(first);
  });

  test('mends what is safe, and names only when asked', async () => {
    expect((await check('--fix')).code).toBe(1);
    expect(site.read('content/explainers/soft/index.mdx')).toContain('The council “votes” tomorrow.');
    expect(site.read('content/explainers/hard.mdx')).toContain('id="wires"');
    expect((await check('--fix-names')).code).toBe(0);
    expect(site.read('content/explainers/hard.mdx')).toContain('<Source id="wire" />');
    expect(site.read('content/explainers/hard.mdx')).toContain('outlet: reuters');
    expect(site.read('content/explainers/good.mdx')).toBe(good);
  });

  test.each([
    [['--format', 'xml'], 'Unexpected --format xml: expected pretty, json, github or sarif.\n'],
    [['nothing'], 'Unknown story “nothing”: expected the name of its folder or its file.\n'],
  ])('%j is answered with a sentence', async (args, output) =>
    expect(await check(...args)).toEqual({ code: 2, output }),
  );

  test('a setting for a rule that is none', async () => {
    const config = site.read('astro.config.mjs');
    site.write(
      'astro.config.mjs',
      config.replace("name: 'The Example'", "name: 'The Example', desk: { 'words-that-rots': 'off' }"),
    );
    expect((await check('soft')).output).toContain(
      'Unknown rule “words-that-rots” in the setting “desk”: expected one of the desk’s rules.\n  Did you mean “words-that-rot”?  [rule-exists]',
    );
    site.write(
      'astro.config.mjs',
      config.replace("name: 'The Example'", "name: 'The Example', desk: { 'words-that-rot': 'error' }"),
    );
    expect((await check('soft')).code).toBe(1);
  });
});

const plain: MessageJson = {
  file: 'content/a b.mdx',
  line: 3,
  column: 5,
  severity: 'error',
  reason: 'Unknown “x”: 100 %,\nno.',
  suggestion: 'y',
  rule: 'a-rule',
};

const message = fromJson(plain);

describe('forms', () => {
  test('pretty: what cannot be read hides more', () => {
    expect(formats.pretty([message])).toMatch(/1 error in 1 file\.$/);
    expect(formats.pretty([fromJson({ ...plain, rule: 'mdx-syntax' })])).toMatch(/check again when it is mended\.$/);
  });
  test('github: a line for each, with its signs escaped', () => {
    expect(formats.github([message])).toBe(
      '::error file=content/a b.mdx,line=3,col=5,title=a-rule::Unknown “x”: 100 %25,%0Ano. Did you mean “y”?',
    );
  });
  test('sarif: a log of version 2.1.0', () => {
    const log = sarifLog([message, fromJson({ ...plain, severity: 'warning', rule: 'another' })]) satisfies Log;
    expect(log.runs[0]!.tool.driver.rules.map(({ id }) => id)).toEqual(['a-rule', 'another']);
    expect(log.runs[0]!.results).toMatchObject([
      { level: 'error', ruleIndex: 0 },
      { level: 'warning', ruleIndex: 1 },
    ]);
    expect(log.runs[0]!.results[0]!.locations[0]!.physicalLocation).toEqual({
      artifactLocation: { uri: 'content/a%20b.mdx', uriBaseId: 'SRCROOT' },
      region: { startLine: 3, startColumn: 5 },
    });
  });
});

describe('mending', () => {
  test.each([
    ["She said \"it's 'fine'\" twice.", 'She said “it’s ‘fine’” twice.'],
    ['A *"quoted"* word, a 6\'2" man.', 'A *“quoted”* word, a 6\'2" man.'],
    [
      String.raw`"I am 50", the '90s band's singer said: \"no\".`,
      String.raw`“I am 50”, the ’90s band’s singer said: \"no\".`,
    ],
    [
      'A "*b  c* <Source id="a" />" [d ](https://a.example) e.',
      'A “*b c* <Source id="a" />” [d ](https://a.example) e.',
    ],
    ['Two  spaces, one break  \nhere.', 'Two spaces, one break  \nhere.'],
    [
      'Code `"a  b"` stays, <Source id="a" title="b  c" /> too.',
      'Code `"a  b"` stays, <Source id="a" title="b  c" /> too.',
    ],
    ['A [link "here"](https://a.example "title") stays.', 'A [link “here”](https://a.example "title") stays.'],
  ])('%s', (before, after) => expect(tidy(`---\na: "b"\n---\n${before}\n`, 'en')).toBe(`---\na: "b"\n---\n${after}\n`));

  test('knows the marks of a language', () => {
    expect(tidy('---\n---\n"Oui", dit-il.\r\n', 'fr')).toBe('---\n---\n«\u202FOui\u202F», dit-il.\r\n');
    expect(tidy('---\n---\n"Ja", sagte er.\n', 'de-AT')).toBe('---\n---\n„Ja“, sagte er.\n');
    expect(tidy('---\n---\n"Tak, *"mam" 50*", l\'eau.\n', 'pl')).toBe('---\n---\n„Tak, *„mam” 50*”, l’eau.\n');
    expect(tidy('---\n---\nצה"ל: "כן".\n', 'he')).toBe('---\n---\nצה"ל: ”כן”.\n');
  });
  test('leaves alone what cannot be read', () => expect(tidy('---\n---\nA "b" <c', 'en')).toBe('---\n---\nA "b" <c'));

  test('a tag’s name is mended at both ends', () => {
    const messages = [
      fromJson({
        ...plain,
        line: 1,
        column: 1,
        reason: 'Unexpected component <KeyPoint>: expected KeyPoints.',
        suggestion: 'KeyPoints',
        rule: 'component-known',
      }),
    ];
    expect(correctNames('<KeyPoint>\n- a\n</KeyPoint>\n', messages)).toBe('<KeyPoints>\n- a\n</KeyPoints>\n');
  });
});

describe('links', () => {
  const at = { file: 'a.mdx', line: 1, column: 1 };
  const source = (id: string, url: string, archived?: string) => ({
    ...at,
    id,
    source: { url, ...(archived && { archived }) },
  });
  const sources = [
    source('alive', 'https://a.example/1'),
    source('gone', 'https://a.example/2', 'https://archive.example/2'),
    source('login', 'https://b.example/1'),
    source('silent', 'https://c.example/1'),
  ];

  test('without an archived copy', () => {
    expect(unarchived(sources).map(({ reason }) => reason)).toEqual(
      ['alive', 'login', 'silent'].map(
        (id, index) =>
          `Missing archived copy of “${id}”: expected “archived” beside “url: https://${'abc'[index]}.example/1”.`,
      ),
    );
  });

  test('are tried one after the other on a host, and once each', async () => {
    const asked: string[] = [];
    let open = 0;
    const answers: Record<string, number> = {
      'https://a.example/1': 200,
      'https://a.example/2': 404,
      'https://b.example/1': 401,
    };
    const answer = async (url: string | URL | Request, { method = '' }: RequestInit = {}) => {
      const address = url instanceof Request ? url.url : url.toString();
      if (address.startsWith('https://a.')) expect((open += 1)).toBe(1);
      asked.push(`${method} ${address}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (address.startsWith('https://a.')) open -= 1;
      if (!answers[address]) throw new TypeError('fetch failed');
      return new Response(null, { status: answers[address] });
    };
    const told = await deadLinks([...sources, ...sources], { rest: 0, fetch: answer });
    expect(asked.sort()).toEqual([
      'GET https://a.example/2',
      'HEAD https://a.example/1',
      'HEAD https://a.example/2',
      'HEAD https://b.example/1',
      'HEAD https://c.example/1',
    ]);
    expect(new Set(told.map(({ reason }) => reason))).toEqual(
      new Set([
        'Unexpected answer of https://a.example/2 for “gone”, status 404: expected a new address; readers are shown the archived copy, too.',
        'Unexpected answer of https://c.example/1 for “silent”, no answer: expected a new address, or “archived” with a copy.',
      ]),
    );
  });
});
