import { Readability } from '@mozilla/readability';
import type { Element, Nodes, Root } from 'hast';
import { parseHTML } from 'linkedom';
import { rehype } from 'rehype';
import { leadsAway } from './away.ts';
import { wordsOf } from '../words.ts';

const fragments = rehype().data('settings', { fragment: true }).freeze();

/** How many words of an article there have to be before it is believed to be one. */
const least = 60;

/**
 * The part of a page that is its article, as a tree of its own, or nothing where it has none that can be told from the
 * rest: a document, such as one of Google’s, is all text.
 *
 * @param said the text of the article as its structured data have it: of several parts, the nearest is it.
 */
export function articleOf(markup: string, page: Root, said: string | undefined): Nodes | undefined {
  if (!hasFurniture(page)) return undefined;
  const found = [extracted(markup), ...marked(page)].flatMap((node) => {
    const tree = node && cleaned(node);
    return tree ? [{ tree, words: wordsOf(textIn(tree)) }] : [];
  });
  const own = said && saidTree(said);
  const expected = own ? wordsOf(textIn(own)) : [];
  if (own && expected.length > least) {
    const nearest = cleaned(nearestTo(expected, page));
    found.push({ tree: nearest, words: wordsOf(textIn(nearest)) });
    const [best] = found
      .map(({ tree, words }) => ({ tree, words, near: likeness(words, expected) }))
      .sort((one, other) => other.near - one.near);
    // A page that a script draws has its text only there.
    if (best) return best.near < 0.5 && best.words.length < expected.length ? own : best.tree;
  }
  const [first, ...others] = found;
  if (!first) return undefined;
  // A short report beside a long list, or one whose paragraphs stand apart: what the page itself calls the article.
  const prose = proseIn(first.tree);
  const whole = others.find(({ tree, words }) => {
    const count = proseIn(tree);
    return words.length > 10 && count > prose * 2 && count < 1_500 && count > words.length / 2;
  });
  return prose < 150 && whole ? whole.tree : first.tree;
}

/** How many words stand in paragraphs that are none of links. */
function proseIn(tree: Root): number {
  let count = 0;
  walk(tree, (node) => {
    if (!/^(?:p|li|dd|td|blockquote|div)$/.test(node.tagName)) return false;
    if (
      node.tagName === 'div' &&
      node.children.some((child) => child.type === 'element' && isBlock.test(child.tagName))
    )
      return false;
    const words = wordsOf(textIn(node)).length;
    let linked = 0;
    walk(node, (one) => {
      if (one.tagName === 'a') linked += wordsOf(textIn(one)).length;
      return false;
    });
    if (words > 9 && linked / words < 0.4) count += words;
    return false;
  });
  return count;
}

const isBlock = /^(?:p|div|ul|ol|table|section|article|h[1-6]|blockquote|figure)$/;

/** The text of an article as its structured data have it: as HTML, or as lines. */
function saidTree(said: string): Root {
  const markup = /<\/?(?:p|br|div|a|h\d)\b/i.test(said)
    ? said
    : said
        .split(/\n+/)
        .map((line) => `<p>${line.replace(/&(?!#?\w+;)/g, '&amp;').replaceAll('<', '&lt;')}</p>`)
        .join('');
  return fragments.parse(markup);
}

/** Whether a page has anything beside a text. */
function hasFurniture(page: Root): boolean {
  let found = false;
  walk(page, (node) => {
    found ||= /^(?:nav|aside|footer|form|iframe)$/.test(node.tagName) || furniture.test(namesOf(node));
    found ||= node.tagName === 'script' || (node.tagName === 'table' && linksIn(node) > 4);
    return found;
  });
  return found;
}

/** What the extractor of Firefox’s reader view takes for the article. */
function extracted(markup: string): Root | undefined {
  const { document } = parseHTML(markup);
  // Without what it takes out first, the extractor needs an element that is left.
  if (!document.querySelector('*:not(script, noscript, style)')) return undefined;
  // Whatever asks for consent is longer than a short report, and is taken for it.
  for (const box of document.querySelectorAll(notices)) if (wordsOf(box.textContent).length < 400) box.remove();
  // The reader view takes every footer for the page’s; that of a quotation says whose it is.
  for (const footer of document.querySelectorAll('blockquote footer')) {
    const line = document.createElement('p');
    line.innerHTML = footer.innerHTML;
    footer.replaceWith(line);
  }
  const content = contentOf(document);
  return content ? fragments.parse(content) : undefined;
}

/** The article by the extractor; none where it stops at an element of a broken page that it took out itself. */
function contentOf(document: Document): string | null | undefined {
  try {
    return new Readability(document, { charThreshold: 200, keepClasses: true }).parse()?.content;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return undefined;
  }
}

const notices = ['cookie', 'consent', 'gdpr']
  .flatMap((name) => [`div[id*=${name}]`, `div[class*=${name}]`, `section[class*=${name}]`])
  .join(',');

