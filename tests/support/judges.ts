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

/** What of a newsletter some mail programs do not have, by caniemail.com’s data. */
export function lackingInMail(html: string): string[] {
  const { issues } = caniemail({ clients: ['gmail.*', 'apple-mail.*', 'outlook.*', 'yahoo.*'], html });
  return [...new Set([...issues.errors.values()].flat().map(({ title }) => title))].sort();
}
