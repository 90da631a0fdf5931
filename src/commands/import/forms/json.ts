import { textOf } from './bytes.ts';
import { dateOrMomentOf } from '../dates.ts';
import { fragmentOf } from './html.ts';
import type { ForeignTopic, Form, Item, Manuscript } from '../manuscript.ts';
import { hostsOf, plain } from './markup.ts';
import { slugOf } from '../../draft.ts';

type Json = Record<string, unknown>;

const listOf = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter((one): one is Json => typeof one === 'object' && one !== null) : [];
const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : typeof value === 'number' ? String(value) : undefined;

/**
 * JSON Feed 1.1 (jsonfeed.org/version/1.1), and Ghost’s export (version 5, `db[0].data`): an item for
 * each of theirs.
 */
export const json: Form = (bytes, name) => {
  let data: Json;
  try {
    data = JSON.parse(textOf(bytes, 'feed')) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) throw new Error('its JSON is broken: export it again', { cause: error });
    throw error;
  }
  const ghost = listOf(data['db'])[0]?.['data'] ?? data['data'];
  if (ghost && typeof ghost === 'object' && 'posts' in ghost) return { items: ghostItems(ghost, name) };
  const items = listOf(data['items']);
  if (!items.length) throw new Error('it has no items: expected JSON Feed or an export of Ghost');
  return { items: items.map((item, index) => feedItem(item, index, data, name)) };
};

function feedItem(item: Json, index: number, feed: Json, name: string): Item {
  const title = textIn(item['title']);
  const published = dateOrMomentOf(textIn(item['date_published']), 'en');
  const updated = dateOrMomentOf(textIn(item['date_modified']), 'en');
  const called = `${name}: ${title ?? `item ${index + 1}`}`;
  const authors = [...listOf(item['authors']), ...listOf([item['author']])];
  return {
    id: textIn(item['id']) ?? textIn(item['url']) ?? called,
    name: called,
    date: updated ?? published,
    read: (): Manuscript => ({
      name: called,
      headline: title && plain(title),
      description: textIn(item['summary']),
      authors: (authors.length ? authors : listOf(feed['authors'])).flatMap((one) => textIn(one['name']) ?? []),
      published,
      updated,
      lang: textIn(item['language']) ?? textIn(feed['language']),
      topics: topicsOf((Array.isArray(item['tags']) ? item['tags'] : []).flatMap((tag) => textIn(tag) ?? [])),
      url: textIn(item['url']),
      hosts: hostsOf(textIn(feed['home_page_url'])),
      ...fragmentOf(textIn(item['content_html']) ?? paragraphsOf(textIn(item['content_text']) ?? '')),
    }),
  };
}

const topicsOf = (names: readonly string[]): ForeignTopic[] => names.map((name) => ({ id: slugOf(name), name }));

const paragraphsOf = (text: string) =>
  text
    .replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'))
    .split(/\n\s*\n/)
    .map((words) => `<p>${words}</p>`)
    .join('');

function ghostItems(data: Json, name: string): Item[] {
  const byId = (list: unknown) => new Map(listOf(list).map((one) => [textIn(one['id']) ?? '', one]));
  const [users, tags] = [byId(data['users']), byId(data['tags'])];
  /** What belongs to posts, in the order that Ghost keeps. */
  const joined = (list: unknown, key: string, of: Map<string, Json>) =>
    Map.groupBy(
      listOf(list)
        .toSorted((one, other) => Number(one['sort_order'] ?? 0) - Number(other['sort_order'] ?? 0))
        .flatMap((row) => {
          const found = of.get(textIn(row[key]) ?? '');
          return found ? [{ post: textIn(row['post_id']) ?? '', found }] : [];
        }),
      ({ post }) => post,
    );
  const authors = joined(data['posts_authors'], 'author_id', users);
  const topics = joined(data['posts_tags'], 'tag_id', tags);
  return listOf(data['posts']).map((post, index): Item => {
    const title = textIn(post['title']);
    const id = textIn(post['id']) ?? String(index);
    const called = `${name}: ${title ?? `post ${index + 1}`}`;
    const published = dateOrMomentOf(textIn(post['published_at']) ?? textIn(post['created_at']), 'en');
    const updated = dateOrMomentOf(textIn(post['updated_at']), 'en');
    const slug = textIn(post['slug']);
    return {
      id: `ghost ${textIn(post['uuid']) ?? id}`,
      name: called,
      date: updated ?? published,
      read: (): Manuscript => {
        const picture = textIn(post['feature_image']);
        const reading = fragmentOf(
          `${picture ? `<figure><img src="${picture.replaceAll('"', '&quot;')}"></figure>` : ''}${textIn(post['html']) ?? paragraphsOf(textIn(post['plaintext']) ?? '')}`,
        );
        return {
          name: called,
          headline: title,
          description: textIn(post['custom_excerpt']),
          authors: (authors.get(id) ?? []).flatMap(({ found }) => textIn(found['name']) ?? []),
          published,
          updated:
            updated && published && Date.parse(updated) - Date.parse(published) > 86_400_000 ? updated : undefined,
          topics: (topics.get(id) ?? []).flatMap(({ found }): ForeignTopic[] => {
            const words = textIn(found['name']);
            // Ghost keeps tags for itself by a “#”.
            return words && !words.startsWith('#') ? [{ id: textIn(found['slug']) ?? slugOf(words), name: words }] : [];
          }),
          slug,
          aliases: slug ? [`/${slug}/`] : [],
          draft: !['published', 'scheduled', 'sent'].includes(textIn(post['status']) ?? 'published'),
          ...reading,
          notes: [
            ...(textIn(post['type']) === 'page' ? ['It was a page, not a story: it may belong into pages/.'] : []),
            ...(reading.notes ?? []),
          ],
        };
      },
    };
  });
}
