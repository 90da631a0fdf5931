import type { Feed } from './feed.ts';

/** JSON Feed 1.1 (jsonfeed.org/version/1.1) with full texts. */
export const toJsonFeed = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    description: feed.description,
    language: feed.lang,
    authors: [{ name: feed.publisher }],
    ...(feed.icon && { icon: feed.icon }),
    ...(feed.hub && { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    items: feed.items.map(({ url, title, summary, html, lang, authors, topics, published, updated, picture }) => ({
      id: url,
      url,
      title,
      summary,
      content_html: html,
      date_published: published.toISOString(),
      date_modified: updated.toISOString(),
      authors: authors.map(({ name, url: page }) => ({ name, ...(page && { url: page }) })),
      tags: topics.map(({ name }) => name),
      language: lang,
      ...(picture && { image: picture.src, banner_image: picture.src }),
    })),
  });
