import { x } from 'xastscript';
import { updatedOf } from './feed.ts';
import type { Feed, FeedItem } from './feed.ts';
import { toXml } from './xml.ts';

/** The addresses of a newsroom’s logo, PNG of at most 700 × 100 pixels, as SmartNews shows it. */
export interface SmartLogos {
  logo: string;
  logoDark?: string | undefined;
}

/** SmartNews drops a feed whose description is longer. */
const DESCRIPTION = 30;

/** The dialect of RSS 2.0 that SmartNews reads: SmartFormat 2.1 (publishers.smartnews.com, its specification). */
export function toSmartFormat(feed: Feed, { logo, logoDark }: SmartLogos): string {
  const namespaces = {
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:media': 'http://search.yahoo.com/mrss/',
    'xmlns:snf': 'http://www.smartnews.be/snf',
  };
  const image = (name: string, url: string) => x(name, [x('url', url)]);
  return toXml(
    x('rss', { version: '2.0', ...namespaces }, [
      x('channel', [
        x('title', feed.title),
        x('link', feed.home),
        x('description', feed.description.length > DESCRIPTION ? feed.title.slice(0, DESCRIPTION) : feed.description),
        x('pubDate', updatedOf(feed).toUTCString()),
        x('language', feed.lang),
        x('ttl', '15'),
        image('snf:logo', logo),
        ...(logoDark ? [image('snf:darkModeLogo', logoDark)] : []),
        ...feed.items.map(item),
      ]),
    ]),
  );
}

const item = ({ url, title, summary, html, lang, authors, topics, published, picture }: FeedItem) =>
  x('item', [
    x('title', title),
    x('link', url),
    x('guid', url),
    x('description', summary),
    x('pubDate', published.toUTCString()),
    x('content:encoded', html),
    ...(topics.length ? [x('category', topics.map(({ name }) => name).join(','))] : []),
    x('dc:creator', authors.map(({ name }) => name).join(', ')),
    x('dc:language', lang),
    x('media:status', 'active'),
    ...(picture ? [x('media:thumbnail', { url: picture.src })] : []),
  ]);
