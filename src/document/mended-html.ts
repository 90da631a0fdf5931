/** What a story has in place of elements of HTML that it may not write. */
const instead: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['h1', 'h2'].map((name) => [name, 'a line that begins with “## ”'])),
  ...Object.fromEntries(['h3', 'h4', 'h5', 'h6'].map((name) => [name, 'a line that begins with “### ”'])),
  ...Object.fromEntries(
    ['ul', 'ol', 'li'].map((name) => [name, 'a line that begins with “- ” or “1. ” for each point']),
  ),
  ...Object.fromEntries(
    ['table', 'tr', 'td', 'th'].map((name) => [name, 'a table of Markdown, with lines of “| … | … |”']),
  ),
  hr: 'a line of “---” between empty ones',
  p: 'an empty line before and after the paragraph',
  blockquote: 'lines that begin with “> ”',
  code: 'words between “`”',
  u: '<em> or <strong>',
};

/** What to write in place of an element of HTML; `undefined` where that is not known. @param propOf its attributes. */
export function insteadOf(name: string, propOf: (prop: string) => unknown): string | undefined {
  if (name !== 'img') return Object.hasOwn(instead, name) ? instead[name] : undefined;
  const [alt, src] = [propOf('alt'), propOf('src')];
  const path = typeof src === 'string' ? src.replace(/\s/g, '%20') : 'file.jpg';
  // Apart, as Astro would take the whole for a link when it prints an error.
  return `“![${typeof alt === 'string' && alt ? alt : 'what it shows'}]” and right behind it “(${path})”`;
}

/** What is wrong with a tag of HTML that is not closed, as “Unexpected …: expected …” has it, where that is known. */
export function unclosedHtml(text: string): { got: string; expected: string } | undefined {
  const [tag = '', name = ''] = /^<([a-z]\w*)(?:[^<>"']|"[^"]*"|'[^']*')*>?/.exec(text) ?? [];
  if (name === 'br' || name === 'wbr') return { got: `<${name}> without “/”`, expected: `<${name} />` };
  const propOf = (prop: string) =>
    new RegExp(`\\s${prop}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find(Boolean);
  const expected = insteadOf(name, propOf);
  return expected === undefined ? undefined : { got: `HTML <${name}>`, expected };
}
