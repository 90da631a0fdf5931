import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { caniemail } from 'caniemail';
import { HtmlValidate } from 'html-validate';
import type { RuleConfig } from 'html-validate';
import ts from 'typescript';

/** What others say of what we make: their programs, on what a site is built of. */

/** What TypeScript says of JSON-LD as a value of `schema-dts`, Google’s types of schema.org. By what each is of. */
export function faultsBySchemaDts(all: Readonly<Record<string, object>>): string[] {
  const file = new URL('../schema-dts.ts', import.meta.url).pathname;
  const values = Object.entries(all).map(
    ([of, value]) => `// ${of}\n(${JSON.stringify(withoutGoogles(value))}) satisfies Graph;`,
  );
  const text = `import type { Graph } from 'schema-dts';\n${values.join('\n')}\n`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ESNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const onDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...more) =>
    name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ESNext) : onDisk(name, ...more);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 600));
}

/** Google’s own word for where the words of a search go is not of schema.org. */
const withoutGoogles = (value: object): object =>
  JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'query-input' ? undefined : one))) as object;

/** Rules of html-validate that are set otherwise for our pages. */
export const pageRules: Record<string, RuleConfig[string]> = {
  // A part that scrolls sideways is no section of the text.
  'prefer-native-element': ['error', { exclude: ['region'] }],
  // HTML asks of an id only that it has no space; many scripts need signs that are no letters.
  'valid-id': ['error', { relaxed: true }],
  // How long a headline is is for its writer to say.
  'long-title': 'off',
  // A badge is a label, and names its button; axe asks whether each has a name.
  'text-content': 'off',
};

/** What html-validate’s recommended rules say of pages. @param pages their markup, by what they are. */
export async function faultsByHtmlValidate(
  pages: Readonly<Record<string, string>>,
  rules: Record<string, RuleConfig[string]> = {},
): Promise<string[]> {
  const judge = new HtmlValidate({ extends: ['html-validate:recommended'], rules });
  const reports = Object.entries(pages).map(async ([of, html]) =>
    (await judge.validateString(html)).results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${of}:${line}:${column} ${message} [${ruleId}]`),
    ),
  );
  return (await Promise.all(reports)).flat();
}

/** The Nu Html Checker is written in Java, which a machine may not have. */
export const hasJava = spawnSync('java', ['-version']).status === 0;

/**
 * What the Nu Html Checker, that of the W3C, calls an error in pages. The package stays at the last version that does
 * not fetch a Java of its own when it is installed; what is newer, it takes for errors.
 */
export function faultsByVnu(files: readonly string[]): string[] {
  const jar = createRequire(import.meta.url)('vnu-jar') as string;
  const { stderr, error } = spawnSync('java', ['-Xss4m', '-jar', jar, '--errors-only', '--format', 'json', ...files], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (error) throw error;
  const { messages } = JSON.parse(stderr) as { messages: { url?: string; lastLine?: number; message: string }[] };
  return messages
    .filter(({ message }) => !/^CSS:|“speculationrules”|'wasm-unsafe-eval'/.test(message))
    .map(({ url = '', lastLine = 0, message }) => `${url.replace('file:', '')}:${lastLine} ${message}`);
}

/** What some mail programs do not have, and need not. */
export const harmlessInMail = [
  // Where they are not known, mail has the colours of the program.
  'color-scheme meta tag',
  // Of the line beside the subject: at worst it is seen twice.
  'display:none',
  'max-height property',
  'overflow',
  // Its styles are on what stands in it as well.
  '<body> element',
  // Pictures have a height in their markup.
  'height property',
  // Only words longer than a line are broken by it; without, they reach out as they did.
  'word-break',
  // Where a sheet for the dark is dropped, the light colours stand, ground and words.
  '<style> element',
  '@media',
  '@media (prefers-color-scheme)',
];

/** What of a newsletter some mail programs do not have, by caniemail.com’s data. */
export function lackingInMail(html: string): string[] {
  const { issues } = caniemail({ clients: ['gmail.*', 'apple-mail.*', 'outlook.*', 'yahoo.*'], html });
  return [...new Set([...issues.errors.values()].flat().map(({ title }) => title))].sort();
}
