import { x } from 'xastscript';
import { updatedOf } from './feed.ts';
import type { Feed, FeedItem } from './feed.ts';
import { toHtml } from './html.ts';
import { toXml } from './xml.ts';

/** RSS 2.0 (rssboard.org/rss-specification) with full texts in `content:encoded`. */
export function toRss(feed: Feed): string {
  const namespaces = {
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  };
  return toXml(
    x('rss', { version: '2.0', ...namespaces }, [
      x('channel', [
        x('title', feed.title),
        x('link', feed.home),
        x('description', asHtml(feed.description)),
        x('language', feed.lang),
        ...(feed.items.length ? [x('lastBuildDate', updatedOf(feed).toUTCString())] : []),
        x('atom:link', { href: feed.self, rel: 'self', type: 'application/rss+xml' }),
        ...feed.items.map(item),
      ]),
    ]),
    feed.style,
  );
}

/** A description is HTML to readers of feeds (RSS Advisory Board, Best Practices): a `<` in words stays one. */
const asHtml = (text: string) => toHtml({ type: 'root', children: [{ type: 'text', value: text }] });

const item = ({ url, title, summary, html, lang, authors, topics, published, updated }: FeedItem) =>
  x('item', [
    x('title', title),
    x('link', url),
    x('guid', { isPermaLink: 'true' }, url),
    x('pubDate', published.toUTCString()),
    x('atom:updated', updated.toISOString()),
    ...authors.map(({ name }) => x('dc:creator', name)),
    x('dc:language', lang),
    ...topics.map(({ name }) => x('category', name)),
    x('description', asHtml(summary)),
    x('content:encoded', html),
  ]);
