import { x } from 'xastscript';
import { updatedOf } from './feed.ts';
import type { Feed, FeedItem, FeedPicture } from './feed.ts';
import { wordsAsHtml } from './html.ts';
import { toXml } from './xml.ts';

/**
 * RSS 2.0 (rssboard.org/rss-specification) with full texts in `content:encoded`, pictures by Media RSS
 * (rssboard.org/media-rss), hubs by W3C’s WebSub, and licences by Dublin Core and Creative Commons’ module.
 */
export function toRss(feed: Feed): string {
  const namespaces = {
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:creativeCommons': 'http://backend.userland.com/creativeCommonsRssModule',
    'xmlns:media': 'http://search.yahoo.com/mrss/',
  };
  return toXml(
    x('rss', { version: '2.0', ...namespaces }, [
      x('channel', [
        x('title', feed.title),
        x('link', feed.home),
        // HTML to readers of feeds (RSS Advisory Board, Best Practices).
        x('description', wordsAsHtml(feed.description)),
        x('language', feed.lang),
        ...(feed.items.length ? [x('lastBuildDate', updatedOf(feed).toUTCString())] : []),
        x('atom:link', { href: feed.self, rel: 'self', type: 'application/rss+xml' }),
        ...(feed.hub ? [x('atom:link', { href: feed.hub, rel: 'hub' })] : []),
        ...(feed.icon ? [x('image', [x('url', feed.icon), x('title', feed.title), x('link', feed.home)])] : []),
        ...feed.items.map(item),
      ]),
    ]),
    feed.style,
  );
}

const item = ({ url, title, summary, html, lang, authors, topics, published, updated, licence, picture }: FeedItem) =>
  x('item', [
    x('title', title),
    x('link', url),
    x('guid', { isPermaLink: 'true' }, url),
    x('pubDate', published.toUTCString()),
    x('atom:updated', updated.toISOString()),
    ...authors.map(({ name }) => x('dc:creator', name)),
    x('dc:language', lang),
    ...(licence ? [x('dc:rights', licence.name), ...licenceLinks(licence.url)] : []),
    ...topics.map(({ name }) => x('category', name)),
    ...(picture ? [pictureOf(picture)] : []),
    x('description', wordsAsHtml(summary)),
    x('content:encoded', html),
  ]);

/** The module has a place for their licences only. */
const licenceLinks = (url = '') =>
  /^https?:\/\/creativecommons\.org\//.test(url) ? [x('creativeCommons:license', url)] : [];

/** Copies have their pictures as JPEG, PNG or GIF. */
const pictureOf = ({ src, width, height, alt }: FeedPicture) => {
  const type = `image/${/\.(png|gif)$/.exec(src)?.[1] ?? 'jpeg'}`;
  const size = { width: String(width), height: String(height) };
  return x('media:content', { url: src, medium: 'image', type, ...size }, [
    ...(alt ? [x('media:description', { type: 'plain' }, alt)] : []),
  ]);
};
