import type { CorrectionKind } from '../schema/correction.ts';
import type { Outlet } from '../schema/outlet.ts';
import type { SourceKind } from '../schema/source.ts';
import type { Label } from '../schema/story.ts';
import { numberFormat, pluralRules } from './intl.ts';

/** A phrase that depends on a number, by the plural rules of its language (Unicode CLDR). */
export type Plural<Rules extends Intl.LDMLPluralRule = never> = Record<Rules | 'other', string>;

/** What is counted in the sourcing line: kinds of sources, with all that report the news in one. */
export type SourceGroup = Exclude<SourceKind, 'agency' | 'newspaper'>;

/** Sections whose heading the language has, where the writer gives none. */
export type Heading =
  | 'keyPoints'
  | 'whyItMatters'
  | 'officials'
  | 'timeline'
  | 'whatsNext'
  | 'whatWeKnow'
  | 'whatWeDontKnow'
  | 'background'
  | 'inNumbers'
  | 'questions'
  | 'perspectives'
  | 'whosWho'
  | 'process'
  | 'disclosure';

/**
 * Every word of the interface. A language is one file that is of this type, with the plural rules
 * that it has, so that a missing phrase is a type error. `{name}` is filled in.
 */
export interface Strings<Rules extends Intl.LDMLPluralRule = never> {
  /** Between parts of a line. */
  comma: string;
  /** Between the parts of a line that has commas. */
  semicolon: string;
  /** A title or a headline in quotation marks. */
  quoted: string;
  /** Words as a sentence, with the mark that ends it. */
  sentence: string;
  skip: string;
  /** What the links to a page in other languages are. */
  languages: string;
  /** What the links at the head of each page are. */
  site: string;
  /** What opens them on a phone. */
  menu: string;
  contents: string;
  /** A link to the story itself, where the system has no share sheet. */
  link: string;
  share: string;
  /** The choice between light and dark. */
  scheme: Record<'label' | 'auto' | 'light' | 'dark', string>;
  home: string;
  /** What a story is, above its headline; and what that means. */
  labels: Record<Label, string>;
  labelMeanings: Record<Label, string>;
  labelsTitle: string;
  by: string;
  published: string;
  updated: string;
  republished: string;
  firstPublishedBy: string;
  readingTime: Plural<Rules>;
  sources: string;
  sourceCount: Plural<Rules>;
  citationCount: Plural<Rules>;
  /** How well a story is sourced: “12 citations of 6 sources: 3 news organisations, 1 post”. */
  sourcing: string;
  reportCount: Plural<Rules>;
  /** Where there are more reports than organisations. */
  reportsFrom: string;
  unnamedCount: Plural<Rules>;
  paragraph: string;
  byPerson: string;
  notNamed: string;
  /** Why a source is not named. */
  notNamedFor: string;
  secondHand: string;
  secondHandFrom: string;
  pages: string;
  inLanguage: string;
  accessed: string;
  /** Of a story without any. */
  noSources: string;
  /** A link to our own page on an outlet or a person. */
  aboutSource: string;
  noAddress: string;
  read: string;
  archived: string;
  close: string;
  topics: string;
  credit: string;
  appearedFirst: string;
  appearedElsewhere: string;
  licence: string;
  licenceElsewhere: string;
  licenceNone: string;
  /** What only feeds, twins, newsletters and the republish kit say. */
  copies: {
    /** Of a story that computes. */
    program: string;
    /** In place of a picture, what it shows. */
    picture: string;
    feed: string;
    /** From the lite page to the full one. */
    full: string;
    /** From a letter to the page, and out of the list of those who get it. */
    web: string;
    unsubscribe: string;
    /** The title of the letter of a week. */
    digest: string;
    newsletters: string;
    /** What a republish kit asks of partners. */
    kit: Record<
      | 'title'
      | 'free'
      | 'credit'
      | 'verbatim'
      | 'changes'
      | 'allowed'
      | 'corrections'
      | 'search'
      | 'contact'
      | 'trade'
      | 'noTrade'
      | 'alike'
      | 'card'
      | 'copy'
      | 'copied'
      | 'story'
      | 'files'
      | 'pictures',
      string
    > & {
      rights: Record<'ours' | 'licensed' | 'no-copies', string>;
    };
  };
  quote: string;
  paraphrase: string;
  quoteOn: string;
  paraphraseOn: string;
  /** After a fact, its source: “according to Reuters”. */
  accordingTo: string;
  page: string;
  /** Below a chart or a table. */
  dataFrom: string;
  /** What opens the rows that a chart is drawn from. */
  dataTable: string;
  /** What a chart is called where it cannot be seen. */
  charts: Record<'bars' | 'lines' | 'steps' | 'areas' | 'dots', string>;
  /** A link to sound or film that stands elsewhere, and the head of what is said in it. */
  recordings: Record<'audio' | 'video', string>;
  transcript: string;
  /** What a map shows, where it cannot be seen. */
  mapOf: string;
  mapOfWith: string;
  mapWith: string;
  /** Who drew the boundaries of a map. */
  boundaries: string;
  terms: string;
  termsText: string;
  noteAbout: string;
  storiesUsing: string;
  /** What a shared note says of itself. */
  noteDated: string;
  noteSources: string;
  noteStories: string;
  definedBy: string;
  /** In place of a picture that copies may not have. */
  pictureLeftOut: string;
  /** How sure it is that a step comes when it is said to. */
  certainty: Record<'scheduled' | 'expected' | 'possible', string>;
  /** An event that lasted. */
  span: string;
  asOf: string;
  quoteTranslated: string;
  quoteTranslatedOn: string;
  original: string;
  /** The right of reply, in neutral wording. */
  responses: Record<'asked' | 'replied' | 'declined' | 'no-reply', string>;
  /** What stands before a claim, so that nobody takes it for the story’s own words. */
  claim: string;
  /** What is known of a claim. */
  claims: Record<'confirmed' | 'disputed' | 'unverified' | 'false', string>;
  /** Why a story is shown to the newsroom only. */
  held: Record<'draft' | 'scheduled', string>;
  /** Notes about changes to a story. */
  corrections: string;
  correctionsText: string;
  correctionsNone: string;
  correctionKinds: Record<CorrectionKind, string>;
  /** The title of a note in a feed. */
  correctionOf: string;
  said: string;
  saysNow: string;
  takenBack: string;
  history: string;
  historyText: string;
  firstVersion: string;
  sameText: string;
  /** The pages on how the newsroom works. */
  policies: string;
  outlets: string;
  people: string;
  authors: string;
  archive: string;
  /** The label of the links to lists. */
  browse: string;
  storyCount: Plural<Rules>;
  older: string;
  newest: string;
  /** The title of a numbered page of a list. */
  listPage: string;
  byTopic: string;
  allOn: string;
  onTopic: string;
  byAuthor: string;
  citing: string;
  saidBy: string;
  withPerson: string;
  /** For how long a role was held. */
  since: string;
  until: string;
  related: string;
  explainersOf: string;
  outletKinds: Record<Outlet['kind'], string>;
  latest: string;
  notFound: string;
  notFoundText: string;
  /** At the address of a page that the newsroom took down: {date}. */
  gone: string;
  /** The search page. */
  search: {
    title: string;
    about: string;
    label: string;
    all: string;
    facets: Record<'topic' | 'person' | 'outlet' | 'year', string>;
    found: Plural<Rules>;
    none: string;
    /** With `{asked}`, a word that no story has, and `{meant}`, the nearest that one has. */
    meant: string;
    more: string;
    noScript: string;
    missing: string;
    browse: string;
  };
  /** Headings of sections that the writer gave none. */
  sections: Record<Heading, string>;
  /** What a link back to a section says, where its heading is too long. */
  places: Partial<Record<Heading, string>>;
  /** What a source is. */
  kinds: Record<SourceKind, string>;
  kindCounts: Record<SourceGroup, Plural<Rules>>;
}

/** Fills `{name}` in a phrase. Numbers are given in the signs of the language: `numberFormat(lang)`. */
export const fill = (phrase: string, values: Record<string, string>): string =>
  phrase.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/**
 * A phrase in pieces, for markup that has an element where a word goes.
 *
 * `pieces('The post {headline} appeared', …)` gives the text and the names, in the language’s order.
 */
export const pieces = (phrase: string): { text: string; name?: string }[] =>
  [...phrase.matchAll(/([^{]*)(?:\{(\w+)\})?/g)]
    .filter(([whole]) => whole)
    .map(([, text = '', name]) => ({ text, ...(name && { name }) }));

/** The phrase for a number, with `{count}` filled in. */
export function plural(forms: Plural, count: number, lang: string): string {
  const form = (forms as Partial<Record<Intl.LDMLPluralRule, string>>)[pluralRules(lang).select(count)] ?? forms.other;
  return fill(form, { count: numberFormat(lang).format(count) });
}
