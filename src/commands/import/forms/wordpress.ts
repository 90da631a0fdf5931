import type { Element } from 'xast';
import { dateOrMomentOf } from '../dates.ts';
import { fragmentOf } from './html.ts';
import type { Batch, ForeignTopic, Item, Manuscript } from '../manuscript.ts';
import { hostsOf, plain } from './markup.ts';
import { namesIn } from '../preamble.ts';
import { all, child, children, elementOf, escapedMarkup, textIn } from './xml.ts';

/** What an export says outside of its stories, and stories need. */
interface Site {
  /** Display names by login, and those of guests by their slug. */
  names: Map<string, string>;
  /** Pictures by their number. */
  pictures: Map<string, { url: string; alt: string; caption: string }>;
  /** Corrections of Newspack, by the number of their story. */
  corrections: Map<string, Record<string, string>[]>;
  hosts: string[];
  lang: string | undefined;
}

/** What becomes a story; a page of the newsroom’s own is one as well, and says so. */
const kinds = ['post', 'page'];

/** How statuses are told to a writer; `publish` and `future` are what a date says. */
const heldBack: Record<string, string> = {
  draft: 'It was a draft.',
  pending: 'It waited for review.',
  private: 'It was private.',
};

/**
 * WordPress’s export (WXR 1.2, `wp-admin/includes/export.php`), with what two plugins for co-authors, Co-Authors Plus
 * and PublishPress Authors, and Newspack’s corrections put there.
 */
export function wordpress(head: Element, markup: readonly string[], name: string): Batch {
  const site: Site = {
    names: new Map(),
    pictures: new Map(),
    corrections: new Map(),
    hosts: hostsOf(...['wp:base_blog_url', 'wp:base_site_url', 'link'].flatMap((tag) => all(head, tag).map(textIn))),
    lang: textIn(all(head, 'language')[0]),
  };
  for (const author of all(head, 'wp:author')) {
    const login = textIn(child(author, 'wp:author_login'));
    const shown =
      textIn(child(author, 'wp:author_display_name')) ??
      [textIn(child(author, 'wp:author_first_name')), textIn(child(author, 'wp:author_last_name'))]
        .filter(Boolean)
        .join(' ');
    if (login && shown) site.names.set(login, shown);
  }
  const items: Item[] = [];
  const others = new Map<string, number>();
  let comments = 0;
  for (const [index, one] of markup.entries()) {
    const kind = valueOf(one, 'wp:post_type') ?? 'post';
    const status = valueOf(one, 'wp:status') ?? 'publish';
    comments += one.match(/<wp:comment>/g)?.length ?? 0;
    if (kinds.includes(kind) && !['trash', 'auto-draft', 'inherit'].includes(status))
      items.push(itemOf(one, index, name, kind, status, site));
    else if (!learnFrom(one, kind, site)) others.set(kind, (others.get(kind) ?? 0) + 1);
  }
  const leftOut = [...others].map(([kind, count]) => `${count} of the kind “${kind}”`);
  if (comments) leftOut.unshift(`${comments} ${comments === 1 ? 'comment' : 'comments'}`);
  return { items, leftOut };
}

/** The text of an element, without reading all of the item. */
const valueOf = (markup: string, tag: string): string | undefined =>
  new RegExp(`<${tag}(?:\\s[^>]*)?>\\s*(?:<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|([^<]*))`)
    .exec(markup)
    ?.slice(1)
    .find(Boolean)
    ?.trim() || undefined;

function itemOf(markup: string, index: number, name: string, kind: string, status: string, site: Site): Item {
  const title = valueOf(markup, 'title');
  const gmt = valueOf(markup, 'wp:post_date_gmt');
  return {
    id: valueOf(markup, 'guid') ?? valueOf(markup, 'link') ?? `${name}, item ${index + 1}`,
    name: `${name}: ${title ?? `item ${index + 1}`}`,
    date: latest(momentOf(gmt), momentOf(valueOf(markup, 'wp:post_modified_gmt'))),
    read: () => storyOf(elementOf(markup), name, kind, status, site),
  };
}

const latest = (...dates: (string | undefined)[]) => dates.filter(Boolean).sort().at(-1);

/** “2026-01-08 14:00:00”, which WordPress keeps in UTC, as a moment; one that was never set is none. */
const momentOf = (gmt: string | undefined): string | undefined =>
  gmt && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(gmt) && !gmt.startsWith('0000')
    ? `${gmt.replace(' ', 'T')}Z`
    : undefined;

const metaOf = (item: Element): Map<string, string> =>
  new Map(
    children(item, 'wp:postmeta').flatMap((one) => {
      const [key, value] = [textIn(child(one, 'wp:meta_key')), textIn(child(one, 'wp:meta_value'))];
      return key && value ? [[key, value] as const] : [];
    }),
  );

