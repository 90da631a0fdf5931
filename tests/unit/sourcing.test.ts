import { describe, expect, test } from 'vitest';
import { kindOf, robustLink } from '../../src/stories/source.ts';
import { capitalised, detailsOf, hostOf, isUnsettled, kindInWords, sourcingOf } from '../../src/stories/sourcing.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { registriesIn, storyWith } from '../support/stories.ts';

/** A story that cites these sources once each, and one of them again. */
function storyCiting(sources: Record<string, object>, { again = [] as string[], lang = 'en' } = {}) {
  const citations = [...Object.keys(sources), ...again].map((source) => ({ source, paragraph: 1 }));
  return storyWith({ above: { sources, lang }, facts: { citations } });
}

const unnamed = { name: 'A U.S. official', kind: 'person', unnamed: true, description: 'of the State Department' };
const official = { ...unnamed, anonymity: 'talks go on' };

describe('the line on sources', () => {
  const line = (...story: Parameters<typeof storyCiting>) => {
    const made = storyCiting(...story);
    return sourcingOf(made, stringsFor(made.lang)).line;
  };
  const brief = (...story: Parameters<typeof storyCiting>) => {
    const made = storyCiting(...story);
    return sourcingOf(made, stringsFor(made.lang)).brief;
  };

  test('counts the kinds, the one with most sources first', () => {
    expect(
      line({
        statement: { outlet: 'presidency' },
        first: { outlet: 'truth-social' },
        second: { outlet: 'truth-social' },
      }),
    ).toBe('3 citations of 3 sources: 2 posts, 1 official statement');
    expect(line({ statement: { outlet: 'presidency' } }, { again: ['statement', 'statement'] })).toBe(
      '3 citations of 1 source: 1 official statement',
    );
  });

  test('counts agencies and newspapers as news organisations, each once', () => {
    expect(line({ a: { outlet: 'reuters' }, b: { outlet: 'el-tiempo' } })).toBe(
      '2 citations of 2 sources: 2 news organisations',
    );
    expect(line({ a: { outlet: 'reuters' }, b: { outlet: 'reuters' }, c: { outlet: 'afp' } })).toBe(
      '3 citations of 3 sources: 3 reports from 2 news organisations',
    );
    // A report of no outlet in the registry counts by its name.
    expect(line({ a: { name: 'La Silla', kind: 'news' }, b: { name: 'La Silla', kind: 'news' } })).toBe(
      '2 citations of 2 sources: 2 reports from 1 news organisation',
    );
  });

  test('says how many sources are not named', () => {
    expect(brief({ official, a: { outlet: 'reuters' } })).toBe('2 sources, 1 unnamed');
    expect(brief({ a: { outlet: 'reuters' } })).toBe('1 source');
  });

  test('says that there are none', () => {
    expect(brief({})).toBe('This story lists no sources.');
    expect(line({})).toBeUndefined();
  });

  test('is of the story’s language', () => {
    expect(line({ a: { outlet: 'reuters' }, official }, { lang: 'es' })).toMatch(/^2 citas de 2 fuentes: /);
    expect(brief({ a: { outlet: 'reuters' }, official }, { lang: 'es' })).toBe('2 fuentes, 1 anónima');
  });
});

describe('the kinds of sources', () => {
  test('has a row for each kind, with the names once', () => {
    const sources = {
      call: { outlet: 'reuters' },
      visa: { outlet: 'reuters' },
      wire: { outlet: 'afp' },
      official,
      aide: { name: 'An aide', kind: 'person', quotedBy: 'el-tiempo' },
      speech: { by: 'gustavo-petro', kind: 'speech' },
    };
    expect(sourcingOf(storyCiting(sources, { again: ['visa', 'speech'] }), stringsFor('en')).rows).toEqual([
      { kind: 'agency', word: 'News agency report', names: 'Reuters, AFP' },
      { kind: 'person', word: 'Person', names: 'A U.S. official (not named), An aide (second-hand)' },
      { kind: 'speech', word: 'Speech', names: 'Gustavo Petro' },
    ]);
  });

  test('marks a source both ways where it is neither named nor first-hand', () => {
    const story = storyCiting({ official: { ...official, quotedBy: 'afp' } });
    expect(sourcingOf(story, stringsFor('en')).rows[0]!.names).toBe('A U.S. official (not named, second-hand)');
  });
});

const sourceOf = (record: object) => storyCiting({ one: record }).sources[0]!;

test.each([
  [{ outlet: 'reuters' }, false, 'News agency report'],
  [official, true, 'Person, not named'],
  [{ outlet: 'truth-social', quotedBy: 'afp' }, true, 'Social post, second-hand'],
  [{ ...official, quotedBy: 'afp' }, true, 'Person, not named, second-hand'],
])('%j: dotted %s, “%s”', (record, dotted, words) => {
  expect(isUnsettled(sourceOf(record))).toBe(dotted);
  expect(kindInWords(sourceOf(record), stringsFor('en'))).toBe(words);
});

