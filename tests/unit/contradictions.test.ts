import { describe, expect, test } from 'vitest';
import { isBefore } from '../../src/schema/dates.ts';
import { readData } from '../../src/components/data.ts';
import { formatMessage } from '../../src/document/reporter.ts';
import { readRecord, readStory } from '../../src/document/read.ts';
import { schemas } from '../../src/schema/index.ts';
import { contracts } from '../support/newsroom.ts';

/** What cannot all be true is told, with its place. */

const told = (text: string, collection: 'explainers' | 'notes' | 'policies' = 'explainers') =>
  readStory(text, schemas[collection], contracts, { programs: false }).messages.map(formatMessage);
const story = (yaml: string, text = 'Text.') =>
  told(`---\nheadline: A headline\ndescription: A sentence.\n${yaml}\n---\n${text}\n`);
const record = (yaml: string) => readRecord(yaml, schemas.people).messages.map(formatMessage);

describe('dates', () => {
  test('one is before another only where it surely is', () => {
    for (const [one, other, expected] of [
      ['2026-01-07', '2026-01-08', true],
      ['2026-01-08', '2026-01-08', false],
      ['2025', '2026-01', true],
      ['2026', '2026-01-08', false],
      ['2026-01', '2026-01-08', false],
      ['2026-01-08', '2026', false],
      ['2026-01-08T10:00:00Z', '2026-01-08T05:00:00-05:00', false],
      ['2026-01-08T09:59:59Z', '2026-01-08T05:00:00-05:00', true],
      // A day without a zone may be that of Auckland, or of Honolulu.
      ['2026-01-07', '2026-01-08T02:00:00Z', false],
      ['2026-01-07', '2026-01-08T12:00:01Z', true],
      ['2026-01-07T11:00:00Z', '2026-01-08', false],
      ['2026-01-07T09:00:00Z', '2026-01-08', true],
      ['2025', '2026-01-01T00:00:00Z', false],
      ['2025', '2026-01-02T00:00:00Z', true],
      ['2025-12', '2026-01-02T00:00:00Z', true],
    ] as const)
      expect([one, other, isBefore(one, other)]).toEqual([one, other, expected]);
  });

  test('a text is not updated before it is published', () => {
    expect(story('published: 2026-01-08\nupdated: 2026-01-07\nauthors: [desk]')).toEqual([
      ':5:10  error  Unexpected “2026-01-07” for “updated”: expected a date that is not before “published”.  [value-valid]',
    ]);
    expect(story('published: 2026-01-08\nupdated: 2026-01-08\nauthors: [desk]')).toEqual([]);
    const says =
      ':4:10  error  Unexpected “2026-01-07” for “updated”: expected a date that is not before “published”.  [value-valid]';
    expect(told('---\ntitle: A note\npublished: 2026-01-08\nupdated: 2026-01-07\n---\nText.\n', 'notes')).toEqual([
      says,
    ]);
    expect(
      told(
        '---\ntitle: A note\npublished: 2026-01-08\nupdated: 2026-01-07\ndescription: Of it.\n---\nText.\n',
        'policies',
      ),
    ).toEqual([says]);
  });

  test('nothing is corrected before it is published, or to what it said', () => {
    expect(
      story(
        'published: 2026-01-08\nauthors: [desk]\ncorrections:\n  - { date: 2026-01-07, kind: update, note: New. }\n  - { date: 2026-01-09, kind: correction, was: One., now: One. }\n  - { date: 2026-01-08, kind: update, note: New. }',
      ),
    ).toEqual([
      ':8:59  error  Unexpected “One.” for “corrections.now”: expected other words than in “was”.  [value-valid]',
      ':7:13  error  Unexpected “2026-01-07” for “corrections.date”: expected a date that is not before “published”.  [value-valid]',
    ]);
    expect(
      story(
        'published: 2026-01-08\nauthors: [desk]\ncorrections:\n  - { date: 2026-01-08, kind: update, note: New. }\n  - { date: 2026-01-07T09:00:00Z, kind: update, note: New. }',
      ),
    ).toEqual([
      ':8:13  error  Unexpected “2026-01-07T09:00:00Z” for “corrections.date”: expected a date that is not before “published”.  [value-valid]',
    ]);
  });

  test('a source is not later than the story, nor read before there was one', () => {
    const sources = (more: string) =>
      story(
        `published: 2026-01-08\n${more}authors: [desk]\nsources:\n  one: { outlet: reuters, published: 2026-01-09 }\n  two: { outlet: reuters, published: 2026 }\n  three: { outlet: reuters, published: 2025-06, accessed: 2025-05-30 }`,
        '<Source id="one" />, <Source id="two" />, <Source id="three" />',
      );
    const read =
      'warning  Unexpected “2025-05-30” for “sources.three.accessed”: expected a date that is not before 2025-06, when it was published.  [source-date]';
    expect(sources('')).toEqual([
      ':7:38  warning  Unexpected “2026-01-09” for “sources.one.published”: expected a date that is not after that of the story, 2026-01-08.  [source-date]',
      `:9:59  ${read}`,
    ]);
    // What is cited may be newer than the story, as long as that was changed.
    expect(sources('updated: 2026-01-09\n')).toEqual([`:10:59  ${read}`]);
  });

  test('a role does not end before it begins', () => {
    expect(
      record(
        'name: Jane Doe\nroles:\n  - { title: Mayor, from: 2024, to: 2023-12 }\n  - { title: Mayor, from: 2020-06, to: 2020 }\n',
      ),
    ).toEqual([
      ':3:37  error  Unexpected “2023-12” for “roles.to”: expected a date that is not before “from”.  [value-valid]',
    ]);
  });

  const timeline = (events: string, props = '') =>
    story('published: 2026-01-08\nauthors: [desk]', `<Timeline${props}>\n${events}\n</Timeline>`);

  test('an event does not end before it begins', () => {
    expect(timeline('<Event date="2020-05" until="2020-04-30">Text.</Event>')).toEqual([
      ':8:23  error  Unexpected “2020-04-30” for “until” on <Event>: expected a date that is not before “date”.  [prop-valid]',
    ]);
    expect(timeline('<Event date="2020-05" until="2020">Text.</Event>')).toEqual([]);
  });

  test('events are in order, each group by itself', () => {
    const event = (date: string, group = '') => `<Event date="${date}"${group && ` group="${group}"`}>Text.</Event>`;
    expect(
      timeline([event('2019'), event('2021-05'), event('2020'), event('2021'), event('2021-04-30')].join('\n')),
    ).toEqual([
      ':10:8  warning  Unexpected 2020 behind 2021-05: expected what stands in <Timeline> the oldest first.  [oldest-first]',
      ':12:8  warning  Unexpected 2021-04-30 behind 2021-05: expected what stands in <Timeline> the oldest first.  [oldest-first]',
    ]);
    expect(
      timeline(
        [event('2019', 'A'), event('2021', 'A'), event('2018', 'B'), event('2019', 'B'), event('2017')].join('\n'),
      ),
    ).toEqual([]);
    expect(timeline('<Event when="Spring">Text.</Event>\n<Event date="2019" when="Then">Text.</Event>')).toEqual([]);
    // The page turns them round; they are typed like any other.
    expect(timeline([event('2021'), event('2019')].join('\n'), ' newestFirst')).toEqual([
      ':9:8  warning  Unexpected 2019 behind 2021: expected what stands in <Timeline> the oldest first.  [oldest-first]',
    ]);
  });
});

