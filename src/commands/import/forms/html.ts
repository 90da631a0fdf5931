import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { State } from 'hast-util-to-mdast';
import { toText } from 'hast-util-to-text';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';
import { articleOf } from './article.ts';
import { textOf } from './bytes.ts';
import type { Form, Manuscript } from '../manuscript.ts';
import { wordsOnly } from './tame.ts';
import { namesIn } from '../preamble.ts';
import { wordsOf } from '../words.ts';

const pages = rehype().freeze();
const fragments = rehype().data('settings', { fragment: true }).freeze();

/** A page of HTML, or a part of one; what Google Docs exports is a page. */
export const html: Form = (bytes, name, id) => {
  const markup = textOf(bytes, 'page');
  return {
    items: [
      {
        id,
        name,
        read: () => ({
          ...orItsWords<Reading & Partial<Manuscript>>(markup, (shallow) => {
            const page = pages.parse(shallow);
            const { said, ...facts } = factsOf(page);
            const article = articleOf(shallow, page, said) ?? first(page, ({ tagName }) => tagName === 'body') ?? page;
            return { ...facts, ...readingOf(article, emphasisOf(page)) };
          }),
          name,
        }),
      },
    ],
  };
};

/** What a part of a page says: its blocks, words and pictures. */
type Reading = Pick<Manuscript, 'blocks' | 'pictures' | 'words' | 'notes'>;

/** The blocks of a part of a page, and the pictures in it. */
export const fragmentOf = (markup: string): Reading =>
  orItsWords(markup, (shallow) => readingOf(fragments.parse(shallow), new Map()));

/** How many elements may be open at once: more than any page has, less than what readers of trees can hold. */
const deepest = 500;

/** Reads a page; where it is nested too deep for that, its words in paragraphs. */
function orItsWords<Result extends Reading>(markup: string, read: (markup: string) => Result): Result | Reading {
  if (depthOf(markup) < deepest) {
    try {
      return read(markup);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  const words = markup
    .replace(/<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi, ' ')
    .replace(/<\/?(?:p|h\d|li|div|blockquote|tr|br|section|article)\b[^>]*>/gi, '\n')
    .replace(/<[a-z/!][^>]*>/gi, '');
  // What is written by numbers and names is read by the parser, too, now that nothing is nested.
  const text = toText(fragments.parse(`<pre>${words.replaceAll('<', '&lt;')}`), { whitespace: 'pre' });
  return itsWords(text);
}

/** A text whose form cannot be read. */
export const itsWords = (text: string): Reading => ({
  blocks: wordsOnly(text),
  words: text,
  pictures: new Map(),
  notes: ['The form of this text could not be read: its words are here, in paragraphs.'],
});

/** How many elements are open at once in a text of HTML, about. */
function depthOf(markup: string): number {
  let [depth, most] = [0, 0];
  for (const [, close, name = ''] of markup.matchAll(/<(\/?)([a-z][\w-]*)[^>]*?(?<!\/)>/gi)) {
    if (/^(?:p|li|br|hr|img|meta|link|input|source|wbr|col|area|td|th|tr|option|dt|dd)$/i.test(name)) continue;
    depth = Math.max(0, depth + (close ? -1 : 1));
    most = Math.max(most, depth);
  }
  return most;
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

/**
 * What a page tells of itself: in JSON-LD, in microdata, by Open Graph and other `meta`, and by its
 * title. `said` is the
 * text of the article, where the page has it for machines.
 */
function factsOf(page: Root): Partial<Manuscript> & { said: string | undefined } {
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
      described = { ...describedIn(toText(node, { whitespace: 'pre' })), ...described };
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
  /** Microdata: the value of a property, or its words (HTML Standard, 5.2.4). */
  const property = (name: string) => {
    const node = first(page, (one) =>
      String(one.properties['itemProp'] ?? '')
        .split(' ')
        .includes(name),
    );
    const value =
      node && (attribute(node, 'content') || attribute(node, 'dateTime') || toText(node).replace(/\s+/g, ' '));
    return value?.trim() || undefined;
  };
  // Some systems put the address of a profile in the place of a name.
  const named = (names: (string | undefined)[]) =>
    names.flatMap((name) => (name && !/^(?:https?:|@)/.test(name) ? namesIn(name.replace(/^by\s+/i, '')) : []));
  const [byline = []] = [
    authors,
    [property('author')],
    [meta('author', 'article:author', 'parsely-author', 'sailthru.author')],
  ]
    .map(named)
    .filter((names) => names.length > 0);
  const time = first(page, (node) => node.tagName === 'time' && Boolean(node.properties['dateTime']));
  const language = first(page, (node) => node.tagName === 'html')?.properties['lang'];
  const text = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
  return {
    headline:
      text(described['headline']) ??
      property('headline') ??
      meta('og:title', 'twitter:title') ??
      titleOf('h1') ??
      titleOf('title'),
    description: meta('og:description', 'description') ?? text(described['description']),
    authors: byline,
    published:
      text(described['datePublished']) ??
      property('datePublished') ??
      meta('article:published_time', 'parsely-pub-date', 'date', 'dc.date', 'dcterms.created') ??
      (time ? attribute(time, 'dateTime') : undefined),
    updated: text(described['dateModified']) ?? property('dateModified') ?? meta('article:modified_time'),
    lang: text(language),
    url:
      meta('og:url') ??
      first(page, (node) => node.tagName === 'link' && attribute(node, 'rel') === 'canonical')?.properties['href'],
    said: text(described['articleBody']),
  };
}

/** The article that JSON-LD describes (schema.org/Article and what is one). */
function describedIn(json: string): Record<string, unknown> {
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
  'button',
  'input',
  'select',
  'textarea',
  'svg',
  'canvas',
  'head',
  'title',
  'link',
  'meta',
]);

/** The words of a tree, a block a line. */
function wordsIn(root: Root): string {
  const parts: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'text') parts.push(node.value);
    else if (isElement(node)) {
      if (node.tagName === 'img') parts.push(' ', attribute(node, 'alt'), ' ');
      if (!inSentence.has(node.tagName)) parts.push('\n');
    }
    if ('children' in node) for (const child of node.children) visit(child);
    if (isElement(node) && !inSentence.has(node.tagName)) parts.push('\n');
  };
  visit(root);
  return parts.join('');
}

