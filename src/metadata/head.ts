import type { Options } from '../options.ts';
import type { PageGroup } from '../schema/head-tag.ts';
import { addressOf, hasPage, otherThan, pages, pathOf } from '../stories/address.ts';
import type { AddressStyle, FeedKind, Page } from '../stories/address.ts';
import type { Story, Telling } from '../stories/story.ts';
import { CARD, hasFrontCard } from './card.ts';
import { claimReviews, newsArticleOf } from './article.ts';
import type { CheckedClaim, Publisher } from './article.ts';
import { zonedOf } from './instant.ts';

/** What the head of a page says to machines. */
export interface Head {
  /** By which a newsroom’s own tags are for some pages alone. */
  group: PageGroup;
  title: string;
  description: string;
  canonical?: string | undefined;
  /** The page’s addresses by language tag, and for everybody else (`x-default`). */
  alternates?: Record<string, string>;
  /** Whether search engines, the site’s search and its sitemaps leave the page out. */
  noindex?: boolean;
  /** The same for machines, and feeds, by their media types. */
  forms: { type: string; href: string; title?: string }[];
  /** What a browser can do with the site: keep it, search it. */
  links?: { rel: string; href: string; type?: string; title?: string }[];
  /** `<meta name>`. */
  names?: Record<string, string>;
  /** `<meta property>`: the Open Graph protocol (ogp.me). */
  properties: Record<string, string>;
  /** JSON-LD of schema.org. */
  jsonLd?: object;
}

/**
 * The address that search engines are to keep: the first publisher’s, where the story is a copy. Where that is not
 * known there is none: a copy is not to be found in the place of its original.
 */
export const canonicalOf = ({ firstPublished, ...story }: Story, address: AddressStyle): string | undefined =>
  firstPublished ? firstPublished.url : addressOf(pages.story(story), address);

/** What the head of a story’s page says beyond the story’s own facts. */
interface StoryMore {
  /** The newsroom. */
  publisher: Publisher;
  /** What the story’s own sections say of it. */
  telling?: Telling;
  claims?: CheckedClaim[];
  /** The story in other forms. */
  forms?: Head['forms'];
  /** The story’s first picture. */
  picture?: CardPicture | undefined;
  /** What is shown with links to it elsewhere, where that is not the picture. */
  card?: CardPicture | undefined;
}

/** The head of a story’s page. */
export function storyHead(
  story: Story,
  options: Options,
  address: AddressStyle,
  { publisher, telling, claims = [], picture, card = picture, forms = [] }: StoryMore,
): Head {
  const { name } = options;
  const { headline, description, lang, published, updated = published } = story;
  const url = addressOf(pages.story(story), address);
  const canonical = canonicalOf(story, address);
  const home = addressOf(pages.front, address);
  const cardProperties = cardOf(options, address, card);
  const image = picture?.crops ?? picture?.src ?? cardProperties['og:image'];
  const creator = story.authors.find(({ fediverse }) => fediverse)?.fediverse ?? options.fediverse;
  return {
    group: 'stories',
    title: headline,
    description,
    canonical,
    ...(canonical === url && {
      alternates: alternatesOf(
        (story.translations ?? []).map((translation) => ({ lang: translation.lang, page: pages.story(translation) })),
        address,
      ),
    }),
    forms: [...feedLinks(options, address, otherThan(options.lang, lang)), ...forms],
    ...(creator && { names: { 'fediverse:creator': creator } }),
    properties: {
      'og:type': 'article',
      'og:title': headline,
      'og:description': description,
      'og:site_name': name,
      'og:locale': lang.replace('-', '_'),
      ...(url && { 'og:url': url }),
      ...cardProperties,
      'article:published_time': zonedOf(published, options.timeZone),
      'article:modified_time': zonedOf(updated, options.timeZone),
    },
    jsonLd: {
      '@context': 'https://schema.org',
      '@graph': [
        newsArticleOf(story, publisher, options, address, {
          ...telling,
          ...(image && { image }),
        }),
        ...(publisher['@id'] ? [publisher] : []),
        ...claimReviews(story, claims, publisher, options, address),
        ...(home ? [breadcrumbs([{ name, url: home }, { name: headline }])] : []),
      ],
    },
  };
}

/** A page in its languages, each by its address, and the first for whoever reads none of them. */
export function alternatesOf(
  all: readonly { lang: string; page: Page }[],
  address: AddressStyle,
): Record<string, string> {
  if (all.length < 2) return {};
  const addresses = all.map(({ lang, page }) => [lang, addressOf(page, address)]);
  const known = [...addresses, ['x-default', addresses[0]?.[1]]].filter((pair): pair is [string, string] =>
    Boolean(pair[1]),
  );
  return Object.fromEntries(known);
}

