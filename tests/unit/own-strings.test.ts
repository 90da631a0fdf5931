import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toJson } from '../../src/document/message.ts';
import { ownStringsIn } from '../../src/newsroom/own-strings.ts';
import { folderWith } from '../support/folder.ts';

test('a newsroom’s own words are files of its folder, by language', () => {
  const folder = folderWith({
    'es.json': '{ "sources": "Documentos" }',
    'es-CO.json': '{ "by": "Escribe {names}" }',
    'notes.txt': 'not read',
    '.es.json': 'not read',
  });
  mkdirSync(join(folder, 'more'));
  expect(ownStringsIn(folder)).toEqual({
    strings: { es: { sources: 'Documentos' }, 'es-CO': { by: 'Escribe {names}' } },
    files: [join(folder, 'es-CO.json'), join(folder, 'es.json')],
    messages: [],
  });
  expect(ownStringsIn(join(folder, 'none'))).toEqual({ strings: {}, files: [], messages: [] });
});

test.each([
  [
    'es.json',
    '{\n  "by": "De {names}",\n  "souces": "Documentos"\n}',
    [3, 3, 'key-known', 'Unknown key “souces”: expected a phrase that there is.', 'sources'],
  ],
  [
    'es.json',
    '{\n  "search": {\n    "title": ""\n  }\n}',
    [3, 5, 'value-valid', 'Missing words for “search.title”: expected a phrase.', undefined],
  ],
  [
    'es.json',
    '{ "by": "De {name}" }',
    [1, 3, 'value-valid', 'Unknown name {name} in “by”: expected {names}.', '{names}'],
  ],
  ['es.json', '["by"]', [1, 2, 'key-known', 'Unknown key “0”: expected a phrase that there is.', undefined]],
  ['es.json', '{ "by": "De {names}"', [1, 1, 'yaml-syntax', expect.stringContaining('“{” without “}”'), undefined]],
  [
    'spanish.json',
    '{}',
    [1, 1, 'file-name', expect.stringContaining('Unexpected name “spanish.json”: expected'), undefined],
  ],
])('a mistake in %s is told with its place, and the file sets nothing: %s', (name, contents, expected) => {
  const folder = folderWith({ [name]: contents });
  const { strings, files, messages } = ownStringsIn(folder);
  expect(strings).toEqual({});
  expect(files).toEqual([join(folder, name)]);
  expect(messages.map(toJson).map((one) => [one.line, one.column, one.rule, one.reason, one.suggestion])).toEqual([
    expected,
  ]);
  expect(messages[0]!.file).toBe(join(folder, name));
});
