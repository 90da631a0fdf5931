import type { Element, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toHast } from 'mdast-util-to-hast';
import { gfmTable } from 'micromark-extension-gfm-table';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';

/** A published copy, as far as it matters for checking it. */
export interface PublishedCopy {
  /** All its words, a line for each block. */
  text: string;
  headings: string[];
  links: string[];
  pictures: { alt: string; addresses: string[] }[];
  /** Of a whole page: what it says to search engines. */
  page?: { canonical?: string; robots: string };
}

export type CopyFormat = 'html' | 'markdown' | 'text';

/** Reads a copy. */
export function readCopy(contents: string, format: CopyFormat): PublishedCopy {
  if (format === 'text') return ofText(contents);
  const html =
    format === 'html'
      ? contents
      : rehype().data('settings', { allowDangerousHtml: true }).stringify(ofMarkdown(contents));
  return ofTree(rehype().parse(html), /<(html|head)[\s>]/i.test(contents));
}

const ofMarkdown = (markdown: string) =>
  toHast(fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }), {
    allowDangerousHtml: true,
  }) as Root;

function ofTree(tree: Root, isPage: boolean): PublishedCopy {
  const copy: PublishedCopy = { text: '', headings: [], links: [], pictures: [] };
  const page: NonNullable<PublishedCopy['page']> = { robots: '' };
  const words = (element: Element) => toText({ type: 'root', children: [element] });
  let body: Element | undefined;
  visit(tree, 'element', (node) => {
    const { tagName, properties } = node;
    const value = (name: string) => String(properties[name] ?? '');
    if (tagName === 'body') body = node;
    if (/^(h[1-3]|title)$/.test(tagName)) copy.headings.push(words(node));
    if (tagName === 'meta' && value('property') === 'og:title') copy.headings.push(value('content'));
    if (tagName === 'meta' && /^(robots|googlebot(-news)?)$/i.test(value('name')))
      page.robots += ` ${value('content')}`;
    if (tagName === 'link' && String(properties['rel']).includes('canonical')) page.canonical = value('href');
    if (tagName === 'a' && properties['href']) copy.links.push(value('href'));
    if (tagName === 'img' || tagName === 'source')
      copy.pictures.push({ alt: value('alt'), addresses: [value('src'), value('srcSet')] });
  });
  return { ...copy, text: body ? words(body) : '', ...(isPage && { page }) };
}

/** Plain text has its addresses in brackets behind the words, and signs before items. */
function ofText(contents: string): PublishedCopy {
  const addresses = [...contents.matchAll(/https?:\/\/[^\s<>]+?(?=[),.;]*(?:\s|$))/g)].map(([address]) => address);
  const text = contents.replace(/ \(https?:\/\/\S+\)/g, '').replace(/^(?:- |\d+\. )/gm, '');
  return {
    text,
    headings: text
      .split('\n')
      .filter((line) => line.trim())
      .slice(0, 3),
    links: addresses,
    pictures: [],
  };
}
