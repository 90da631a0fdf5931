import { instantOf } from '../../metadata/instant.ts';
import { toHtml, wordsAsHtml } from '../../renderings/html.ts';
import { countedCopy } from '../../renderings/kit.ts';
import { addressOf, pages } from '../../stories/address.ts';
import type { Printer } from '../output.ts';

/**
 * A story as WordPress’s own address of a post gives it, for programs that take posts from there
 * (developer.wordpress.org/rest-api/reference/posts). A headline stands in `title` alone.
 */
export const print: Printer = (copy, options, address) => {
  const { story } = copy;
  const { id, headline, description, published, updated = published, authors, topics, lang } = story;
  const url = addressOf(pages.story(story), address) ?? '';
  const moment = (date: string) => instantOf(date, options.timeZone).toISOString().slice(0, 19);
  const [, ...words] = countedCopy(copy, options).children;
  const rendered = (html: string) => ({ rendered: html, protected: false });
  return JSON.stringify({
    id: numberOf(url),
    date_gmt: moment(published),
    modified_gmt: moment(updated),
    slug: id,
    status: 'publish',
    type: 'post',
    link: url,
    guid: { rendered: url },
    lang,
    title: { rendered: wordsAsHtml(headline) },
    content: rendered(toHtml({ type: 'root', children: words })),
    excerpt: rendered(`<p>${wordsAsHtml(description)}</p>`),
    _embedded: {
      author: authors.map(({ name, url: page }) => ({ name, ...(page && { url: page }) })),
      'wp:term': [topics.map(({ id: slug, name }) => ({ slug, name, taxonomy: 'category' }))],
    },
  });
};

/** WordPress knows posts by number: one of 31 bits made of the address, the same in every build (FNV-1a). */
function numberOf(url: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(url)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 1;
}
