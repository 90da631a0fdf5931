import type { Options } from '../options.ts';
import { referenceTo } from './article.ts';
import type { Publisher } from './article.ts';
import { graphId, websiteId } from './ids.ts';
import { addressOf, inItsLanguage, pages } from '../stories/address.ts';
import type { AddressStyle, Page } from '../stories/address.ts';
import { breadcrumbs, pageHead } from './head.ts';
import type { Head } from './head.ts';

/** What a page that lists stories is about. */
export interface ListPage {
  title: string;
  description: string;
  page: Page;
  /** The pages above it, after the front page. */
  above?: { name: string; page: Page }[];
  /** What it is called in the trail of pages above it. */
  name: string;
  /** The stories that it lists. */
  stories: readonly { id: string; published: string }[];
  /** Whom a profile is of. */
  profileOf?: Profile;
  /** For the front page: the newsroom, with its policies. */
  publisher?: Publisher;
}

/** Somebody whom a page is of: an author, or whoever speaks in stories. */
interface Profile {
  name: string;
  isOrganisation: boolean;
  url?: string | undefined;
  jobTitle?: string | undefined;
  biography?: string | undefined;
  expertise?: readonly string[] | undefined;
  email?: string | undefined;
  accounts?: readonly string[] | undefined;
  picture?: string | undefined;
}

/** The head of a page that lists stories: a schema.org `CollectionPage`, or `ProfilePage` for a person or author. */
export function listHead(
  { title, description, page, above = [], name, stories, profileOf, publisher }: ListPage,
  options: Options,
  address: AddressStyle,
): Head {
  const head = pageHead(title, description, page, options, address);
  const home = addressOf(pages.front, address);
  if (!home) return head;
  const list = {
    '@type': 'ItemList',
    itemListElement: stories.map((story, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      url: addressOf(pages.story(story), address),
    })),
  };
  const about = {
    name: title,
    description,
    url: head.canonical,
    inLanguage: options.lang,
    isPartOf: publisher
      ? websiteId(address)
      : { '@type': 'WebSite', ...websiteId(address), name: options.name, url: home },
  };
  const own = page.kind === 'author' ? 'author' : 'person';
  const steps = [
    { name: options.name, url: home },
    ...above.map((step) => ({ name: step.name, url: addressOf(step.page, address)! })),
  ];
  return {
    ...head,
    jsonLd: {
      '@context': 'https://schema.org',
      '@graph': [
        ...(publisher ? [publisher, websiteOf(publisher, options, address)] : []),
        ...(profileOf
          ? [
              {
                '@type': 'ProfilePage',
                ...about,
                mainEntity: { ...profiled(profileOf, address), ...graphId(firstPage(page), own, address) },
              },
              list,
            ]
          : [{ '@type': 'CollectionPage', ...about, mainEntity: list }]),
        ...(page.kind === 'front' ? [] : [breadcrumbs([...steps, { name }])]),
      ],
    },
  };
}

/** The site, with where it is searched (schema.org, SearchAction). */
const websiteOf = (publisher: Publisher, { name, lang, search }: Options, address: AddressStyle) => ({
  '@type': 'WebSite',
  ...websiteId(address),
  name,
  url: addressOf(pages.front, address),
  inLanguage: lang,
  publisher: referenceTo(publisher),
  ...(search && {
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${addressOf(inItsLanguage('search', lang, { lang }), address)}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  }),
});

/** Whoever has several pages has one name. */
const firstPage = (page: Page): Page => ({ ...page, params: { ...page.params, number: undefined } });

function profiled(profile: Profile, { site }: AddressStyle): object {
  const { name, isOrganisation, url, jobTitle, biography, expertise = [], email, accounts = [], picture } = profile;
  return {
    '@type': isOrganisation ? 'Organization' : 'Person',
    name,
    ...(url && { url }),
    ...(jobTitle && !isOrganisation && { jobTitle }),
    ...(biography && { description: biography }),
    ...(expertise.length && { knowsAbout: expertise }),
    ...(email && { email }),
    ...(accounts.length && { sameAs: accounts }),
    ...(picture && { image: new URL(picture, site).href }),
  };
}
