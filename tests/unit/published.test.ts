import { beforeEach, afterEach, describe, expect, test, vi } from 'vitest';
import { checkNewsroom } from '../../src/commands/check/newsroom.ts';
import { isError } from '../../src/document/message.ts';
import { Publisher, shown, story, update } from '../support/publisher.ts';

vi.mock('../../src/newsroom/components.ts', () => import('../support/components.ts'));

/** A newsroom that publishes, and then changes what it has published. */

beforeEach(() => void vi.stubEnv('NUTGRAF_NOW', '2026-02-01'));
afterEach(() => void vi.unstubAllEnvs());

const three = { 'explainers/call.mdx': story(), 'explainers/visa.mdx': story(), 'topics/city.yaml': 'name: City\n' };

test('a note about a change has no date to come, once readers see its story', async () => {
  const dated = (date: string, more = '') => story(`corrections:\n${update(date, 'New.')}${more}`);
  const told = async (text: string) => (await new Publisher({ 'explainers/call.mdx': text }).told()).map(String);
  expect(await told(dated('2026-02-02'))).toEqual([
    'explainers/call.mdx:7:13  error  Unexpected “2026-02-02” for “corrections.date”: expected a date that is not to come.  [value-valid]',
  ]);
  expect(await told(dated('2026-02-01'))).toEqual([]);
  // A clock that is some hours off, or a zone, is no mistake.
  expect(await told(dated('2026-02-01T23:00:00Z'))).toEqual([]);
  expect(await told(dated('2026-02-03T00:00:00Z'))).toHaveLength(1);
  expect(await told(dated('2026-03-02').replace('2026-01-08', '2026-03-01'))).toEqual([]);
  expect(await told(dated('2026-02-02', 'draft: true\n'))).toEqual([]);
});

