/** What `init` and `upgrade` change in files that a site has: each gives the text anew, or nothing if it cannot. */

/** A line after the last import, or at the top. */
function withImport(text: string, line: string): string {
  const imports = [...text.matchAll(/^import\b[^;]*?(?:from\s*)?['"][^'"]+['"];?[^\S\n]*$/gm)];
  const last = imports.at(-1);
  const at = last ? last.index + last[0].length : 0;
  return last ? `${text.slice(0, at)}\n${line}${text.slice(at)}` : `${line}\n${text}`;
}

/** The text without what is in its comments and strings; as long as before, so that places hold. */
const bare = (text: string) =>
  text.replace(/\/\*[^]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, (all) => ' '.repeat(all.length));

/** `astro.config.mjs` with one more integration, at the end of its list. @param call as `nutgraf({ … })`. */
export function withIntegration(config: string, call: string): string | undefined {
  const code = bare(config);
  const list = /\bintegrations\s*:\s*\[/.exec(code);
  const insert = (at: number, text: string) => config.slice(0, at) + text + config.slice(at);
  if (list) {
    const at = closing(code, list.index + list[0].length);
    if (at === undefined) return undefined;
    const before = config.slice(list.index + list[0].length, at);
    const comma = !before.trim() || /,\s*$/.test(before) ? '' : ',';
    const end = before.trimEnd().length + list.index + list[0].length;
    const space = comma || before.trim() ? ' ' : '';
    return withImport(
      config.slice(0, end) + comma + space + call + config.slice(end),
      "import nutgraf from 'nutgraf';",
    );
  }
  const start = /\bdefineConfig\s*\(\s*\{|\bexport\s+default\s*\{/.exec(code);
  if (!start || /\bintegrations\b/.test(code)) return undefined;
  return withImport(
    insert(start.index + start[0].length, `\n  integrations: [${call}],`),
    "import nutgraf from 'nutgraf';",
  );
}

/** `astro.config.mjs` with one more setting of Nutgraf’s. @param setting as `programs: true`. */
export function withSetting(config: string, setting: string): string | undefined {
  const call = /\bnutgraf\s*\(\s*\{/.exec(bare(config));
  if (!call) return undefined;
  const at = call.index + call[0].length;
  const rest = config.slice(at);
  const [indent = ' '] = /^\s*/.exec(rest) ?? [];
  return `${config.slice(0, at)}${indent}${setting},${rest}`;
}

/** Where a bracket that was opened before a place is closed. */
function closing(code: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < code.length; at += 1) {
    if ('[{('.includes(code[at]!)) depth += 1;
    if (']})'.includes(code[at]!)) depth -= 1;
    if (!depth) return at;
  }
  return undefined;
}

/** `src/content.config.ts` with our collections beside those that it has. @param ours their names. */
export function withCollections(text: string, ours: readonly string[]): string | undefined {
  const code = bare(text);
  const start = /\bexport\s+const\s+collections\s*(?::[^=]+)?=\s*\{/.exec(code);
  if (!start) return undefined;
  const from = start.index + start[0].length;
  const end = closing(code, from);
  if (end === undefined) return undefined;
  const keys = code.slice(from, end).match(/(?<=^|[,{\s])\w+(?=\s*(?:[:,]|$))/g) ?? [];
  const clashes = ours.filter((name) => (keys as readonly string[]).includes(name));
  const renamed = (name: string) => `newsroom${name[0]!.toUpperCase()}${name.slice(1)}`;
  const added = clashes.length ? ['...newsroom', ...clashes.map(renamed)] : ['...nutgraf'];
  const isBlock = /^\s*\n/.test(text.slice(from));
  const inserted = isBlock ? `\n  ${added.join(',\n  ')},` : ` ${added.join(', ')},`;
  const parted = clashes.length
    ? `// The site has collections by these names.\nconst { ${clashes.map((name) => `${name}: ${renamed(name)}`).join(', ')}, ...newsroom } = nutgraf;\n\n`
    : '';
  const whole = text.slice(0, start.index) + parted + text.slice(start.index, from) + inserted + text.slice(from);
  return withImport(whole, "import { collections as nutgraf } from 'nutgraf/collections';");
}
