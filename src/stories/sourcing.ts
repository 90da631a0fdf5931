import type { SourceKind } from '../schema/source.ts';
import type { Source } from './source.ts';
import type { Story } from './story.ts';
import { formatDate } from '../strings/date.ts';
import { listFormat } from '../strings/intl.ts';
import { fill, plural } from '../strings/strings.ts';
import type { Strings } from '../strings/strings.ts';

/** How well a story is sourced, in one line made of facts; never a score. */
export function sourcingOf({ sources, lang }: Story, strings: Strings) {
  const unnamed = sources.filter((source) => source.unnamed).length;
  const kinds = [...new Set(sources.map(({ kind }) => kind))].map((kind: SourceKind) => {
    const ofKind = sources.filter((source) => source.kind === kind);
    const names = [...new Set(ofKind.map((source) => source.name))];
    return {
      kind,
      count: plural(strings.kindCounts[kind], ofKind.length, lang),
      names: listFormat(lang, 'unit').format(names),
    };
  });
  const line = [plural(strings.sourceCount, sources.length, lang), ...(unnamed ? [plural(strings.unnamedCount, unnamed, lang)] : [])];
  return { line: line.join(strings.comma), kinds };
}

/** What more there is to say of a source than its kind and name, in words. */
export function detailsOf({ name, person, title, description, unnamed, published }: Source, { lang }: Story, strings: Strings, timeZone: string): string {
  const who = person && person.name !== name ? fill(strings.byPerson, { person: person.name }) : undefined;
  const parts = [who, title && fill(strings.quoted, { text: title }), description, unnamed && strings.notNamed, published && formatDate(published, lang, timeZone)];
  return parts.filter(Boolean).join(strings.comma);
}

/** A phrase as a sentence begins. */
export const capitalised = (phrase: string, lang: string): string => {
  const [first = '', ...rest] = phrase;
  return first.toLocaleUpperCase(lang) + rest.join('');
};

/** The host of an address, as a reader knows it. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');