const inSentence = new Set(
  'a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark marquee nobr q rb rp rt rtc ruby s samp slot small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

function readingOf(root: Nodes, emphasis: Map<string, 'strong' | 'em'>): Reading {
  const notes: string[] = [];
  let tables = 0;
  const clean = (node: Nodes): ElementContent[] => {
    if (isElement(node) && node.tagName === 'table') {
      tables += 1;
      const made = tables > 1 ? rowsOf(node).map((row) => paragraphOf(row.flatMap(clean))) : cleanOne(node);
      tables -= 1;
      return made;
    }
    return cleanOne(node);
  };
  const cleanOne = (node: Nodes): ElementContent[] => {
    if (node.type === 'text') return [node];
    if (!isElement(node)) return 'children' in node ? (node.children as Nodes[]).flatMap(clean) : [];
    const { tagName, properties } = node;
    if (furniture.has(tagName)) return [];
    // Some systems put a whole page into a form.
    if (tagName === 'form' && wordsOf(toText(node)).length < 40) return [];
    const address = playedBy(node);
    // What stands inside is for browsers that cannot play it.
    if (address) return [paragraphOf([linkTo(embedded(address))])];
    if (['iframe', 'embed', 'object'].includes(tagName) && !wordsOf(toText(node)).length) {
      notes.push(`An <${tagName}> without an address is left out: look at the original.`);
      return [];
    }
    if (tagName === 'math') {
      const source = first(node, ({ tagName: name }) => name === 'annotation');
      return [text(toText(source ?? node, { whitespace: 'pre' }).replace(/\s+/g, ' '))];
    }
    const children = (node.children as Nodes[]).flatMap(clean);
    if (tagName === 'dialog' || tagName === 'menu')
      return [{ ...node, tagName: tagName === 'menu' ? 'ul' : 'div', children }];
    // A story’s table has no caption: it stands above.
    if (tagName === 'table') {
      const isCaption = (child: ElementContent) => child.type === 'element' && child.tagName === 'caption';
      const captions = children.filter(isCaption);
      if (captions.length)
        return [
          ...captions.map((child) => ({ ...child, tagName: 'p' }) as ElementContent),
          { ...node, children: children.filter((child) => !isCaption(child)) },
        ];
    }
    if (tagName === 'q') return [text('“'), ...children, text('”')];
    // A picture that is loaded late has its address elsewhere.
    if (tagName === 'img') {
      const late = [properties['dataSrc'], properties['dataLazySrc'], properties['dataOriginal']].find(Boolean);
      return [late ? { ...node, properties: { ...properties, src: late as string } } : node];
    }
    const own = properties['className'] ?? [];
    const style = properties['style'] ?? '';
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
    if (tagName === 'a' && properties['href'] === undefined) return children;
    const href = realAddress(properties['href'] ?? '');
    return [{ ...node, properties: { ...properties, ...(properties['href'] !== undefined && { href }) }, children }];
  };
  const tree: Root = {
    type: 'root',
    children: ('children' in root ? (root.children as Nodes[]) : [root]).flatMap(clean),
  };
  const pictures = picturesIn(tree);
  const words = wordsIn(tree);
  const result = toMdast(tree, {
    handlers: {
      // The library’s type for what a handler gives has no tags of MDX, which these three make.
      figure: (state, node: Element) => figureOf(state, node) as never,
      sub: (state, node: Element) => smallOf(state, node) as never, // As above.
      sup: (state, node: Element) => smallOf(state, node) as never, // As above.
      q: (state, node: Element) => state.all(node),
      blockquote: (state, node: Element) => quotationOf(state, node) as never, // As above.
    },
  });
  return { blocks: 'children' in result ? result.children : [result], words, pictures, notes: [...new Set(notes)] };
}

/** The cells of each row of a table that stands in another one, with a sign between them. */
function rowsOf(table: Element): ElementContent[][] {
  const rows: ElementContent[][] = [];
  const collect = (node: Element): void => {
    if (node.tagName !== 'tr') {
      for (const child of node.children) if (isElement(child)) collect(child);
      return;
    }
    const cells = node.children.filter(
      (child): child is Element => isElement(child) && wordsIn({ type: 'root', children: [child] }).trim() !== '',
    );
    rows.push(cells.flatMap((cell, index) => [...(index ? [text(' · ')] : []), ...cell.children]));
  };
  collect(table);
  return rows.filter((row) => row.length > 0);
}

/** What stands below or above its line, as HTML that a story may have: “H<sub>2</sub>O”. */
const smallOf = (state: State, node: Element): unknown => ({
  type: 'mdxJsxTextElement',
  name: node.tagName,
  attributes: [],
  children: state.all(node),
});

const text = (value: string): ElementContent => ({ type: 'text', value });

/** The address of what a player, or the like, shows: an `iframe`, a video, an `object`. */
function playedBy(node: Element): string | undefined {
  if (!['iframe', 'video', 'audio', 'embed', 'object'].includes(node.tagName)) return undefined;
  const { properties } = node;
  const inside = first(node, ({ tagName }) => ['source', 'embed', 'iframe'].includes(tagName));
  const movie = first(node, (one) => one.tagName === 'param' && /^(?:movie|src|url)$/i.test(attribute(one, 'name')));
  const choices = [
    properties['src'],
    properties['dataSrc'],
    properties['dataLazySrc'],
    properties['dataOriginal'],
    inside?.properties['src'],
    movie?.properties['value'],
    properties['data'],
  ];
  return choices
    .map((one) => String(one ?? '').trim())
    .find((one) => one && !/^(?:about|blob|data|javascript):/i.test(one));
}

/** Posts of platforms, as their own code embeds them. */
const embeds =
  /(?:^|\s)(?:twitter-(?:tweet|video)|bluesky-embed|instagram-media|tiktok-embed|mastodon-embed|reddit-(?:card|embed-bq)|fb-(?:post|xfbml-parse-ignore)|text-post-media|threads-post|truthsocial-embed)(?:\s|$)/;

/** A quotation, or a post: its words, and what is known of it as `data.post`. */
function quotationOf(state: State, node: Element): unknown {
  if (!embeds.test((node.properties['className'] ?? []).join(' ')))
    return { type: 'blockquote', children: state.toFlow(state.all(node)) };
  const last = node.children.findLastIndex((child) => child.type === 'element' && child.tagName === 'p');
  const tail: Root = { type: 'root', children: node.children.slice(last + 1) };
  let link: Element | undefined;
  visit(node, 'element', (one) => {
    if (one.tagName === 'a' && attribute(one, 'href')) link = one;
  });
  const signed = toText(tail).replace(/\s+/g, ' ').trim();
  const [, author] = /^[—–-]\s*(.{2,120}?\(@[^()\s]+\))/.exec(signed) ?? [];
  const url = ['dataInstgrmPermalink', 'dataBlueskyUri', 'cite', 'dataHref', 'dataTextPostPermalink']
    .map((name) => attribute(node, name))
    .concat(link ? attribute(link, 'href') : '')
    .find((one) => /^https?:/.test(one));
  const isSigned = author !== undefined && last >= 0;
  const children = isSigned ? node.children.slice(0, last + 1) : node.children;
  return {
    type: 'blockquote',
    data: { post: { url: url?.replace(/[?&](?:ref_src|utm_\w+)=[^&]*/g, ''), author, ...(isSigned && { signed }) } },
    children: state.toFlow(state.all({ ...node, children })),
  };
}

/** The page of a video, where a player stands for it. */
function embedded(address: string): string {
  const full = address.startsWith('//') ? `https:${address}` : address;
  const [, video] = /(?:youtube(?:-nocookie)?\.com\/embed\/|youtu\.be\/)([\w-]+)/.exec(full) ?? [];
  const [, vimeo] = /player\.vimeo\.com\/video\/(\d+)/.exec(full) ?? [];
  return video ? `https://www.youtube.com/watch?v=${video}` : vimeo ? `https://vimeo.com/${vimeo}` : full;
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
function figureOf(state: State, node: Element): unknown {
  const image = first(node, ({ tagName }) => tagName === 'img');
  const caption = first(node, ({ tagName }) => tagName === 'figcaption');
  // What is no picture with words below it: a table, a video, a gallery.
  const rest = wordsIn({ type: 'root', children: node.children.filter((child) => child !== caption) });
  let pictures = 0;
  visit(node, 'element', ({ tagName }) => void (pictures += tagName === 'img' ? 1 : 0));
  if (!image || pictures > 1 || wordsIn({ type: 'root', children: [image] }).trim() !== rest.trim())
    return state.all(node);
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
