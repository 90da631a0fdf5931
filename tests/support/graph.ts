import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob, relative, sep } from 'node:path';
import ts from 'typescript';

/**
 * The import graph of `src/`, and what in it breaks the order of the house: imports go down only,
 * types included, and never in a circle.
 */

/** One file's import of another; both are paths from the root, with forward slashes. */
export interface Import {
  from: string;
  line: number;
  to: string;
}

/** An import that leads to no file of the graph. */
export interface Loose {
  from: string;
  line: number;
  specifier: string;
}

export interface Graph {
  files: string[];
  imports: Import[];
  loose: Loose[];
}

/** From top to bottom. What stands side by side on one level does not import each other. */
const house: readonly (readonly string[])[] = [
  ['content.config.ts'],
  ['index.ts', 'collections.ts'],
  ['commands/'],
  ['integration/'],
  ['routes/'],
  ['layouts/'],
  ['parts/'],
  ['outputs/', 'browser/'],
  ['components/'],
  ['renderings/', 'metadata/', 'desk/', 'newsroom/'],
  ['stories/'],
  ['document/'],
  ['options.ts', 'clock.ts', 'strings/', 'styles/', 'astro/'],
  ['schema/', 'folder.ts'],
];

/**
 * Reads every file under `root`; of these, only scripts and Astro files are read for imports.
 *
 * @param self the names under which the package exports its own files, so that importing itself
 *   by name is an arrow as well: `nutgraf/contract` is `document/contract.ts`.
 */
export function readGraph(root: string, self: ReadonlyMap<string, string> = new Map()): Graph {
  const files = filesIn(root);
  const graph: Graph = { files, imports: [], loose: [] };
  for (const from of files) {
    for (const { specifier, line, pattern } of specifiersIn(root, from)) {
      if (pattern) {
        const matches = files.filter((file) => file !== from && matchesGlob(file, joined(from, specifier)));
        graph.imports.push(...matches.map((to) => ({ from, line, to })));
        continue;
      }
      const to = self.get(specifier) ?? (isRelative(specifier) ? joined(from, specifier) : undefined);
      if (to === undefined) continue;
      if (files.includes(to)) graph.imports.push({ from, line, to });
      else if (!isManifest(root, to)) graph.loose.push({ from, line, specifier });
    }
  }
  return graph;
}

/** A sentence for each place where the graph breaks the order; none in a sound house. */
export const problemsIn = (graph: Graph): string[] => [
  ...graph.files.filter((file) => levelOf(file) === -1).map(homeless),
  ...graph.loose.map(dangling),
  ...new Set(graph.imports.flatMap(misdirected)),
  ...cyclesIn(graph).map(circular),
];

/** All files but hidden ones, which an editor or a system leaves behind. */
const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => slashed(relative(root, join(entry.parentPath, entry.name))))
    .sort();

const slashed = (path: string): string => path.split(sep).join('/');

const isRelative = (specifier: string): boolean => /^\.\.?(\/|$)/.test(specifier);

/** The path from the root that a relative specifier in a file points to, without Vite's `?raw` and the like. */
const joined = (from: string, specifier: string): string =>
  slashed(join(dirname(from), specifier.replace(/\?.*$/, '')));

/** The package's manifest stands beside `src/` and ships with it; nothing else outside is in the package. */
const isManifest = (root: string, file: string): boolean => file === '../package.json' && existsSync(join(root, file));

interface Specifier {
  specifier: string;
  line: number;
  /** Whether it is a glob that Vite expands. */
  pattern?: boolean;
}

function specifiersIn(root: string, file: string): Specifier[] {
  if (!/\.([cm]?[jt]s|astro)$/.test(file)) return [];
  const text = readFileSync(join(root, file), 'utf8');
  if (!file.endsWith('.astro')) return specifiersInCode(text);
  return [...codeOf(text).flatMap(specifiersInCode), ...scriptFilesOf(text)];
}

