import type { Element } from 'xast';
import { slugOf } from '../../draft.ts';
import { textOf } from './bytes.ts';
import { dateOrMomentOf } from '../dates.ts';
import { fragmentOf } from './html.ts';
import type { ForeignTopic, Form, Item, Manuscript } from '../manuscript.ts';
import { hostsOf, plain } from './markup.ts';
import { wordpress } from './wordpress.ts';
import { all, child, children, cutAt, elementOf, escapedMarkup, markupIn, textIn } from './xml.ts';
import { namesIn } from '../preamble.ts';

/** RSS 2.0, Atom 1.0, and WordPress’s export (WXR), which is RSS with more in it: an item for each of theirs. */
export const feed: Form = (bytes, name) => {
  const xml = textOf(bytes, 'feed');
  const tag = /<item[\s>]/.test(xml) ? 'item' : 'entry';
  const { head, items } = cutAt(tag, xml);
  if (!items.length) throw new Error('it has no items: expected RSS, Atom or an export of WordPress');
  if (/<wp:wxr_version>|<wp:post_type>/.test(xml)) return wordpress(head, items, name);
  const hosts = hostsOf(textIn(all(head, 'link')[0]), all(head, 'link')[0]?.attributes['href']);
  const lang = textIn(all(head, 'language')[0]) ?? head.attributes['xml:lang'] ?? undefined;
  const read = tag === 'item' ? itemOf : entryOf;
  return {
    items: items.map((markup, index) => itemIn(markup, index, name, (one) => ({ lang, hosts, ...read(one, name) }))),
  };
};

/** An item that is read when it is asked for; what it is called is found without that. */
function itemIn(markup: string, index: number, name: string, read: (element: Element) => Manuscript): Item {
  const valueOf = (...tags: string[]) =>
    tags
      .map((tag) => new RegExp(`<${tag}(?:\\s[^>]*)?>\\s*(?:<!\\[CDATA\\[)?\\s*([^<\\]]+)`).exec(markup)?.[1]?.trim())
      .find(Boolean);
  const title = valueOf('title');
  const link = valueOf('link') ?? /<link[^>]*href="([^"]+)"/.exec(markup)?.[1];
  return {
    // An address can be that of the whole feed: with the title, it is that of one text.
    id: valueOf('guid', 'id') ?? ([link, title].filter(Boolean).join(' ') || `${name}, item ${index + 1}`),
    name: `${name}: ${title ?? `item ${index + 1}`}`,
    date: dateOrMomentOf(valueOf('pubDate', 'published', 'updated', 'dc:date'), 'en'),
    read: () => read(elementOf(markup)),
  };
}

const topicsOf = (names: readonly (string | null | undefined)[]): ForeignTopic[] =>
  names.flatMap((name) => (name?.trim() ? [{ id: slugOf(name), name: name.trim() }] : []));

function itemOf(item: Element, name: string): Manuscript {
  const headline = textIn(child(item, 'title'));
  const whole = textIn(child(item, 'content:encoded'));
  const summary = textIn(child(item, 'description'));
  return {
    name: `${name}: ${headline ?? 'an item without a title'}`,
    headline: headline && plain(headline),
    description: whole && summary ? plain(summary) : undefined,
    authors: children(item, 'dc:creator')
      .flatMap((one) => textIn(one) ?? [])
      .flatMap((byline) => namesIn(plain(byline))),
    published: dateOrMomentOf(textIn(child(item, 'pubDate')) ?? textIn(child(item, 'dc:date')), 'en'),
    topics: topicsOf(children(item, 'category').map(textIn)),
    url: textIn(child(item, 'link')),
    ...fragmentOf(whole ?? summary ?? ''),
  };
}

function entryOf(entry: Element, name: string): Manuscript {
  const headline = textIn(child(entry, 'title'));
  const content = child(entry, 'content') ?? child(entry, 'summary');
  const markup =
    content?.attributes['type'] === 'text'
      ? escapedMarkup(textIn(content) ?? '')
      : content?.attributes['type'] === 'xhtml'
        ? markupIn(content)
        : (textIn(content) ?? '');
  const link = children(entry, 'link').find(
    ({ attributes }) => !attributes['rel'] || attributes['rel'] === 'alternate',
  );
  const summary = child(entry, 'content') && textIn(child(entry, 'summary'));
  return {
    name: `${name}: ${headline ?? 'an entry without a title'}`,
    headline: headline && plain(headline),
    description: summary && plain(summary),
    authors: children(entry, 'author').flatMap((author) => namesIn(textIn(child(author, 'name')) ?? '')),
    published: dateOrMomentOf(textIn(child(entry, 'published')) ?? textIn(child(entry, 'updated')), 'en'),
    updated: dateOrMomentOf(textIn(child(entry, 'updated')), 'en'),
    topics: topicsOf(children(entry, 'category').map(({ attributes }) => attributes['label'] ?? attributes['term'])),
    url: link?.attributes['href'] ?? undefined,
    ...(entry.attributes['xml:lang'] && { lang: entry.attributes['xml:lang'] }),
    ...fragmentOf(markup),
  };
}
