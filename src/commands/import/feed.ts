import type { Element, Nodes, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { fragmentOf } from './html.ts';
import { textOf } from './manuscript.ts';
import type { Form, Manuscript } from './manuscript.ts';

/** RSS 2.0, Atom 1.0, and WordPress’s export (WXR), which is RSS with more in it: a manuscript for each item. */
export const feed: Form = (bytes, name) => {
  const root = fromXml(textOf(bytes));
  const items = all(root, 'item');
  const found = items.length
    ? items.flatMap((item) => itemOf(item, name))
    : all(root, 'entry').flatMap((entry) => entryOf(entry, name));
  if (!found.length) throw new Error('no items: expected RSS, Atom or an export of WordPress');
  return found;
};

function all(node: Root | Element, tag: string): Element[] {
  const found: Element[] = [];
  const visit = (one: Nodes) => {
    if (one.type === 'element' && one.name === tag) found.push(one);
    else if ('children' in one) for (const child of one.children) visit(child);
  };
  visit(node);
  return found;
}

const children = (node: Element, tag: string) =>
  node.children.filter((child): child is Element => child.type === 'element' && child.name === tag);
const child = (node: Element, tag: string) => children(node, tag)[0];

/** The text of an element, CDATA included; `undefined` for an empty one. */
const text = (node: Element | undefined): string | undefined =>
  node?.children
    .map((one) => ('value' in one ? one.value : one.type === 'element' ? (text(one) ?? '') : ''))
    .join('')
    .trim() || undefined;

/** A date of a feed as ISO 8601, or nothing. */
function moment(date: string | undefined): string | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace('.000', '');
}

function itemOf(item: Element, name: string): Manuscript[] {
  const kind = text(child(item, 'wp:post_type'));
  const status = text(child(item, 'wp:status'));
  // An export has pictures, menus and what was thrown away as items, too.
  if ((kind && !['post', 'page'].includes(kind)) || status === 'trash' || status === 'auto-draft') return [];
  const headline = text(child(item, 'title'));
  const content = text(child(item, 'content:encoded')) ?? text(child(item, 'description')) ?? '';
  const excerpt =
    text(child(item, 'excerpt:encoded')) ??
    (child(item, 'content:encoded') ? text(child(item, 'description')) : undefined);
  const gmt = text(child(item, 'wp:post_date_gmt'));
  return [
    {
      name: `${name}: ${headline ?? 'an item without a title'}`,
      headline: headline && plain(headline),
      description: excerpt && plain(excerpt),
      authors: children(item, 'dc:creator')
        .flatMap((one) => text(one) ?? [])
        .map(plain),
      published: gmt && !gmt.startsWith('0000') ? `${gmt.replace(' ', 'T')}Z` : moment(text(child(item, 'pubDate'))),
      url: text(child(item, 'link')),
      slug: text(child(item, 'wp:post_name')),
      draft: status !== undefined && status !== 'publish',
      ...fragmentOf(kind ? paragraphs(content) : content),
    },
  ];
}

function entryOf(entry: Element, name: string): Manuscript[] {
  const headline = text(child(entry, 'title'));
  const content = child(entry, 'content') ?? child(entry, 'summary');
  const markup =
    content?.attributes['type'] === 'text'
      ? escape(text(content) ?? '')
      : content?.attributes['type'] === 'xhtml'
        ? xhtml(content)
        : (text(content) ?? '');
  const link = children(entry, 'link').find(
    ({ attributes }) => !attributes['rel'] || attributes['rel'] === 'alternate',
  );
  return [
    {
      name: `${name}: ${headline ?? 'an entry without a title'}`,
      headline: headline && plain(headline),
      description: child(entry, 'content')
        ? text(child(entry, 'summary')) && plain(text(child(entry, 'summary'))!)
        : undefined,
      authors: children(entry, 'author').flatMap((author) => text(child(author, 'name')) ?? []),
      published: moment(text(child(entry, 'published')) ?? text(child(entry, 'updated'))),
      url: link?.attributes['href'] ?? undefined,
      lang: entry.attributes['xml:lang'] ?? undefined,
      ...fragmentOf(markup),
    },
  ];
}

const escape = (value: string) => value.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));

/** XHTML in a feed, as HTML. */
const xhtml = (node: Element): string =>
  node.children
    .map((one) =>
      one.type === 'element'
        ? `<${one.name}${Object.entries(one.attributes)
            .map(([key, value]) => ` ${key}="${escape(value ?? '').replaceAll('"', '&quot;')}"`)
            .join('')}>${xhtml(one)}</${one.name}>`
        : 'value' in one
          ? escape(one.value)
          : '',
    )
    .join('');

/** Words of a title or summary that may be HTML; a “<” of no tag that stands in a sentence is a sign. */
const plain = (markup: string) =>
  /[<&]/.test(markup)
    ? fragmentOf(markup.replace(/<(?!\/?(?:a|b|br|cite|em|i|p|q|small|span|strong|sub|sup|u)\b)/gi, '&lt;'))
        .blocks.map(wordsOf)
        .join(' ')
        .trim()
    : markup;
const wordsOf = (node: object): string =>
  'value' in node ? String(node.value) : 'children' in node ? (node.children as object[]).map(wordsOf).join('') : '';

/** What WordPress does when it draws a post: empty lines make paragraphs, its own signs go, captions are figures. */
function paragraphs(content: string): string {
  const clean = content
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(
      /\[caption[^\]]*\]\s*(<a[^>]*>)?\s*(<img[^>]*>)\s*(?:<\/a>)?([\s\S]*?)\[\/caption\]/g,
      '\n\n<figure>$2<figcaption>$3</figcaption></figure>\n\n',
    )
    .replace(/\[embed[^\]]*\]([\s\S]*?)\[\/embed\]/g, '\n\n$1\n\n');
  if (/<p[\s>]/.test(clean)) return clean;
  const isBlock = /^<\/?(?:p|h\d|ul|ol|li|blockquote|figure|table|div|section|pre|hr)[\s>]/i;
  return clean
    .split(/\n\s*\n/)
    .map((chunk) => chunk.trim())
    .filter(Boolean)
    .map((chunk) => (isBlock.test(chunk) ? chunk : `<p>${chunk.replace(/\n/g, '<br>')}</p>`))
    .join('\n');
}