/** Takes in what stories need of an item that is none. @returns whether it is of such a kind. */
function learnFrom(markup: string, kind: string, { names, pictures, corrections }: Site): boolean {
  if (!['attachment', 'guest-author', 'newspack_correction'].includes(kind)) return false;
  let item: Element;
  try {
    item = elementOf(markup);
  } catch {
    return true;
  }
  const meta = metaOf(item);
  const id = textIn(child(item, 'wp:post_id')) ?? '';
  const title = textIn(child(item, 'title')) ?? '';
  if (kind === 'attachment')
    pictures.set(id, {
      url: textIn(child(item, 'wp:attachment_url')) ?? textIn(child(item, 'guid')) ?? '',
      alt: meta.get('_wp_attachment_image_alt') ?? '',
      caption: textIn(child(item, 'excerpt:encoded')) ?? '',
    });
  else if (kind === 'guest-author') {
    const shown = meta.get('cap-display_name') ?? title;
    const slugs = [meta.get('cap-user_login'), textIn(child(item, 'wp:post_name'))?.replace(/^cap-/, '')];
    for (const slug of slugs) if (slug && shown) names.set(slug, shown);
  } else {
    const of = meta.get('newspack_correction-post-id') ?? textIn(child(item, 'wp:post_parent')) ?? '';
    const date = momentOf(textIn(child(item, 'wp:post_date_gmt')));
    const note = plain(textIn(child(item, 'content:encoded')) ?? title);
    // What was wrong is not told there, and a note of the kind “correction” has to say it.
    if (date && note) corrections.set(of, [...(corrections.get(of) ?? []), { date, kind: 'clarification', note }]);
  }
  return true;
}

function storyOf(item: Element, name: string, kind: string, status: string, site: Site): Manuscript {
  const headline = textIn(child(item, 'title'));
  const meta = metaOf(item);
  const notes: string[] = [];
  const excerpt = textIn(child(item, 'excerpt:encoded')) ?? textIn(child(item, 'description'));
  const link = textIn(child(item, 'link'));
  const slug = textIn(child(item, 'wp:post_name'));
  const number = textIn(child(item, 'wp:post_id')) ?? '';
  const corrections = site.corrections.get(number) ?? [];
  if (corrections.length)
    notes.push(
      'Corrections came without what the story said before: write “kind: correction” with “was”, where it is one.',
    );
  if (kind === 'page') notes.push('It was a page, not a story: it may belong into pages/.');
  if (heldBack[status]) notes.push(heldBack[status]);
  if (textIn(child(item, 'wp:post_password'))) notes.push('It had a password.');
  const content = textIn(child(item, 'content:encoded')) ?? '';
  const { markup, left } = drawn(content, site);
  if (left.length)
    notes.push(`Short codes that nothing here stands for are left out, their words are here: ${left.join(', ')}.`);
  const featured = site.pictures.get(meta.get('_thumbnail_id') ?? '');
  const lead = featured?.url && !content.includes(nameOf(featured.url)) ? figureOf(featured) : '';
  const reading = fragmentOf(lead + markup);
  const modified = momentOf(textIn(child(item, 'wp:post_modified_gmt')));
  const published =
    momentOf(textIn(child(item, 'wp:post_date_gmt'))) ??
    dateOrMomentOf(textIn(child(item, 'wp:post_date'))?.slice(0, 10), 'en') ??
    dateOrMomentOf(textIn(child(item, 'pubDate')), 'en');
  return {
    name: `${name}: ${headline ?? 'an item without a title'}`,
    headline: headline && plain(headline),
    description: excerpt && plain(drawn(excerpt, site).markup),
    authors: authorsOf(item, site),
    published,
    // WordPress changes this at every touch: within a day, it is no update of the story.
    updated: modified && published && Date.parse(modified) - Date.parse(published) > 86_400_000 ? modified : undefined,
    topics: topicsOf(item),
    url: link,
    hosts: site.hosts,
    lang: site.lang,
    slug: slug && decoded(slug),
    aliases: link && URL.canParse(link) ? [new URL(link).pathname] : [],
    draft: status in heldBack || notes.includes('It had a password.'),
    corrections,
    ...reading,
    notes: [...notes, ...(reading.notes ?? [])],
  };
}

