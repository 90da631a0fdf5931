import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

/** Names that every file of a kind exports, because whoever reads these files asks for them by that name. */
const conventions: [files: RegExp, names: string[]][] = [
  // Astro asks a route for them.
  [/^routes\//, ['GET', 'getStaticPaths']],
  // The table of outputs asks a printer for it.
  [/^outputs\/printers\//, ['print']],
  // The command line asks a command for it.
  [/^commands\/[^/]+$/, ['help']],
];

/**
 * The names that a module exports under a name. An export by default has none of its own: whoever imports it gives it
 * one. Re-exports are the same thing again.
 */
function exportsOf(code: string): string[] {
  const { statements } = ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    const kinds = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []).map(({ kind }) => kind) : [];
    if (!kinds.includes(ts.SyntaxKind.ExportKeyword) || kinds.includes(ts.SyntaxKind.DefaultKeyword)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) => namesOf(name));
    const { name } = statement as ts.Statement & { name?: ts.Identifier };
    return name ? [name.text] : [];
  });
}

const namesOf = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesOf(element.name) : []));

/** Names that two modules export, each with its modules. */
function sharedNames(modules: Record<string, string>): string[] {
  const filesOf = new Map<string, string[]>();
  for (const [file, code] of Object.entries(modules)) {
    const agreed = conventions.flatMap(([files, names]) => (files.test(file) ? names : []));
    // A function with several signatures is one thing.
    for (const name of new Set(exportsOf(code)))
      if (!agreed.includes(name)) filesOf.set(name, [...(filesOf.get(name) ?? []), file]);
  }
  return [...filesOf].flatMap(([name, files]) => (files.length > 1 ? [`${name}: ${files.sort().join(', ')}`] : []));
}

test('an exported name means one thing in all of src/', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.d)\.ts$/.test(file));
  const modules = Object.fromEntries(files.map((file) => [file, readFileSync(join(src, file), 'utf8')]));
  expect(sharedNames(modules)).toEqual([]);
});

test.each([
  ['two functions', 'export function drawn() {}', 'export const drawn = 1;', ['drawn: a.ts, b.ts']],
  ['a type and a value', 'export interface Story {}', 'export class Story {}', ['Story: a.ts, b.ts']],
  ['parts of an object', 'export const { a, b: [c] } = x;', 'export const c = 1;', ['c: a.ts, b.ts']],
  ['an export by default', 'export default function drawn() {}', 'export default function drawn() {}', []],
  ['what is not exported', 'const drawn = 1;', 'export const drawn = 1;', []],
  ['a re-export', "export { drawn } from './b.ts';", 'export const drawn = 1;', []],
])('%s', (_, a, b, shared) => expect(sharedNames({ 'a.ts': a, 'b.ts': b })).toEqual(shared));

test('a name that readers of a folder ask for may be in each of its files, and nowhere else', () => {
  const print = 'export const print = 1;';
  expect(sharedNames({ 'outputs/printers/a.ts': print, 'outputs/printers/b.ts': print })).toEqual([]);
  expect(sharedNames({ 'outputs/a.ts': print, 'outputs/b.ts': print })).toEqual(['print: outputs/a.ts, outputs/b.ts']);
});