const frontmatter = /^(\s*(?:<!--[\s\S]*?-->\s*)*---)([\s\S]*?)\n\s*---/;
const script = /(<script\b(?:"[^"]*"|'[^']*'|[^>"'])*>)([\s\S]*?)<\/script>/gi;
const scriptFile = /(<script\b[^>]*?\bsrc=["'])([^"']+)/gi;

/** The code in an Astro file, each piece at the end of blank lines, so that it keeps its line numbers. */
export function codeOf(text: string): string[] {
  const fence = frontmatter.exec(text);
  const pieces = [...(fence ? [fence] : []), ...templateOf(text).matchAll(script)];
  return pieces.map(({ index, 1: start = '', 2: code = '' }) => blank(text.slice(0, index + start.length)) + code);
}

const scriptFilesOf = (text: string): Specifier[] =>
  [...templateOf(text).matchAll(scriptFile)].map(({ index, 2: specifier = '' }) => ({
    specifier,
    line: text.slice(0, index).split('\n').length,
  }));

/** The file with its frontmatter and comments blanked: a tag that is written there is not one. */
export const templateOf = (text: string): string => text.replace(frontmatter, blank).replace(/<!--[\s\S]*?-->/g, blank);

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

function specifiersInCode(code: string): Specifier[] {
  const source = ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest);
  const found: Specifier[] = [];
  const add = (node: ts.Node | undefined, pattern = false) => {
    if (!node || !ts.isStringLiteralLike(node)) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push({ specifier: node.text, line, ...(pattern && { pattern }) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    else if (ts.isExternalModuleReference(node)) add(node.expression);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    else if (ts.isCallExpression(node) && node.expression.getText(source) === 'import.meta.glob') {
      const [patterns] = node.arguments;
      if (patterns && ts.isArrayLiteralExpression(patterns)) patterns.elements.forEach((each) => add(each, true));
      else add(patterns, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The name in the house for a file: its top folder, or the file's own where it stands in none. */
function groupOf(file: string): string {
  const slash = file.indexOf('/');
  return slash === -1 ? file : file.slice(0, slash + 1);
}

const levelOf = (file: string): number => house.findIndex((level) => level.includes(groupOf(file)));

/** The folder of the component that a file belongs to; `undefined` for what all components share. */
const componentOf = (file: string): string | undefined => /^components\/[^/]+\//.exec(file)?.[0];

const homeless = (file: string): string =>
  `src/${file} has no place in the house: expected one of ${house.flat().join(', ')}.`;

const dangling = ({ from, line, specifier }: Loose): string =>
  `src/${from}:${line} imports “${specifier}”, which is no file in src/: expected its whole name, with the extension.`;

function misdirected({ from, line, to }: Import): string[] {
  const why = whyNot(from, to);
  return why ? [`src/${from}:${line} imports src/${to}: ${why}.`] : [];
}

function whyNot(from: string, to: string): string | undefined {
  const [upper, lower] = [levelOf(from), levelOf(to)];
  if (upper === -1 || lower === -1) return undefined;
  if (lower < upper) return `${groupOf(to)} is above ${groupOf(from)}, and imports go down only`;
  if (lower === upper && groupOf(from) !== groupOf(to)) {
    return `${groupOf(from)} and ${groupOf(to)} stand side by side, and do not import each other`;
  }
  const [ours, theirs] = [componentOf(from), componentOf(to)];
  // A component that holds others knows what their contracts say, and nothing else of them.
  if (ours && theirs && ours !== theirs && !to.endsWith('/contract.ts'))
    return 'a component does not import another one';
  return undefined;
}

const circular = (cycle: string[]): string =>
  `${[...cycle, ...cycle.slice(0, 1)].map((file) => `src/${file}`).join(' imports ')}: a circle, and imports go down only.`;

/** Cycles that together hold every file that is in one, each the shortest through its first file. */
function cyclesIn({ files, imports }: Graph): string[][] {
  const next = new Map(files.map((file) => [file, imports.filter(({ from }) => from === file).map(({ to }) => to)]));
  const told = new Set<string>();
  return files.flatMap((file) => {
    const cycle = told.has(file) ? undefined : shortestWayBack(file, next);
    cycle?.forEach((each) => told.add(each));
    return cycle ? [cycle] : [];
  });
}

function shortestWayBack(start: string, next: ReadonlyMap<string, string[]>): string[] | undefined {
  const seen = new Set<string>();
  const ways = [[start]];
  // The list grows while it is walked: breadth first.
  for (const way of ways) {
    for (const file of next.get(way.at(-1) ?? start) ?? []) {
      if (file === start) return way;
      if (!seen.has(file)) ways.push([...way, file]);
      seen.add(file);
    }
  }
  return undefined;
}

/** The names under which a package exports files of its `src/`, for `readGraph`. */
export function ownNames(manifest: {
  name: string;
  exports: Readonly<Record<string, unknown>>;
  imports?: Readonly<Record<string, unknown>>;
}): Map<string, string> {
  const inSource = './src/';
  const exported = Object.entries(manifest.exports).map(
    ([name, file]) => [manifest.name + name.slice(1), file] as const,
  );
  return new Map(
    [...exported, ...Object.entries(manifest.imports ?? {})].flatMap(([name, file]): [string, string][] =>
      typeof file === 'string' && file.startsWith(inSource) ? [[name, file.slice(inSource.length)]] : [],
    ),
  );
}