const nameOf = (url: string) => url.replace(/^.*\//, '').replace(/(?:-\d+x\d+|-scaled)?\.\w+$/, '');

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

/** Who wrote it: the terms of a plugin for co-authors, or else the one login. Each by the name that readers see. */
function authorsOf(item: Element, { names }: Site): string[] {
  const terms = children(item, 'category').filter(({ attributes }) => attributes['domain'] === 'author');
  const named = terms.flatMap((term) => {
    const words = textIn(term) ?? '';
    const slug = (term.attributes['nicename'] ?? '').replace(/^cap-/, '');
    const name = names.get(words) ?? (/\s/.test(words) ? words : (names.get(slug) ?? words));
    return name ? [plain(name)] : [];
  });
  if (named.length) return [...new Set(named)];
  return children(item, 'dc:creator').flatMap((one) => {
    const login = textIn(one) ?? '';
    // A login that no account has is no name that readers know.
    return namesIn(plain(names.get(login) ?? (/\s/.test(login) ? login : '')));
  });
}

/** Categories first: they are the wider ones. */
function topicsOf(item: Element): ForeignTopic[] {
  const of = (domain: string) =>
    children(item, 'category').flatMap((term): ForeignTopic[] => {
      const [id, words] = [term.attributes['nicename'], textIn(term)];
      return term.attributes['domain'] === domain && id && words && id !== 'uncategorized'
        ? [{ id: decoded(id), name: plain(words) }]
        : [];
    });
  return [...of('category'), ...of('post_tag')];
}

const figureOf = ({ url, alt, caption }: { url: string; alt: string; caption: string }) =>
  `<figure><img src="${escapedMarkup(url)}" alt="${escapedMarkup(alt).replaceAll('"', '&quot;')}"><figcaption>${caption}</figcaption></figure>\n\n`;

/** The value of a short code’s attribute. */
const attribute = (attributes: string, name: string) =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*["“”']?([^"“”'\\s\\]]+)`).exec(attributes)?.[1];

const isAddress = /^(?:https?:)?\/\/\S+$/;

/**
 * What WordPress does when it draws a post: comments of blocks go, short codes are what they stand for, empty lines
 * make paragraphs.
 *
 * @returns the markup, and the names of short codes that it has no drawing for.
 */
function drawn(content: string, { pictures }: Pick<Site, 'pictures'>): { markup: string; left: string[] } {
  const left = new Set<string>();
  const clean = content
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(
      /\[caption[^\]]*\]\s*(<a[^>]*>)?\s*(<img[^>]*>)\s*(?:<\/a>)?([\s\S]*?)\[\/caption\]/g,
      '\n\n<figure>$2<figcaption>$3</figcaption></figure>\n\n',
    )
    .replace(/\[gallery([^\]]*)\]/g, (_, given: string) => {
      const ids = /ids\s*=\s*["“”']?([\d,\s]+)/.exec(given)?.[1]?.split(/[\s,]+/) ?? [];
      const found = ids.flatMap((id) => pictures.get(id) ?? []);
      if (!found.length) left.add('gallery');
      return `\n\n${found.map(figureOf).join('')}`;
    })
    .replace(/\[embed[^\]]*\]([\s\S]*?)\[\/embed\]/g, '\n\n$1\n\n')
    .replace(
      /\[(?:video|audio|youtube|vimeo|soundcloud)\s*=?([^\]]*)\](?:\s*\[\/(?:video|audio)\])?/g,
      (whole, given: string) => {
        const address =
          ['src', 'mp4', 'mp3', 'url', 'webm', 'm4a'].map((key) => attribute(given, key)).find(Boolean) ??
          /(?:https?:)?\/\/[^\s"'\]]+/.exec(given)?.[0];
        if (!address) left.add(/\w+/.exec(whole)?.[0] ?? '');
        return address ? `\n\n${address}\n\n` : '';
      },
    )
    // Other short codes have attributes, or an end; a word in brackets is a word.
    .replace(
      /\[\/?([a-z][\w-]*)((?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s\]]+))+)?\s*\/?\]/g,
      (whole, code: string, given?: string) => {
        const isCode = given !== undefined || content.includes(`[/${code}]`) || /[a-z][_-][a-z]/.test(code);
        if (!isCode) return whole;
        left.add(code);
        return ['title', 'caption', 'text', 'label', 'cite', 'quote']
          .map((key) => new RegExp(`${key}="([^"]*)"`).exec(given ?? '')?.[1] ?? '')
          .join(' ')
          .trim();
      },
    );
  const isDrawn = /<p[\s>]/.test(clean);
  const isBlock =
    /^<\/?(?:p|h\d|ul|ol|li|dl|dt|dd|blockquote|figure|table|thead|tbody|tr|td|th|div|section|article|aside|header|footer|details|pre|hr|iframe|form|script|style)[\s>]/i;
  if (isDrawn)
    return {
      markup: clean.replace(/^[ \t]*(https?:\/\/\S+)[ \t]*$/gm, (_, url: string) => linked(url)),
      left: [...left],
    };
  // The lines of what is drawn as it is typed make no paragraphs.
  const kept: string[] = [];
  const held = clean.replace(
    /<(pre|table|script|style|ul|ol|blockquote|figure)\b[\s\S]*?<\/\1>/gi,
    (block) => `\n\n\u0001${kept.push(block) - 1}\u0001\n\n`,
  );
  const markup = held
    .split(/\n\s*\n/)
    .map((chunk) => chunk.trim())
    .filter(Boolean)
    .map((chunk) => {
      if (isAddress.test(chunk)) return linked(chunk);
      const at = /^\u0001(\d+)\u0001$/.exec(chunk)?.[1];
      if (at !== undefined) return kept[Number(at)] ?? '';
      return isBlock.test(chunk) ? chunk : `<p>${chunk.replace(/\n/g, '<br>')}</p>`;
    })
    .join('\n\n');
  return { markup, left: [...left] };
}

/** An address alone on a line, for which WordPress draws what is there: a video, a post. */
const linked = (url: string) =>
  `<p><a href="${escapedMarkup(url).replaceAll('"', '&quot;')}">${escapedMarkup(url)}</a></p>`;
