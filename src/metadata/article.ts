import type { Options } from '../options.ts';
import type { SourceKind } from '../schema/source.ts';
import type { Label } from '../schema/story.ts';
import { authorId, graphId } from './ids.ts';
import { zonedOf } from './instant.ts';
import { addressOf, pages } from '../stories/address.ts';
import type { AddressStyle, Page } from '../stories/address.ts';
import { correctionView } from '../stories/corrections.ts';
import type { Source } from '../stories/source.ts';
import type { Story, Telling } from '../stories/story.ts';
import { stringsFor } from '../strings/index.ts';

/** A story in the vocabulary of schema.org: for search engines, archives and whoever checks the news. */

const articleTypes: Record<Label, string> = {
  explainer: 'BackgroundNewsArticle',
  background: 'BackgroundNewsArticle',
  analysis: 'AnalysisNewsArticle',
  'fact-check': 'NewsArticle',
};

const sourceTypes: Partial<Record<SourceKind, string>> = {
  agency: 'NewsArticle',
  newspaper: 'NewsArticle',
  news: 'NewsArticle',
  data: 'Dataset',
  study: 'ScholarlyArticle',
  document: 'DigitalDocument',
  post: 'SocialMediaPosting',
};

/** A newsroom that publishes, with what is known of it. */
export interface Publisher {
  '@type': string;
  '@id'?: string;
  name: string;
}

/** The story itself. @param more what its own sections say of it, and the address of its picture. */
export function newsArticleOf(
  story: Story,
  publisher: Publisher,
  options: Options,
  address: AddressStyle,
  more: Telling & { image?: string | readonly string[] } = {},
): object {
  const {
    label,
    headline,
    description,
    lang,
    published,
    updated = published,
    authors,
    topics,
    people,
    sources,
    corrections,
    firstPublished,
    licence,
    document,
  } = story;
  const { timeZone } = options;
  const url = addressOf(pages.story(story), address);
  const mentioned = Object.entries(people);
  return {
    '@type': articleTypes[label],
    ...articleId(story, address),
    headline,
    description,
    inLanguage: lang,
    datePublished: zonedOf(published, timeZone),
    dateModified: zonedOf(updated, timeZone),
    author: authors.map(({ id, name, desk, url: page, accounts = [] }) => {
      // Where authors have no pages, the newsroom’s own desk is found at its front.
      const own = addressOf(pages.author(id), address) ?? page ?? (desk ? addressOf(pages.front, address) : undefined);
      const elsewhere = [...(page && page !== own ? [page] : []), ...accounts];
      return {
        '@type': desk ? 'Organization' : 'Person',
        ...authorId(id, address),
        name,
        ...(own && { url: own }),
        ...(elsewhere.length && { sameAs: elsewhere }),
      };
    }),
    publisher: referenceTo(publisher),
    ...(url && { mainEntityOfPage: url }),
    ...languagesOf(story, address),
    ...(topics.length && {
      articleSection: topics[0]!.name,
      keywords: topics.map(({ name }) => name),
      about: topics.map(({ id, name }) => ({
        '@type': 'Thing',
        ...graphId(pages.topic(id), 'topic', address),
        name,
        ...urlOf(pages.topic(id), address),
      })),
    }),
    ...(mentioned.length && {
      mentions: mentioned.map(([id, { name, institution }]) => ({
        '@type': institution ? 'Organization' : 'Person',
        ...graphId(pages.person(id), 'person', address),
        name,
        ...urlOf(pages.person(id), address),
      })),
    }),
    wordCount: document.words,
    ...(sources.length && { citation: sources.map(citationOf) }),
    ...(corrections.length && {
      correction: corrections.map((correction) => correctionComment(correction, story, options)),
    }),
    ...more,
    ...(firstPublished && { isBasedOn: basedOn(firstPublished) }),
    ...(licence?.url && !firstPublished && { license: licence.url }),
  };
}

const urlOf = (page: Page, address: AddressStyle): { url?: string } => {
  const url = addressOf(page, address);
  return url ? { url } : {};
};

const articleId = (story: Pick<Story, 'id' | 'published'>, address: AddressStyle) =>
  graphId(pages.story(story), 'article', address);

/** Something that the page’s graph has; as a whole where it has no name. */
export const referenceTo = (thing: Publisher): object => (thing['@id'] ? { '@id': thing['@id'] } : thing);

/** The same story in other languages: of the original its translations, of a translation the original. */
function languagesOf({ id, translationOf, translations = [] }: Story, address: AddressStyle): object {
  if (!address.site) return {};
  const others = translations
    .filter((one) => one.id !== id && (!translationOf || one.id === translationOf))
    .map((one) => ({
      '@type': 'NewsArticle',
      ...articleId(one, address),
      headline: one.headline,
      inLanguage: one.lang,
    }));
  if (!others.length) return {};
  return translationOf ? { translationOfWork: others[0] } : { workTranslation: others };
}

/** A source, as a work that the story cites; what nobody named stays so. */
function citationOf({
  name,
  kind,
  title,
  outlet,
  person,
  author,
  published,
  url,
  archived,
  pages: pagination,
  lang,
}: Source): object {
  const by = author ?? (person && person.name !== name ? person.name : undefined);
  return {
    '@type': sourceTypes[kind] ?? 'CreativeWork',
    name: title ?? name,
    ...(by && { author: { '@type': person?.institution && !author ? 'Organization' : 'Person', name: by } }),
    ...(outlet && title && { publisher: { '@type': 'Organization', name: outlet.name } }),
    ...(published && { datePublished: published }),
    ...(pagination && { pagination }),
    ...(lang && { inLanguage: lang }),
    ...(url && { url }),
    ...(archived && { archivedAt: archived }),
  };
}

/** A note about a change, in the same words as on the page. */
function correctionComment(correction: Story['corrections'][number], story: Story, { timeZone }: Options): object {
  const { kind, date, text } = correctionView(correction, { story, strings: stringsFor(story.lang), timeZone });
  return { '@type': 'CorrectionComment', name: kind, text, datePublished: zonedOf(date.iso, timeZone) };
}

const basedOn = ({ headline, outlet, url }: NonNullable<Story['firstPublished']>) => ({
  '@type': 'NewsArticle',
  headline,
  publisher: { '@type': 'NewsMediaOrganization', name: outlet.name },
  ...(url && { url }),
});

/** A claim of a story, and what was found of it. */
export interface CheckedClaim {
  words: string;
  status: 'confirmed' | 'disputed' | 'unverified' | 'false';
}

/** A review of each claim; only a fact check has reviews (developers.google.com, “Fact Check (ClaimReview)”). */
export function claimReviews(
  story: Story,
  claims: readonly CheckedClaim[],
  publisher: Publisher,
  { timeZone }: Options,
  address: AddressStyle,
): object[] {
  const url = addressOf(pages.story(story), address);
  if (story.label !== 'fact-check' || !url) return [];
  return claims.map(({ words, status }, index) => ({
    '@type': 'ClaimReview',
    ...graphId(pages.story(story), `claim-${index + 1}`, address),
    claimReviewed: words,
    itemReviewed: { '@type': 'Claim', text: words, inLanguage: story.lang },
    // A verdict in words: a figure would say more than was found.
    reviewRating: { '@type': 'Rating', alternateName: stringsFor(story.lang).claims[status] },
    author: referenceTo(publisher),
    datePublished: zonedOf(story.published, timeZone),
    inLanguage: story.lang,
    url,
  }));
}
