import type { SourceKind } from '../schema/source.ts';
import { formatDate } from '../strings/date.ts';
import { languageNames, listFormat } from '../strings/intl.ts';
import { fill, plural } from '../strings/strings.ts';
import type { SourceGroup, Strings } from '../strings/strings.ts';
import type { Source } from './source.ts';
import type { Text } from './story.ts';

const groupOf = (kind: SourceKind): SourceGroup => (kind === 'agency' || kind === 'newspaper' ? 'news' : kind);

const distinct = <Name extends string>(names: Name[]) => [...new Set(names)];

/**
 * How well a story is sourced, made of facts and never a score: in a few words, in one line, and in a
 * row for each kind of source.
 */
export function sourcingOf({ sources, document, lang }: Text, strings: Strings) {
  const unnamed = sources.filter((source) => source.unnamed).length;
  /** The kinds, the one with most sources first. */
  const ranked = <Kind extends string>(kinds: Kind[]) =>
    distinct(kinds).toSorted(
      (a, b) => kinds.filter((kind) => kind === b).length - kinds.filter((kind) => kind === a).length,
    );
  const line = fill(strings.sourcing, {
    citations: plural(strings.citationCount, document.citations.length, lang),
    sources: plural(strings.sourceCount, sources.length, lang),
    kinds: ranked(sources.map(({ kind }) => groupOf(kind)))
      .map((group) => countOf(group, sources, strings, lang))
      .join(strings.comma),
  });
  const rows = ranked(sources.map(({ kind }) => kind)).map((kind) => {
    const ofKind = sources.filter((source) => source.kind === kind);
    return {
      kind,
      word: strings.kinds[kind],
      names: listFormat(lang, 'unit').format(distinct(ofKind.map((source) => nameOf(source, strings)))),
    };
  });
  const brief = [
    plural(strings.sourceCount, sources.length, lang),
    ...(unnamed ? [plural(strings.unnamedCount, unnamed, lang)] : []),
  ].join(strings.comma);
  return { brief: sources.length ? brief : strings.noSources, line: sources.length ? line : undefined, rows };
}

/** “2 official statements”; of news reports, the organisations count that they come from. */
function countOf(group: SourceGroup, sources: readonly Source[], strings: Strings, lang: string): string {
  const members = sources.filter(({ kind }) => groupOf(kind) === group);
  if (group !== 'news') return plural(strings.kindCounts[group], members.length, lang);
  const houses = distinct(members.map(({ outlet, name }) => outlet?.name ?? name)).length;
  const organisations = plural(strings.kindCounts.news, houses, lang);
  return houses === members.length
    ? organisations
    : fill(strings.reportsFrom, { reports: plural(strings.reportCount, members.length, lang), organisations });
}

/** Whether the words of a source are not on the record first-hand: its badge is dotted. */
export const isUnsettled = ({ unnamed, quotedBy }: Source): boolean => unnamed || quotedBy !== undefined;

const nameOf = (source: Source, strings: Strings) => {
  const marks = [source.unnamed && strings.notNamed, source.quotedBy && strings.secondHand].filter(
    (mark) => mark !== false && mark !== undefined,
  );
  return marks.length ? `${source.name} (${marks.join(strings.comma)})` : source.name;
};

/** What a badge says of its source by a word: its kind, and what keeps it from being settled. */
export const kindInWords = ({ kind, unnamed, quotedBy }: Source, strings: Strings): string =>
  [strings.kinds[kind], unnamed && strings.notNamed, quotedBy && strings.secondHand]
    .filter(Boolean)
    .join(strings.comma);

/** What more there is to say of a source than its kind and name, in words; may be empty. */
export function detailsOf(source: Source, { lang }: { lang: string }, strings: Strings, timeZone: string): string {
  const {
    name,
    person,
    title,
    author,
    description,
    unnamed,
    anonymity = '',
    quotedBy,
    published,
    accessed,
    pages,
  } = source;
  const by = author ?? (person && person.name !== name ? person.name : undefined);
  const parts = [
    by && fill(strings.byPerson, { person: by }),
    title && fill(strings.quoted, { text: title }),
    description,
    pages && (/^\w+$/.test(pages) ? fill(strings.page, { page: pages }) : fill(strings.pages, { pages })),
    published && formatDate(published, lang, timeZone),
    source.lang &&
      source.lang !== lang &&
      fill(strings.inLanguage, { language: languageNames(lang).of(source.lang) ?? source.lang }),
    accessed && fill(strings.accessed, { date: formatDate(accessed, lang, timeZone) }),
    quotedBy && fill(strings.secondHandFrom, { outlet: quotedBy.name }),
    unnamed && fill(strings.notNamedFor, { reason: anonymity }),
  ];
  return parts.filter(Boolean).join(strings.comma);
}

/** All that a list of sources says of one after its name; of a person, the name says the kind. */
export const sourceLine = (source: Source, text: { lang: string }, strings: Strings, timeZone: string): string =>
  [
    source.kind === 'person' ? '' : strings.kinds[source.kind].toLocaleLowerCase(text.lang),
    detailsOf(source, text, strings, timeZone),
  ]
    .filter(Boolean)
    .join(strings.comma);

/** A phrase as a sentence begins. */
export const capitalised = (phrase: string, lang: string): string => {
  const [first = '', ...rest] = phrase;
  return first.toLocaleUpperCase(lang) + rest.join('');
};

/** The host of an address, as a reader knows it. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');