describe('the details of a source', () => {
  test.each([
    [{ outlet: 'reuters' }, ''],
    [{ outlet: 'truth-social', by: 'donald-trump' }, 'by Donald Trump'],
    // A badge that already has the name does not say it twice.
    [{ by: 'donald-trump', kind: 'speech' }, ''],
    [{ outlet: 'reuters', by: 'donald-trump', author: 'A. Reporter' }, 'by A. Reporter'],
    [{ outlet: 'reuters', title: 'US visa list' }, '“US visa list”'],
    [{ outlet: 'reuters', description: 'a wire report' }, 'a wire report'],
    [{ outlet: 'reuters', pages: '12' }, 'page 12'],
    [{ outlet: 'reuters', pages: 'xii' }, 'page xii'],
    [{ outlet: 'reuters', pages: '12–14' }, 'pages 12–14'],
    [{ outlet: 'reuters', published: '2026-01' }, 'January 2026'],
    [{ outlet: 'reuters', published: '2026-01-08T23:30:00Z' }, 'January 8, 2026 at 6:30 PM EST'],
    [{ outlet: 'el-tiempo', lang: 'es' }, 'in Spanish'],
    [{ outlet: 'reuters', lang: 'en' }, ''],
    [{ outlet: 'reuters', accessed: '2026-01-09' }, 'read on January 9, 2026'],
    [{ outlet: 'truth-social', quotedBy: 'afp' }, 'second-hand, as reported by AFP'],
    [official, 'of the State Department, not named: talks go on'],
    [
      { outlet: 'reuters', author: 'A. Reporter', title: 'US visa list', published: '2026', lang: 'fr' },
      'by A. Reporter, “US visa list”, 2026, in French',
    ],
  ])('%j: “%s”', (record, words) => {
    expect(detailsOf(sourceOf(record), { lang: 'en' }, stringsFor('en'), 'America/New_York')).toBe(words);
  });

  test('are told with the marks of the story’s language', () => {
    expect(
      detailsOf(
        sourceOf({ outlet: 'reuters', title: 'A', published: '2026' }),
        { lang: 'ja' },
        stringsFor('ja'),
        'UTC',
      ),
    ).toBe('「A」、2026年');
  });
});

test.each([
  ['as of January', 'en', 'As of January'],
  ['ısparta', 'tr', 'Isparta'],
  ['istanbul', 'tr', 'İstanbul'],
  ['𐐨x', 'en', '𐐀x'],
  ['', 'en', ''],
])('“%s” begins a sentence in %s as “%s”', (phrase, lang, sentence) => {
  expect(capitalised(phrase, lang)).toBe(sentence);
});

test.each([
  ['https://www.reuters.example/world/a', 'reuters.example'],
  ['https://news.www.example/', 'news.www.example'],
  ['http://wwwx.example:8080/?a', 'wwwx.example'],
  ['https://wwwreuters.example/', 'wwwreuters.example'],
])('the host of %s is %s', (url, host) => expect(hostOf(url)).toBe(host));

describe('the kind of a source', () => {
  const { outlets } = registriesIn('en');
  test.each([
    ['reuters', 'agency'],
    ['el-tiempo', 'newspaper'],
    ['presidency', 'statement'],
    ['court-bogota', 'court'],
    ['truth-social', 'post'],
  ])('from %s is %s', (outlet, kind) => expect(kindOf({ outlet }, outlets.get(outlet))).toBe(kind));

  test.each(['broadcaster', 'site'] as const)('from a %s is news', (kind) =>
    expect(kindOf({}, { name: 'A', kind })).toBe('news'),
  );
  test.each([
    ['company', 'statement'],
    ['journal', 'study'],
  ] as const)('from a %s is a %s', (kind, source) => expect(kindOf({}, { name: 'A', kind })).toBe(source));
  test('is what the writer says first', () =>
    expect(kindOf({ kind: 'interview' }, outlets.get('reuters'))).toBe('interview'));
  test('is another one where nobody says', () => expect(kindOf({})).toBe('other'));
});

describe('a link to a source that is archived', () => {
  const url = 'https://reuters.example/visa';
  const archived = 'https://web.archive.org/web/20260109083000/https://reuters.example/visa';

  test.each([
    ['no copy is known', { url }, {}],
    ['only the copy is known', { archived }, {}],
    [
      'the newsroom says when it read the source',
      { url, archived, accessed: '2026-01-10' },
      { 'data-originalurl': url, 'data-versionurl': archived, 'data-versiondate': '2026-01-10' },
    ],
    [
      'the address of the copy has its day',
      { url, archived },
      { 'data-originalurl': url, 'data-versionurl': archived, 'data-versiondate': '2026-01-09' },
    ],
    [
      'nobody says when',
      { url, archived: 'https://archive.example/AbC1' },
      { 'data-originalurl': url, 'data-versionurl': 'https://archive.example/AbC1' },
    ],
  ])('where %s', (_, source, attributes) => expect(robustLink(source)).toEqual(attributes));

  test.each([
    ['https://web.archive.org/web/20260109/x', '2026-01-09'],
    ['https://web.archive.org/web/19991231235959id_/x', '1999-12-31'],
    ['https://web.archive.org/web/202601/x', undefined],
    ['https://web.archive.org/web/20262109/x', undefined],
    ['https://web.archive.org/web/20260149/x', undefined],
    ['https://web.archive.org/web/18990109/x', undefined],
    ['https://web.archive.org/web/202601090830001/x', undefined],
    ['https://web.archive.org/x20260109/x', undefined],
    ['https://web.archive.org/20260109', undefined],
  ])('%s is of %s', (copy, day) => expect(robustLink({ url, archived: copy })['data-versiondate']).toBe(day));
});
