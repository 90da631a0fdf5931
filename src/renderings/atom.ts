import { x } from 'xastscript';
import { updatedOf } from './feed.ts';
import type { Feed, FeedItem } from './feed.ts';
import { toXml } from './xml.ts';

/** Atom 1.0 (RFC 4287; licences by RFC 4946, hubs by WebSub) with full texts. */
export const toAtom = (feed: Feed): string =>
  toXml(
    x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.lang }, [
      x('id', feed.self),
      x('title', feed.title),
      x('subtitle', feed.description),
      x('updated', updatedOf(feed).toISOString()),
      x('author', [x('name', feed.publisher)]),
      x('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
      x('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
      ...(feed.hub ? [x('link', { rel: 'hub', href: feed.hub })] : []),
      ...(feed.icon ? [x('icon', feed.icon)] : []),
      ...feed.items.map(entry),
    ]),
    feed.style,
  );

const entry = ({ url, title, summary, html, lang, authors, topics, published, updated, licence }: FeedItem) =>
  x('entry', { 'xml:lang': lang }, [
    x('id', url),
    x('title', title),
    x('link', { rel: 'alternate', type: 'text/html', href: url }),
    ...(licence?.url ? [x('link', { rel: 'license', href: licence.url })] : []),
    x('published', published.toISOString()),
    x('updated', updated.toISOString()),
    ...authors.map((author) => x('author', [x('name', author.name), ...(author.url ? [x('uri', author.url)] : [])])),
    ...topics.map(({ id, name }) => x('category', { term: id, label: name })),
    x('summary', summary),
    x('content', { type: 'html' }, html),
  ]);