test('nobody writes a story twice, and it has a topic once', () => {
  expect(story('published: 2026-01-08\nauthors: [desk, jane, desk]\ntopics: [cities, cities]')).toEqual([
    ':5:23  error  Unexpected “desk” in “authors”: expected each author once.  [value-valid]',
    ':6:18  error  Unexpected “cities” in “topics”: expected each topic once.  [value-valid]',
  ]);
});

test('an address has no password, and a message does not tell it', () => {
  expect(
    story(
      'published: 2026-01-08\nauthors: [desk]\nsources:\n  one: { outlet: reuters, url: https://jane:secret@example.org/page }',
      'A [link](https://jane:secret@example.org/), <a href="https://jane@example.org/">another</a>, <Source id="one" />.',
    ),
  ).toEqual([
    ':7:32  error  Unexpected “https://…@example.org/page” for “sources.one.url”: expected a web address without a name and a password in it.  [value-valid]',
    ':9:3  error  Unexpected address with a name or a password in it: expected one that every reader may see.  [link-safe]',
    ':9:48  error  Unexpected address with a name or a password in it: expected one that every reader may see.  [link-safe]',
  ]);
});

test('a link has an address', () => {
  expect(story('published: 2026-01-08\nauthors: [desk]', 'A [link]() and <a href="">another</a>.')).toEqual([
    ':7:3  error  Unexpected link without an address: expected one such as https://example.org/page.  [link-safe]',
    ':7:19  error  Unexpected link without an address: expected one such as https://example.org/page.  [link-safe]',
  ]);
});

describe('what is empty', () => {
  const body = (text: string) => story('published: 2026-01-08\nauthors: [desk]', text);

  test('is told of where words are wanted, whatever its name', () => {
    expect(body('<WhyItMatters>\n</WhyItMatters>\n\n<Process>\n{/* later */}\n</Process>\n\n<Disclosure />')).toEqual([
      ':7:1  error  Unexpected empty <WhyItMatters>: expected words between its tags.  [nesting]',
      ':10:1  error  Unexpected empty <Process>: expected words between its tags.  [nesting]',
      ':14:1  error  Unexpected empty <Disclosure>: expected words between its tags.  [nesting]',
    ]);
  });

  test('is fine where a tag says it all', () => {
    expect(body('<Response by="jane-doe" status="declined" date="2026-01-07" />')).toEqual([]);
  });
});

describe('a data file in JSON', () => {
  const read = (json: string) => {
    const said: string[] = [];
    readData(json, 'rows.json', (reason) => void said.push(reason));
    return said;
  };

  test('has each name once in a row', () => {
    expect(
      read('[\n  { "year": 2024, "count": 3 },\n  { "year": 2025, "count": 4,\n    "c\\u006funt": 5 }\n]'),
    ).toEqual(['Unexpected second “count” in line 4 of rows.json: expected each name once in a row.']);
    expect(read('[{ "a": "b: \\"a\\": 1", "b": "a" }, { "a": "{", "b": 2 }]')).toEqual([]);
  });
});
