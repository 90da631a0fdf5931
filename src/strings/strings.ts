import type { SourceKind } from '../schema/source.ts';
import { numberFormat, pluralRules } from './intl.ts';

/** A phrase that depends on a number, by the plural rules of its language (Unicode CLDR). */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/**
 * Every word of the interface. A language is one file that is of this type, so that a missing
 * phrase is a type error. `{name}` is filled in.
 */
export interface Strings {
  skip: string;
  home: string;
  explainer: string;
  by: string;
  published: string;
  updated: string;
  republished: string;
  firstPublishedBy: string;
  readingTime: Plural;
  sources: string;
  sourceCount: Plural;
  unnamedCount: Plural;
  source: string;
  paragraph: string;
  byPerson: string;
  notNamed: string;
  noAddress: string;
  read: string;
  archived: string;
  close: string;
  topics: string;
  credit: string;
  appearedFirst: string;
  licence: string;
  licenceElsewhere: string;
  licenceNone: string;
  quote: string;
  paraphrase: string;
  quoteOn: string;
  paraphraseOn: string;
  /** Between a fact and its source: “according to Reuters”. */
  accordingTo: string;
  page: string;
  /** The right of reply, in neutral wording. */
  responses: Record<'asked' | 'replied' | 'declined' | 'no-reply', string>;
  /** What is known of a claim. */
  claims: Record<'confirmed' | 'disputed' | 'unverified' | 'false', string>;
  latest: string;
  notFound: string;
  notFoundText: string;
  /** Headings of sections that the writer gave none. */
  sections: Record<string, string>;
  /** What a link back to a section says, where its heading is too long. */
  places: Record<string, string>;
  /** What a source is. */
  kinds: Record<SourceKind, string>;
  kindCounts: Record<SourceKind, Plural>;
}

/** Fills `{name}` in a phrase. */
export const fill = (phrase: string, values: Record<string, string | number>): string =>
  phrase.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

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
  const form = forms[pluralRules(lang).select(count)] ?? forms.other;
  return fill(form, { count: numberFormat(lang).format(count) });
}
