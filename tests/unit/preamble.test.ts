import { expect, test } from 'vitest';
import { cuesFor } from '../../src/commands/import/cues.ts';
import { paragraph } from '../../src/commands/import/manuscript.ts';
import { preambleOf } from '../../src/commands/import/preamble.ts';

const textOf = (...lines: string[]) =>
  preambleOf({ name: 'text', blocks: lines.map(paragraph), words: '', pictures: new Map() }, cuesFor('en'), 'en');

test('a byline names the authors', () => {
  expect(textOf('A bridge', 'By Omar Haddad and Jane Doe', 'Words.')).toMatchObject({
    authors: ['Omar Haddad', 'Jane Doe'],
    blocks: [paragraph('Words.')],
  });
});

test('a second byline that names one more stays where it stands', () => {
  expect(textOf('A bridge', 'By Omar Haddad', 'By Omar Haddad and Ana Lima', 'Words.')).toMatchObject({
    authors: ['Omar Haddad'],
    blocks: [paragraph('By Omar Haddad and Ana Lima'), paragraph('Words.')],
  });
});

test('what a byline has behind its names is a date, or is told of', () => {
  expect(textOf('A bridge', 'By Jane Doe | Staff writer || 8 January 2026', 'Words.')).toMatchObject({
    authors: ['Jane Doe'],
    published: '2026-01-08',
    besideByline: ['Staff writer'],
    blocks: [paragraph('Words.')],
  });
});

test('a second byline that names others stays where it stands', () => {
  expect(textOf('A bridge', 'By Omars', 'By Omar Haddad', 'Words.')).toMatchObject({
    authors: ['Omars'],
    blocks: [paragraph('By Omar Haddad'), paragraph('Words.')],
    became: ['A bridge', 'By Omars'],
  });
});
