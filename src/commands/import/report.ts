import type { Outcome } from './outcome.ts';
import type { Proposal } from './recognised/registry.ts';

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');

/** The report of an import as a page by itself: each text with what was recognised and what was not. */
export function reportOf(
  outcomes: readonly Outcome[],
  proposals: readonly Proposal[],
  leftOut: readonly string[],
  summary: string,
): string {
  const row = (one: Outcome) =>
    `<tr><td>${one.file ? `<a href="${escaped(encodeURI(one.file))}">${escaped(one.name)}</a>` : escaped(one.name)}${one.isDraft ? ' (draft)' : ''}</td><td>${one.words}</td><td>${one.sources}</td><td>${escaped(one.components.join(', '))}</td><td>${[
      ...(one.fault ? [`Not taken in: ${one.fault}`] : []),
      ...one.todo,
    ]
      .map((line) => `<p>${escaped(line)}</p>`)
      .join('')}</td></tr>`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>What was imported</title>
<style>
body { font: 16px/1.5 system-ui; margin: 2rem auto; max-width: 75rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
td, th { border-top: 1px solid #bbb; padding: .4rem .6rem; text-align: start; vertical-align: top }
td p { margin: 0 0 .4rem }
</style>
<h1>What was imported</h1>
<p>${escaped(summary)}</p>
${leftOut.length ? `<h2>Left out</h2>\n<ul>\n${leftOut.map((one) => `<li>${escaped(one)}</li>`).join('\n')}\n</ul>\n` : ''}${
    proposals.length
      ? `<h2>Proposals</h2>
<p>Names that may be outlets or people. Those that are right: <code>nutgraf import --accept "Name, Name" …</code></p>
<table>
<tr><th>Name<th>Registry<th>Times<th>Stories</tr>
${proposals.map(({ name, collection, times, stories }) => `<tr><td>${escaped(name)}</td><td>${collection}</td><td>${times}</td><td>${stories.size}</td></tr>`).join('\n')}
</table>
`
      : ''
  }<h2>Texts</h2>
<table>
<tr><th>Text<th>Words<th>Sources<th>Components<th>To look at</tr>
${outcomes
  .toSorted(
    (one, other) =>
      Number(Boolean(other.fault)) - Number(Boolean(one.fault)) || other.missing.length - one.missing.length,
  )
  .map(row)
  .join('\n')}
</table>
</html>
`;
}
