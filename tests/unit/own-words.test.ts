import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ownWordsIn } from '../../src/desk/own-words.ts';

/** What is read of a folder with these files. */
function read(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-words-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { lists, messages } = ownWordsIn(folder);
  return {
    lists,
    told: messages.map(({ file, line, reason }) => `${file.slice(folder.length + 1)}:${line} ${reason}`),
  };
}

test('a newsroom’s words are read by language, in lower case but for acronyms, which are known by it', () => {
  const files = {
    'en.yaml': 'loaded: [Shiny]\nallowed: [Slammed]\nacronyms: [FARC]\n',
    'es-CO.yml': 'speech: [Aseguró]\n',
    'notes.txt': 'loaded: [not read]\n',
  };
  expect(read(files)).toEqual({
    lists: {
      en: { loaded: ['shiny'], allowed: ['slammed'], acronyms: ['FARC'] },
      'es-CO': { speech: ['aseguró'] },
    },
    told: [],
  });
});

test('a file with a mistake is told of, at its line, and its lists are left out; others count', () => {
  const { lists, told } = read({ 'en.yaml': 'loaded: [shiny]\nhegdes: [some say]\n', 'fr.yaml': 'hedges: [on dit]\n' });
  expect(lists).toEqual({ fr: { hedges: ['on dit'] } });
  expect(told).toEqual([expect.stringMatching(/^en\.yaml:2 Unexpected key “hegdes”: expected /)]);
  expect(read({ 'en.yaml': 'loaded: shiny\n' }).told).toEqual([
    'en.yaml:1 Unexpected “shiny” for “loaded”: expected a list of words.',
  ]);
  expect(read({ 'en.yaml': 'loaded: [""]\n' }).told).toEqual([expect.stringContaining('a word or a phrase')]);
});

test('files are read in the order of their names', () => {
  const { told } = read({ 'es.yaml': 'a: 1\n', 'en.yaml': 'b: 1\n' });
  expect(told.map((line) => line.slice(0, 7))).toEqual(['en.yaml', 'es.yaml']);
});

test('a newsroom without such a folder has no words of its own', () =>
  expect(ownWordsIn(join(tmpdir(), 'nutgraf-nowhere'))).toEqual({ lists: {}, messages: [] }));
