import { toText } from 'hast-util-to-text';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { parseHTML } from 'linkedom';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import { gfmTable } from 'micromark-extension-gfm-table';
import { rehype } from 'rehype';

/** What a reader of a story would call its facts, so that two outputs can be held against each other. */

/** Words as any output may set them: quotes and dashes of one kind, no space twice. */
export const levelled = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[“”«»„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** Numbers, parts of dates and names, and quoted words of a text, each once. */
export function factsIn(text: string): string[] {
  const level = levelled(text);
  const numbers = level.match(/\p{Sc}?\d[\d.,:/-]*\d%?|\d%?/gu) ?? [];
  const names = level.match(/\p{Lu}[\p{L}\p{M}.'-]+/gu) ?? [];
  const quoted = [...level.matchAll(/"([^"]+)"/g)].map(([, words]) => words!);
  return [...new Set([...numbers, ...names, ...quoted].map((fact) => fact.replace(/[.,:/'-]+$/, '')))];
}

/** Facts of one text that another does not tell. */
export const factsLost = (from: string, to: string): string[] => {
  const level = levelled(to).toLowerCase();
  return factsIn(from).filter((fact) => !level.includes(fact.toLowerCase()));
};

const html = rehype().data('settings', { fragment: true, allowDangerousHtml: true });

/** What a reader of HTML sees, each block on a line of its own. */
export const wordsOfHtml = (markup: string): string => toText(html.parse(markup));

/** What a reader of Markdown sees: its words as HTML would show them, without signs and escapes. */
export const wordsOfMarkdown = (markdown: string): string => {
  const tree = toHast(fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }), {
    allowDangerousHtml: true,
  });
  return wordsOfHtml(html.stringify(tree as never));
};

/** The words of a story’s page that are the story: no navigation, and no numbers of badges. */
export function wordsOfPage(page: string): string {
  const article = parseHTML(page).document.querySelector('article')!;
  // What repeats, what counts and what only leads around the page are the page’s own.
  const own =
    'svg, .badge > sup, .back, .term-card, .kicker, .byline, .glance, nav, .pull, [aria-labelledby=topics], [aria-labelledby=related], #corrections, [href^="/republish/"]';
  for (const node of article.querySelectorAll(own)) node.remove();
  return wordsOfHtml(article.innerHTML);
}