/** A picture that is shown with a link to a page. */
export interface CardPicture {
  src: string;
  width: number;
  height: number;
  alt: string;
  /** The same in the shapes that search engines show: 1 to 1, 4 to 3 and 16 to 9. */
  crops?: readonly string[];
}

/** What a link to a page looks like elsewhere: by its own picture, else the newsroom’s; in words if there is none. */
function cardOf(options: Options, address: AddressStyle, picture?: CardPicture): Record<string, string> {
  const { site } = address;
  if (!site) return {};
  const { image, imageSize, name, tagline } = options;
  const painted = hasFrontCard(options) ? addressOf(pages.frontCard, address) : undefined;
  const alt = [name, tagline].filter(Boolean).join(' · ');
  const shown =
    picture ??
    (image ? { src: new URL(image, site).href, alt: name, width: 0, height: 0, ...imageSize } : undefined) ??
    (painted && { src: painted, alt, ...CARD });
  if (!shown) return {};
  const { src, width, height } = shown;
  return {
    'og:image': src,
    ...(width && height && { 'og:image:width': String(width), 'og:image:height': String(height) }),
    'og:image:alt': shown.alt,
    'twitter:card': 'summary_large_image',
  };
}

/** Where the feed lies by which a page is found: a topic’s or an author’s own, else that of its language. */
const feedOf = ({ kind, params }: Page): string | undefined =>
  kind === 'topic' || kind === 'author' ? `${kind}s/${params['id']}` : params['lang'];

/** The feeds of a page; on a front page in every format. @param of where they lie, as in `pages.feed`. */
function feedLinks({ name }: Options, address: AddressStyle, of?: string, isFront = false): Head['forms'] {
  if (!address.site || !hasPage(pages.feed('rss'), address)) return [];
  const formats: [FeedKind, string][] = [
    ['rss', 'rss+xml'],
    ...(isFront
      ? ([
          ['atom', 'atom+xml'],
          ['jsonFeed', 'feed+json'],
        ] as [FeedKind, string][])
      : []),
  ];
  return formats.map(([feed, type]) => ({
    type: `application/${type}`,
    href: pathOf(pages.feed(feed, of), address),
    title: name,
  }));
}

/** The feeds of notes about changes. */
const correctionFeedLinks = ({ name }: Options, address: AddressStyle): Head['forms'] =>
  address.site
    ? [
        { type: 'application/rss+xml', href: pathOf(pages.correctionsRss, address), title: name },
        { type: 'application/feed+json', href: pathOf(pages.correctionsJson, address), title: name },
      ]
    : [];

/** The trail of pages above a page, and the page itself. */
export const breadcrumbs = (steps: { name: string; url?: string }[]) => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, url }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    ...(url && { item: url }),
  })),
});

/** What a reader who may come back is offered, where the newsroom has it. */
function siteLinks({ name, icon, search }: Options, address: AddressStyle): NonNullable<Head['links']> {
  return [
    ...(icon ? [{ rel: 'manifest', href: pathOf(pages.manifest, address) }] : []),
    ...(search
      ? [
          {
            rel: 'search',
            type: 'application/opensearchdescription+xml',
            href: pathOf(pages.openSearch, address),
            title: name,
          },
        ]
      : []),
  ];
}

/** The head of a page that is not a story. */
export function pageHead(
  title: string,
  description: string,
  page: Page,
  options: Options,
  address: AddressStyle,
): Head {
  const { name, lang } = options;
  const url = addressOf(page, address);
  const isFront = page.kind === 'front' || page.kind === 'language';
  return {
    group: isFront ? 'fronts' : 'others',
    title,
    description,
    canonical: url,
    forms:
      page.kind === 'corrections'
        ? correctionFeedLinks(options, address)
        : feedLinks(options, address, feedOf(page), isFront),
    ...(['front', 'language', 'search'].includes(page.kind) && { links: siteLinks(options, address) }),
    properties: {
      'og:type': 'website',
      'og:title': title,
      'og:description': description,
      'og:site_name': name,
      'og:locale': lang.replace('-', '_'),
      ...(url && { 'og:url': url }),
      ...cardOf(options, address),
    },
  };
}

/**
 * JSON for a `<script>`: no text in it can end the element (HTML Standard, restrictions for contents
 * of script elements).
 */
export const jsonForScript = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');