describe('a published address', () => {
  test('is recorded with each page, once', async () => {
    const desk = new Publisher({
      ...three,
      'explainers/call.mdx': story('topics: [city]\nsources: { a: { outlet: wire } }\n', 'Words <Source id="a" />.'),
      'explainers/held.mdx': story('draft: true\n'),
      'outlets/wire.yaml': 'name: Wire\nkind: agency\n',
      'outlets/unused.yaml': 'name: Unused\nkind: agency\n',
      'people/jane.yaml': 'name: Jane\n',
      'pages/about.mdx': '---\ntitle: About\ndescription: A.\npublished: 2026-01-01\n---\n\nUs.\n',
    });
    expect(await desk.publish()).toEqual({ versions: 2, addresses: 6 });
    const [publication] = desk.files('publications');
    expect(publication).toMatch(/^2026-02-01T000000Z-[0-9a-f]{16}\.json$/);
    expect(JSON.parse(desk.read(`ledger/publications/${publication}`))).toMatchObject({
      recorded: '2026-02-01T00:00:00Z',
      addresses: {
        '/about/': 'pages/about',
        '/authors/desk/': 'authors/desk',
        '/call/': 'explainers/call',
        '/outlets/wire/': 'outlets/wire',
        '/topics/city/': 'topics/city',
        '/visa/': 'explainers/visa',
      },
      after: [],
    });
    expect(await desk.publish()).toEqual({ versions: 0, addresses: 0 });
    expect(desk.files()).toHaveLength(3);
  });

  const missing = (address: string, line: number, heir = '') =>
    `ledger/publications/2026-02-01T000000Z-#.json:${line}:5  error  Missing page “${address}”, which was published: expected it ${/^\/(visa|call)\/$/.test(address) ? `under “aliases” of the story that took over${heir}, ` : ''}among the “redirects” in astro.config.mjs, or in content/ledger/gone.yaml.  [address-kept]`;

  test('of a story that is deleted is an error, until something is said of it', async () => {
    const desk = new Publisher(three);
    await desk.publish();
    desk.remove('explainers/visa.mdx');
    expect(await desk.told()).toEqual([missing('/visa/', 10)]);

    desk.redirects = { '/visa': '/call/' };
    expect(await desk.told()).toEqual([]);
    desk.redirects = { '/[...any]': 'https://archive.example/[...any]' };
    expect(await desk.told()).toEqual([]);
    desk.redirects = {};
    desk.write({ 'ledger/gone.yaml': '- { address: /visa/, date: 2026-02-01, why: A court forbade it. }\n' });
    expect(await desk.told()).toEqual([]);
    desk.remove('ledger/gone.yaml');
    desk.write({ '../src/pages/visa.astro': '' });
    expect(await desk.told()).toEqual([]);
    desk.remove('../src/pages/visa.astro');
    desk.write({ 'explainers/call.mdx': story('aliases: [/visa]\n') });
    expect(await desk.told()).toEqual([]);
    await desk.publish('2026-02-02');
    // The alias can no more be dropped than the page.
    desk.write({ 'explainers/call.mdx': story() });
    expect(await desk.told()).toEqual([missing('/visa/', 10)]);
  });

  test('of a story that is renamed is an error that names the new one', async () => {
    const desk = new Publisher(three);
    await desk.publish();
    desk.remove('explainers/visa.mdx');
    desk.write({ 'explainers/new-visa.mdx': story() });
    expect(await desk.told()).toEqual([missing('/visa/', 10, ' (content/explainers/new-visa.mdx)')]);
    desk.write({ 'explainers/new-visa.mdx': story('aliases: [/visa/]\n') });
    expect(await desk.told()).toEqual([]);
  });

  test('follows the story, not the folder that its file lies in', async () => {
    const desk = new Publisher(three);
    await desk.publish();
    desk.remove('explainers/visa.mdx');
    desk.write({ 'explainers/2026/visa/index.mdx': story() });
    expect(await desk.told()).toEqual([]);
  });

  const moved = (place: string, now: string, before: string) =>
    `explainers/call.mdx:${place}  error  Unexpected address “${now}”: expected “${before}”, where it was published, or that among its “aliases”.\n  Did you mean “aliases: [${before}]”?  [address-kept]`;

  test('that another permalink, prefix or date would move is an error at the story', async () => {
    const desk = new Publisher({ 'explainers/call.mdx': story() });
    desk.options = { permalink: '/:year/:month/:slug/' };
    await desk.publish();
    desk.write({ 'explainers/call.mdx': story().replace('2026-01-08', '2026-02-01') });
    expect(await desk.told()).toEqual([moved('4:12', '/2026/02/call/', '/2026/01/call/')]);
    desk.write({ 'explainers/call.mdx': story('aliases: [/2026/01/call/]\n').replace('2026-01-08', '2026-02-01') });
    expect(await desk.told()).toEqual([]);

    desk.write({ 'explainers/call.mdx': story() });
    desk.options = {};
    expect(await desk.told()).toEqual([moved('1:1', '/call/', '/2026/01/call/')]);
    desk.options = { permalink: '/:year/:month/:slug/', prefix: '/explainers/' };
    expect(await desk.told()).toEqual([
      moved('4:12', '/explainers/2026/01/call/', '/2026/01/call/'),
      missing('/authors/desk/', 8),
    ]);
  });

  test('of a story that becomes a draft again, or is put off, is an error', async () => {
    const desk = new Publisher(three);
    await desk.publish();
    desk.write({
      'explainers/call.mdx': story('draft: true\n'),
      'explainers/visa.mdx': story().replace('2026-01-08', '2026-03-01'),
    });
    const kept = (what: string, page: string) =>
      `error  Unexpected ${what}: expected a story that readers see, as its page “${page}” was published.  [address-kept]`;
    const told = await desk.told();
    expect(told).toContain(`explainers/call.mdx:6:1  ${kept('draft', '/call/')}`);
    expect(told).toContain(`explainers/visa.mdx:4:12  ${kept('date to come', '/visa/')}`);
  });

  test('of a topic, note, policy or page counts as well', async () => {
    const text = '---\ntitle: A title\ndescription: A.\npublished: 2026-01-01\n---\n\nUs.\n';
    const note = text.replace('description: A.\n', '');
    const desk = new Publisher({
      'explainers/call.mdx': story('topics: [city]\n'),
      'topics/city.yaml': 'name: City\n',
      'pages/about.mdx': text,
      'policies/ethics.mdx': text,
      'notes/locks.mdx': note,
    });
    await desk.publish();
    desk.remove('pages', 'policies', 'notes', 'topics');
    desk.write({ 'explainers/call.mdx': story() });
    expect(await desk.told()).toEqual(
      [
        ['/about/', 7],
        ['/notes/locks/', 10],
        ['/policies/ethics/', 11],
        ['/topics/city/', 12],
      ].map(([address, line]) => missing(address as string, line as number)),
    );
  });

  test('is not asked for where one story alone is read, or one has a mistake', async () => {
    const desk = new Publisher({ ...three, 'explainers/third.mdx': story() });
    await desk.publish();
    desk.remove('explainers/visa.mdx');
    const { messages } = await checkNewsroom(desk.settings, ['call']);
    expect(messages.filter(isError).map(shown)).toEqual([]);
    desk.write({ 'explainers/call.mdx': story('topics: [nowhere]\nheadlin: x\n') });
    expect((await desk.told()).filter((one) => one.includes('address-kept'))).toEqual([]);
  });
});

