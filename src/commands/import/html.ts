import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import { toText } from 'hast-util-to-text';
import type { RootContent } from 'mdast';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';
import type { Form, Manuscript } from './manuscript.ts';
import { textOf } from './manuscript.ts';

const pages = rehype().freeze();
const fragments = rehype().data('settings', { fragment: true }).freeze();

/** A page of HTML, or a part of one; what Google Docs exports is a page. */
export const html: Form = (bytes, name) => {
  const page = pages.parse(textOf(bytes));
  return [{ name, pictures: picturesIn(page), ...factsOf(page), blocks: blocksOf(articleOf(page), emphasisOf(page)) }];
};

/** The blocks of a part of a page, and the pictures in it. */
export function fragmentOf(markup: string): Pick<Manuscript, 'blocks' | 'pictures'> {
  const tree = fragments.parse(markup);
  return { blocks: blocksOf(tree, new Map()), pictures: picturesIn(tree) };
}

const isElement = (node: Nodes): node is Element => node.type === 'element';
const attribute = (node: Element, name: string) => String(node.properties[name] ?? '');

function first(root: Nodes, test: (node: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(root, 'element', (node) => {
    if (!found && test(node)) found = node;
    return found ? false : undefined;
  });
  return found;
}

/** Where the text is: what a page says itself, else all of it. */
function articleOf(page: Root): Nodes {
  const choices = [
    (node: Element) => attribute(node, 'itemProp') === 'articleBody',
    (node: Element) => node.tagName === 'article',
    (node: Element) => node.tagName === 'main',
    (node: Element) => node.tagName === 'body',
  ];
  for (const test of choices) {
    const found = first(page, test);
    if (found) return found;
  }
  return page;
}

/** What the head of a page tells: Open Graph, schema.org, and the plain title. */
function factsOf(page: Root): Partial<Manuscript> {
  const meta = (...names: string[]) => {
    const node = first(
      page,
      (one) => one.tagName === 'meta' && names.includes(attribute(one, 'property') || attribute(one, 'name')),
    );
    return node && attribute(node, 'content').trim() ? attribute(node, 'content').trim() : undefined;
  };
  let described: Record<string, unknown> = {};
  visit(page, 'element', (node) => {
    if (attribute(node, 'type') === 'application/ld+json')
      described = { ...articleIn(toText(node, { whitespace: 'pre' })), ...described };
  });
  const titleOf = (tagName: string) => {
    const node = first(page, (one) => one.tagName === tagName);
    return node ? toText(node).trim() || undefined : undefined;
  };
  const authors = [described['author']]
    .flat()
    .flatMap((author) =>
      typeof author === 'string'
        ? [author]
        : author && typeof author === 'object' && 'name' in author
          ? [String(author.name)]
          : [],
    );
  const time = first(page, (node) => node.tagName === 'time' && Boolean(node.properties['dateTime']));
  const language = first(page, (node) => node.tagName === 'html')?.properties['lang'];
  const text = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
  return {
    headline: text(described['headline']) ?? meta('og:title') ?? titleOf('h1') ?? titleOf('title'),
    description: meta('og:description', 'description') ?? text(described['description']),
    authors: authors.length ? authors : meta('author') ? [meta('author')!] : undefined,
    published:
      text(described['datePublished']) ??
      meta('article:published_time') ??
      (time ? attribute(time, 'dateTime') : undefined),
    lang: text(language),
    url:
      meta('og:url') ??
      (first(page, (node) => node.tagName === 'link' && attribute(node, 'rel') === 'canonical')?.properties['href'] as
        string | undefined),
  };
}

function articleIn(json: string): Record<string, unknown> {
  try {
    const data = JSON.parse(json) as Record<string, unknown>;
    const all = [data, ...[data['@graph'] ?? []].flat()].flat() as Record<string, unknown>[];
    return all.find((one) => /Article|Posting/.test(String(one['@type']))) ?? {};
  } catch {
    return {};
  }
}

/** Classes that a page’s own styles make bold or italic: Google Docs has no other sign for it. */
function emphasisOf(page: Root): Map<string, 'strong' | 'em'> {
  const found = new Map<string, 'strong' | 'em'>();
  visit(page, 'element', (node) => {
    if (node.tagName !== 'style') return;
    for (const [, name = '', rules = ''] of toText(node, { whitespace: 'pre' }).matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)) {
      if (/font-weight:\s*(?:bold|[6-9]00)/.test(rules)) found.set(name, 'strong');
      else if (/font-style:\s*italic/.test(rules)) found.set(name, 'em');
    }
  });
  return found;
}

