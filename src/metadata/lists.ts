import type { Options } from '../options.ts';
import { addressOf, pages } from '../stories/address.ts';
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
  profileOf?: { name: string; isOrganisation: boolean; url?: string | undefined; jobTitle?: string | undefined };
}

/** The head of a page that lists stories: a schema.org `CollectionPage`, or `ProfilePage` for a person or author. */
export function listHead(
  { title, description, page, above = [], name, stories, profileOf }: ListPage,
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
    isPartOf: { '@type': 'WebSite', name: options.name, url: home },
  };
  const steps = [
    { name: options.name, url: home },
    ...above.map((step) => ({ name: step.name, url: addressOf(step.page, address)! })),
  ];
  return {
    ...head,
    jsonLd: {
      '@context': 'https://schema.org',
      '@graph': [
        ...(profileOf
          ? [{ '@type': 'ProfilePage', ...about, mainEntity: profiled(profileOf) }, list]
          : [{ '@type': 'CollectionPage', ...about, mainEntity: list }]),
        ...(page.kind === 'front' ? [] : [breadcrumbs([...steps, { name }])]),
      ],
    },
  };
}

const profiled = ({ name, isOrganisation, url, jobTitle }: NonNullable<ListPage['profileOf']>) => ({
  '@type': isOrganisation ? 'Organization' : 'Person',
  name,
  ...(url && { url }),
  ...(jobTitle && !isOrganisation && { jobTitle }),
});