describe('a former address', () => {
  const said = (place: string, alias: string, fault: string) =>
    `explainers/${place}  error  Unexpected alias “${alias}”: ${fault}.  [alias-free]`;

  test('that a page has, or that is said of two, is an error', async () => {
    const desk = new Publisher({
      'explainers/call.mdx': story('aliases: [/visa/, /topics, /a/, /b/, /call/, /c/]\n'),
      'explainers/visa.mdx': story('aliases:\n  - /c\n'),
      'ledger/gone.yaml':
        '- { address: /a/, date: 2026-02-01, why: Gone. }\n- { address: /visa, date: 2026-02-01, why: Gone. }\n',
    });
    desk.redirects = { '/b/': '/call/' };
    expect(await desk.told()).toEqual([
      said('call.mdx:6:11', '/visa/', 'it is the address of explainers/visa. Expected one that no page has'),
      said('call.mdx:6:19', '/topics', 'it is a page of the site. Expected an address that no page has'),
      said('call.mdx:6:28', '/a/', 'gone.yaml says that it is gone. Expected it in one of the two'),
      said('call.mdx:6:33', '/b/', 'the setting “redirects” has it. Expected it in one of the two'),
      said('visa.mdx:7:5', '/c', 'content/explainers/call.mdx has it. Expected it in one story'),
      'ledger/gone.yaml:1:14  error  Unexpected “/a/” among what is gone: expected an address without a page. It leads to explainers/call.  [alias-free]',
      'ledger/gone.yaml:2:14  error  Unexpected “/visa” among what is gone: expected an address without a page. It leads to explainers/visa.  [alias-free]',
    ]);
  });

  test.each([
    'old',
    '//evil.example/',
    '/../old/',
    '/%2e%2e/old/',
    '/a\\b/',
    '/a?p=1',
    '/',
    'https://a.example/',
    '/a%2fb/',
    '/%zz/',
  ])('is a path of the site, and nothing else: %s', async (alias) => {
    const desk = new Publisher({ 'explainers/call.mdx': story(`aliases: ['${alias}']\n`) });
    expect((await desk.told()).join()).toContain(
      `Unexpected “${alias}” in “aliases”: expected an address on this site such as /old-story/.`,
    );
  });

  test('is known in whatever letters it is written', async () => {
    const desk = new Publisher({ 'explainers/bogotá.mdx': story() });
    await desk.publish();
    desk.remove('explainers/bogotá.mdx');
    desk.write({ 'explainers/call.mdx': story('aliases: [/bogota%CC%81]\n') });
    expect(await desk.told()).toEqual([]);
  });

  test.each<[string, Record<string, string>, string]>([
    [
      'leads on',
      { '/a': '/b', '/b': '/call/' },
      'Unexpected redirect from “/a” to “/b”, which leads on: expected where it ends.\n  Did you mean “/call/”?',
    ],
    [
      'leads to an alias',
      { '/a': '/old/' },
      'Unexpected redirect from “/a” to “/old/”, which leads on: expected where it ends.\n  Did you mean “/call/”?',
    ],
    ['leads to itself', { '/a': '/a/' }, 'Unexpected redirect from “/a” to “/a/”: it leads back to itself.'],
    ['leads to what is gone', { '/a': '/g' }, 'Unexpected redirect from “/a” to “/g”: gone.yaml says that it is gone.'],
    ['hides a page', { '/call': '/b' }, 'Unexpected redirect from “/call”: it is the address of explainers/call.'],
  ])('is a redirect that ends: not one that %s', async (_, redirects, reason) => {
    const desk = new Publisher({
      'explainers/call.mdx': story('aliases: [/old/]\n'),
      'ledger/gone.yaml': '- { address: /g/, date: 2026-02-01, why: Gone. }\n',
    });
    desk.redirects = redirects;
    expect(await desk.told()).toEqual([`astro.config.mjs:1:1  error  ${reason}  [redirect-ends]`]);
  });

  test('in a circle is an error for each step', async () => {
    const desk = new Publisher({});
    desk.redirects = { '/a': '/b', '/b': '/c', '/c': '/a' };
    expect(await desk.told()).toHaveLength(3);
  });

  test('of what is gone is a list that is read as closely as any', async () => {
    const desk = new Publisher({ 'ledger/gone.yaml': '- { address: a, date: soon }\n' });
    expect((await desk.told()).map((one) => one.split('  ')[0])).toEqual([
      'ledger/gone.yaml:1:3',
      'ledger/gone.yaml:1:14',
      'ledger/gone.yaml:1:23',
    ]);
  });
});