/** What is no part of a text. */
const furniture = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'form',
  'button',
  'svg',
  'canvas',
  'object',
  'head',
  'title',
  'link',
  'meta',
]);

function blocksOf(root: Nodes, emphasis: Map<string, 'strong' | 'em'>): RootContent[] {
  const clean = (node: Nodes): ElementContent[] => {
    if (node.type === 'text') return [node];
    if (!isElement(node)) return 'children' in node ? (node.children as Nodes[]).flatMap(clean) : [];
    const { tagName, properties } = node;
    if (furniture.has(tagName)) return [];
    const children = (node.children as Nodes[]).flatMap(clean);
    if (['iframe', 'video', 'audio', 'embed'].includes(tagName))
      return properties['src'] ? [paragraphOf([linkTo(String(properties['src']))]), ...children] : children;
    const own = (properties['className'] as string[] | undefined) ?? [];
    const style = String(properties['style'] ?? '');
    const mark =
      tagName === 'span'
        ? (own.map((name) => emphasis.get(name)).find(Boolean) ??
          (/font-weight:\s*(?:bold|[6-9]00)/.test(style)
            ? 'strong'
            : /font-style:\s*italic/.test(style)
              ? 'em'
              : undefined))
        : undefined;
    if (mark) return [{ type: 'element', tagName: mark, properties: {}, children }];
    // Titles of Google Docs and of Word are paragraphs with a class.
    if (tagName === 'p' && own.includes('title')) return [{ ...node, tagName: 'h1', children }];
    const href = realAddress(String(properties['href'] ?? ''));
    return [{ ...node, properties: { ...properties, ...(properties['href'] !== undefined && { href }) }, children }];
  };
  const tree: Root = {
    type: 'root',
    children: ('children' in root ? (root.children as Nodes[]) : [root]).flatMap(clean),
  };
  const result = toMdast(tree, { handlers: { figure: (state, node: Element) => figureOf(state, node) as never } });
  return ('children' in result ? result.children : [result]) as RootContent[];
}

const linkTo = (address: string): ElementContent => ({
  type: 'element',
  tagName: 'a',
  properties: { href: address },
  children: [{ type: 'text', value: address }],
});
const paragraphOf = (children: ElementContent[]): ElementContent => ({
  type: 'element',
  tagName: 'p',
  properties: {},
  children,
});

/** A picture with its caption, in one paragraph: what has to be said of it is recognised later. */
function figureOf(state: { all(node: Element): unknown[] }, node: Element): unknown {
  const image = first(node, ({ tagName }) => tagName === 'img');
  const caption = first(node, ({ tagName }) => tagName === 'figcaption');
  if (!image) return state.all(node);
  return {
    type: 'paragraph',
    data: { caption: caption ? toText(caption).trim() : '' },
    children: [{ type: 'image', url: attribute(image, 'src'), alt: attribute(image, 'alt') }],
  };
}

/** The address behind Google’s: links of an exported document go through it. */
function realAddress(href: string): string {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  return url?.host === 'www.google.com' && url.pathname === '/url' ? (url.searchParams.get('q') ?? href) : href;
}

/** Pictures that stand in the page itself. */
function picturesIn(page: Root): Manuscript['pictures'] {
  const found: Manuscript['pictures'] = new Map();
  visit(page, 'element', (node) => {
    const [, type = '', data = ''] =
      (node.tagName === 'img' && /^data:image\/(png|jpeg|gif|webp|avif);base64,(.+)$/s.exec(attribute(node, 'src'))) ||
      [];
    if (data)
      found.set(attribute(node, 'src'), {
        name: `picture-${found.size + 1}.${type.replace('jpeg', 'jpg')}`,
        bytes: Buffer.from(data, 'base64'),
      });
  });
  return found;
}
