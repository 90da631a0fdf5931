import { x } from 'xastscript';
import { toXml } from './xml.ts';

/** A page in a sitemap. */
export interface SitemapPage {
  url: string;
  /** When it last changed, as W3C’s note on date and time formats has it. */
  changed?: string;
  /** Its addresses by language, its own among them. */
  languages?: Record<string, string>;
  pictures?: string[];
  news?: { name: string; lang: string; published: string; title: string };
}

const namespaces = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
  'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
  'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
};

/** A sitemap (sitemaps.org, 0.9) with Google’s extensions for languages, images and news. */
export const toSitemap = (pages: readonly SitemapPage[]): string =>
  toXml(
    x('urlset', namespaces, [
      ...pages.map(({ url, changed, languages = {}, pictures = [], news }) =>
        x('url', [
          x('loc', url),
          ...(changed ? [x('lastmod', changed)] : []),
          ...Object.entries(languages).map(([hreflang, href]) => x('xhtml:link', { rel: 'alternate', hreflang, href })),
          ...pictures.map((picture) => x('image:image', [x('image:loc', picture)])),
          ...(news ? [newsOf(news)] : []),
        ]),
      ),
    ]),
  );

const newsOf = ({ name, lang, published, title }: NonNullable<SitemapPage['news']>) =>
  x('news:news', [
    x('news:publication', [x('news:name', name), x('news:language', lang)]),
    x('news:publication_date', published),
    x('news:title', title),
  ]);

/** The index of the site’s sitemaps. */
export const toSitemapIndex = (maps: readonly { url: string; changed?: string }[]): string =>
  toXml(
    x(
      'sitemapindex',
      { xmlns: namespaces.xmlns },
      maps.map(({ url, changed }) => x('sitemap', [x('loc', url), ...(changed ? [x('lastmod', changed)] : [])])),
    ),
  );