describe('published words', () => {
  const warning = (place: string, date = '2026-01-08') =>
    `explainers/call.mdx:${place}  warning  Unexpected change of words that were published under ${date}: expected a later “updated”, or a note under “corrections”.  [words-dated]`;

  test('that change under the same date are kept beside the former ones, and asked about before', async () => {
    const desk = new Publisher(three);
    await desk.publish();
    const [first] = desk.files('stories/call');
    const before = desk.read(`ledger/stories/call/${first}`);
    desk.write({ 'explainers/call.mdx': story('', 'Other words.') });
    expect(await desk.asked()).toEqual([warning('4:12')]);
    expect(await desk.publish('2026-02-02')).toEqual({ versions: 1, addresses: 0 });
    expect(desk.files('stories/call')).toHaveLength(2);
    expect(desk.read(`ledger/stories/call/${first}`)).toBe(before);
    const second = desk.files('stories/call').find((name) => name !== first)!;
    expect(JSON.parse(desk.read(`ledger/stories/call/${second}`))).toMatchObject({
      date: '2026-01-08',
      text: ['Other words.'],
      after: [`call/${first!.replace('.json', '')}`],
    });
    expect(await desk.asked()).toEqual([]);
    expect(await desk.told()).toEqual([]);
  });

  test('are not asked about where only spaces, markup or what stands above changed', async () => {
    const desk = new Publisher(three);
    await desk.publish();
    desk.write({
      'explainers/call.mdx': story('topics: [city]\n', '\n**Words**   of\nthe [story](https://a.example).'),
    });
    expect(await desk.asked()).toEqual([]);
    expect(await desk.publish('2026-02-02')).toEqual({ versions: 0, addresses: 1 });
  });

  test.each([
    ['a headline', (text: string) => text.replace('A headline', 'B headline'), '4:12'],
    ['the date of an update', (text: string) => text, ''],
  ])('include %s', async (_, change, place) => {
    const desk = new Publisher(three);
    await desk.publish();
    desk.write({
      'explainers/call.mdx': change(story(place ? '' : 'updated: 2026-01-10\n', place ? undefined : 'New.')),
    });
    expect(await desk.asked()).toEqual(place ? [warning(place)] : []);
  });

  test('are asked about at “updated”, where there is one', async () => {
    const desk = new Publisher({ 'explainers/call.mdx': story('updated: 2026-01-10\n') });
    await desk.publish();
    desk.write({ 'explainers/call.mdx': story('updated: 2026-01-10\n', 'Other words.') });
    expect(await desk.asked()).toEqual([warning('6:10', '2026-01-10')]);
  });
});