/** What a page itself marks as the text of an article, the surest first. */
function marked(page: Root): Element[] {
  const tests: ((node: Element) => boolean)[] = [
    (node) => String(node.properties['itemProp']) === 'articleBody',
    (node) => /(?:^|\s)(?:e-content|entry-content|article-body|story-body|post-content)(?:\s|$)/.test(namesOf(node)),
    (node) => node.tagName === 'article',
    (node) => node.tagName === 'main',
  ];
  return tests.flatMap((test) => {
    let found: Element | undefined;
    walk(page, (node) => {
      if (!found && test(node)) found = node;
      return found !== undefined;
    });
    return found ?? [];
  });
}

/** The element whose words are nearest to those that are expected: from the page inwards, as long as it gets nearer. */
function nearestTo(expected: readonly string[], page: Root): Root | Element {
  let here: Root | Element = page;
  let best = likeness(wordsOf(textIn(page)), expected);
  for (;;) {
    const [inner] = here.children
      .flatMap((node) => (node.type === 'element' ? [{ node, near: likeness(wordsOf(textIn(node)), expected) }] : []))
      .sort((one, other) => other.near - one.near);
    if (!inner || inner.near < best) return here;
    ({ node: here, near: best } = inner);
  }
}

/** How many links an element holds: a table of many lays out a page. */
function linksIn(node: Element): number {
  let count = 0;
  walk(node, ({ tagName }) => {
    if (tagName === 'a') count += 1;
    return false;
  });
  return count;
}

const namesOf = ({ properties }: Element): string =>
  `${(properties['className'] ?? []).join(' ')} ${properties['id'] ?? ''}`;

/** Names that systems give to what is no part of an article. */
const furniture =
  /(?:^|[\s_-])(?:related|recommend\w*|jp-relatedposts|sharedaddy|share|sharing|social|newsletter|signup|sign-up|subscri\w+|promo\w*|advert\w*|ad|ads|ad-slot|sponsor\w*|comments?|disqus|author-bio|bio|byline-box|tags?|breadcrumbs?|teasers?|most-read|read-more|readmore|more-stories|links-block|outbrain|taboola|cookie|paywall|entry-meta|entry-footer|post-footer|site-header|sidebar)(?:$|[\s_-])/i;

/** The largest part of an article that one piece of furniture can be, and that all of it can be. */
const largest = { one: 0.3, all: 0.5 } as const;

/** A tree without what is no part of an article; names alone do not make most of it go. */
function cleaned(node: Root | Element): Root {
  const all = Math.max(1, wordsOf(textIn(node)).length);
  const clean = (one: Nodes, byName: boolean): Nodes[] => {
    if (one.type !== 'element') return [one];
    const isFurniture =
      /^(?:nav|aside|form|footer)$/.test(one.tagName) ||
      (byName && furniture.test(namesOf(one)) && !/^(?:article|main|body)$/.test(one.tagName));
    if (one.tagName === 'button') return [];
    if (isFurniture) {
      const { length } = wordsOf(textIn(one));
      if (length < 400 && length / all < largest.one) return [];
    }
    const words = textIn(one).replace(/\s+/g, ' ').trim();
    if (/^(?:p|h[2-6]|span|div|li|strong|b|em|a|blockquote)$/.test(one.tagName) && leadsAway(words)) return [];
    if (/^(?:ul|ol)$/.test(one.tagName) && isLinks(one)) return [];
    return [{ ...one, children: (one.children as Nodes[]).flatMap((child) => clean(child, byName)) } as Element];
  };
  const treeOf = (byName: boolean): Root => ({
    type: 'root',
    children: (node.children as Nodes[]).flatMap((child) => clean(child, byName)) as Root['children'],
  });
  const tree = treeOf(true);
  return wordsOf(textIn(tree)).length / all < largest.all ? treeOf(false) : tree;
}

/** Whether a list is one of links to other pages: hardly a word in it is not of a link. */
function isLinks(list: Element): boolean {
  let linked = 0;
  let items = 0;
  walk(list, (node) => {
    if (node.tagName === 'a') linked += textIn(node).trim().length;
    if (node.tagName === 'li') items += 1;
    return false;
  });
  const all = textIn(list).replace(/\s+/g, ' ').trim().length;
  return items > 0 && all > 0 && linked / all > 0.9 && all / items < 120;
}

const textIn = (node: Nodes): string =>
  node.type === 'text'
    ? node.value
    : 'children' in node && !(node.type === 'element' && /^(?:script|style|template|noscript)$/.test(node.tagName))
      ? (node.children as Nodes[]).map(textIn).join(' ')
      : '';

/** Goes through the elements of a tree, until `visit` says that it is enough. */
function walk(node: Nodes, visit: (node: Element) => boolean): boolean {
  if (node.type === 'element' && visit(node)) return true;
  return 'children' in node && (node.children as Nodes[]).some((child) => walk(child, visit));
}

/** F1 of the words that two texts have in common, from 0 to 1. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of one) {
    const count = left.get(word) ?? 0;
    if (count > 0) common += 1;
    left.set(word, count - 1);
  }
  return (2 * common) / Math.max(1, one.length + other.length);
}
