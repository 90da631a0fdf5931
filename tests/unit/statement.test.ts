import { describe, expect, test } from 'vitest';
import { profileOf } from '../../src/components/Profile/profile.ts';
import { originalOf, statementOf } from '../../src/components/Statement/statement.ts';
import type { StatementProps } from '../../src/components/Statement/statement.ts';
import { toHtml } from '../../src/renderings/html.ts';
import type { StoryContext } from '../../src/stories/story.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { storyWith } from '../support/stories.ts';

const sources = {
  speech: { by: 'jane-doe', outlet: 'presidency', published: '2024-05-01' },
  undated: { by: 'jane-doe', outlet: 'presidency' },
};

/** A story of 2022 in which Jane Doe speaks, who was mayor until 2023 and is governor since. */
function contextIn(lang = 'en'): StoryContext {
  const story = storyWith({ above: { sources, lang, published: '2022-06-01' } });
  story.people['jane-doe'] = {
    name: 'Jane Doe',
    roles: [
      { title: 'Mayor', from: '2020', to: '2023-12-31' },
      { title: 'Governor', from: '2024-01-01' },
    ],
  };
  return { story, strings: stringsFor(lang), timeZone: 'UTC', notes: {} };
}

const said = (props: Partial<StatementProps>, lang?: string) => {
  const all = {
    by: 'jane-doe',
    source: 'speech',
    date: undefined,
    on: undefined,
    original: undefined,
    quote: undefined,
  };
  return statementOf({ ...all, ...props }, contextIn(lang));
};
const provenance = (props: Partial<StatementProps>) =>
  said(props)
    .provenance.map(({ text, name }) => text + (name ? `{${name}}` : ''))
    .join('');

describe('a speaker has the role', () => {
  test('held on the day of the statement', () => expect(said({ date: '2021-03-01' }).role).toBe('Mayor'));
  test('held when its source was published, where the statement has no date', () =>
    expect(said({}).role).toBe('Governor'));
  test('held on the day of the story, where neither has one', () =>
    expect(said({ source: 'undated' }).role).toBe('Mayor'));
  test('of none, who is in no registry: the id stands for the name', () =>
    expect(said({ by: 'john-roe' })).toMatchObject({ speaker: 'john-roe', role: undefined }));
});

test('a statement says when it was made, as far as that is known', () => {
  expect(said({ date: '2024-03' }).date).toEqual({ iso: '2024-03', words: 'March 2024' });
  expect(said({}, 'es').date).toEqual({ iso: '2024-05-01', words: '1 de mayo de 2024' });
  expect(said({ source: 'undated' }).date).toBeUndefined();
});

test('a statement says whether its words are the speaker’s, and whether they were translated', () => {
  const kinds = [{}, { quote: true }, { quote: true, original: 'Sí.' }, { original: 'Sí.' }];
  const lines = kinds.map(provenance);
  expect(new Set(lines)).toEqual(new Set(lines.slice(0, 3)));
  expect(new Set(lines)).toHaveLength(3);
  for (const line of lines) expect(line).toContain('{source}');
  expect(provenance({ on: 'the call' })).toContain('the call');
  expect(provenance({ on: 'the call' })).not.toBe(provenance({ on: 'the call', quote: true }));
});

test('a statement knows its source, and none that the story does not list', () => {
  expect(said({}).source?.name).toBe('Colombian presidency');
  expect(said({ source: 'nowhere' }).source).toBeUndefined();
});

test('the words in their own language stand below a translation, marked as of that language', () => {
  const html = (original?: string, lang?: string) =>
    toHtml({ type: 'root', children: originalOf(original, lang, contextIn()) });
  expect(html('Sí.', 'es')).toMatch(/^<p>.*<span lang="es" dir="auto">Sí\.<\/span>.*<\/p>$/);
  expect(html()).toBe('');
});

test('a person is shown with the role held on the day of the story', () => {
  expect(profileOf('jane-doe', contextIn())).toEqual({ name: 'Jane Doe', role: 'Mayor' });
  expect(profileOf('john-roe', contextIn())).toEqual({ name: 'john-roe', role: undefined });
});