describe('a ledger', () => {
  /** Published twice: a story, then an update of it. */
  async function published(): Promise<Publisher> {
    const desk = new Publisher(three);
    await desk.publish();
    desk.write({ 'explainers/call.mdx': story(`corrections:\n${update('2026-01-10', 'It ended.')}`) });
    await desk.publish('2026-02-02');
    expect(await desk.told()).toEqual([]);
    return desk;
  }
  const at = (desk: Publisher, folder: string, index: number) => `ledger/${folder}/${desk.files(folder)[index]}`;
  const back = 'Bring it back from the history of the repository.  [ledger-whole]';

  test('from which a story’s folder was deleted says so', async () => {
    const desk = await published();
    desk.remove('ledger/stories/visa');
    expect(await desk.told()).toEqual([
      `ledger/publications/2026-02-01T000000Z-#.json:5:5  error  Missing folder “stories/visa/”, which was recorded on 2026-02-01T00:00:00Z. ${back}`,
    ]);
  });

  test.each([
    ['first', 0, 2],
    ['last', 1, 1],
  ])('from which the %s version of a story was deleted says so', async (_, index, count) => {
    const desk = await published();
    desk.remove(at(desk, 'stories/call', index));
    const told = await desk.told();
    expect(told.length).toBe(1);
    expect(told[0]).toMatch(
      /^ledger\/publications\/.*error {2}Missing “stories\/call\/2026-01-(08|10)-#\.json”, which was recorded/,
    );
    expect(count).toBeGreaterThan(0);
  });

  test('from which a publication was deleted says so, and so does all that it named', async () => {
    const desk = await published();
    desk.remove(at(desk, 'publications', 0));
    expect(await desk.told()).toEqual([
      `ledger/publications/2026-02-02T000000Z-#.json:8:5  error  Missing “publications/2026-02-01T000000Z-#.json”, which came before it. ${back}`,
      ...['call', 'visa'].map(
        (id) =>
          `ledger/stories/${id}/2026-01-08-#.json:1:1  error  Unexpected file: expected one that a file in publications/ names. Bring that back, or remove it.  [ledger-whole]`,
      ),
    ]);
  });

  test.each<[string, (text: string) => string, string]>([
    [
      'whose words were altered',
      (text) => text.replace('Words of', 'Lies of'),
      '1:1  error  Unexpected change: expected the file as “nutgraf ledger” wrote it.',
    ],
    [
      'whose list of corrections was emptied',
      (text) => text.replace(/"corrections": \[[\s\S]*?\n {2}\]/, '"corrections": []'),
      '1:1  error  Unexpected change: expected the file',
    ],
    ['that was cut', (text) => text.slice(0, 80), 'error'],
    ['that is empty', () => '', 'error'],
    ['with the marks of a merge', (text) => `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> other\n`, 'error'],
    ['of two in one', (text) => text + text, 'error'],
    ['that names another story', (text) => text.replace('"story": "call"', '"story": "visa"'), 'Unexpected change'],
  ])('with a version %s says so at that file', async (_, change, words) => {
    const desk = await published();
    const file = at(desk, 'stories/call', 1);
    desk.write({ [file]: change(desk.read(file)) });
    const told = (await desk.told()).filter((one) => one.startsWith('ledger/stories/call/2026-01-10-#.json:'));
    expect(told[0]).toContain(words);
  });

  test('with an altered publication says so', async () => {
    const desk = await published();
    const file = at(desk, 'publications', 0);
    desk.write({
      [file]: desk.read(file).replace('    "/visa/": "explainers/visa"', '    "/vosa/": "explainers/visa"'),
    });
    expect((await desk.told())[0]).toContain('publications/2026-02-01T000000Z-#.json:1:1  error  Unexpected change');
  });

  test('to which a file was added by hand says so', async () => {
    const desk = await published();
    desk.write({ [at(desk, 'stories/call', 0).replace('01-08', '01-09')]: desk.read(at(desk, 'stories/call', 0)) });
    expect((await desk.told())[0]).toContain('stories/call/2026-01-09-#.json:1:1  error  Unexpected change');
  });

  test('is the same whatever a repository makes of line ends', async () => {
    const desk = await published();
    for (const file of desk.files())
      desk.write({ [`ledger/${file}`]: desk.read(`ledger/${file}`).replaceAll('\n', '\r\n') });
    desk.write({ 'explainers/visa.mdx': story().replaceAll('\n', '\r\n') });
    expect(await desk.told()).toEqual([]);
    expect(await desk.publish('2026-02-03')).toEqual({ versions: 0, addresses: 0 });
  });

  test('holds a story that took over to the corrections of the former one', async () => {
    const desk = await published();
    desk.remove('explainers/call.mdx');
    desk.write({ 'explainers/new.mdx': story('aliases: [/call/]\n') });
    expect(await desk.told()).toEqual([
      'explainers/new.mdx:2:1  error  Missing update of 2026-01-10, “It ended.”: expected it as it was published, or a note with “kind: withdrawal” and “withdraws: 2026-01-10”.  [correction-kept]',
    ]);
    desk.write({
      'explainers/new.mdx': story(`aliases: [/call/]\ncorrections:\n${update('2026-01-10', 'It ended.')}`),
    });
    expect(await desk.told()).toEqual([]);
    await desk.publish('2026-02-03');
    const [entry] = desk.files('stories/new');
    const { after } = JSON.parse(desk.read(`ledger/stories/new/${entry}`)) as { after: string[] };
    expect(after).toEqual([expect.stringMatching(/^call\/2026-01-10-/)]);
    expect(await desk.told()).toEqual([]);
  });

  test('lets the corrections of a story go with it, where that is said', async () => {
    const desk = await published();
    desk.remove('explainers/call.mdx');
    expect((await desk.told()).map((one) => one.split('  [').at(-1))).toEqual(['address-kept]']);
    desk.write({ 'ledger/gone.yaml': '- { address: /call/, date: 2026-02-03, why: A court forbade it. }\n' });
    expect(await desk.told()).toEqual([]);
    desk.remove('ledger/gone.yaml');
    desk.redirects = { '/call/': '/visa/' };
    expect((await desk.told()).map((one) => one.split('  [').at(-1))).toEqual(['correction-kept]']);
  });

  test('that an earlier version of Nutgraf wrote is brought up to date, and nothing is lost', async () => {
    const version = (date: string, words: string) =>
      JSON.stringify({ date, headline: 'A headline', description: 'A sentence.', text: [words] });
    const desk = new Publisher({
      'explainers/call.mdx': story(
        `corrections:\n${update('2026-01-10', 'It ended.')}${update('2026-01-09', 'It began.')}`,
      ),
      'ledger/call/2026-01-08.json': version('2026-01-08', 'First words.'),
      'ledger/call/2026-01-10.json': version('2026-01-10', 'Words of the story.'),
      'ledger/call/corrections.json': JSON.stringify([
        { date: '2026-01-09', kind: 'update', severity: 'minor', note: 'It began.' },
        { date: '2026-01-10', kind: 'update', severity: 'minor', note: 'It ended.' },
      ]),
    });
    expect(await desk.publish()).toEqual({ versions: 2, addresses: 2 });
    expect(desk.files().filter((name) => !/^(stories|publications)\//.test(name))).toEqual([]);
    const [first, second] = desk.files('stories/call').map((name) => desk.read(`ledger/stories/call/${name}`));
    expect(JSON.parse(first!)).toMatchObject({
      date: '2026-01-08',
      text: ['First words.'],
      corrections: [],
      after: [],
    });
    expect(JSON.parse(second!)).toMatchObject({
      date: '2026-01-10',
      corrections: [{ note: 'It began.' }, { note: 'It ended.' }],
      after: [expect.stringMatching(/^call\/2026-01-08-/)],
    });
    expect(await desk.told()).toEqual([]);
    expect(await desk.publish('2026-02-02')).toEqual({ versions: 0, addresses: 0 });
  });
});
