import type { Options } from '../options.ts';
import { inItsLanguage, pathOf, pathTo } from './address.ts';
import type { AddressStyle } from './address.ts';
import { stringsFor } from '../strings/index.ts';

/** The links at the head of each page: the newsroom’s, else to the search. */
export function navigationOf(options: Options, address: AddressStyle, lang: string): { label: string; href: string }[] {
  const { navigation, search } = options;
  if (navigation)
    return navigation.map(({ label, to }) => ({ label, href: to.startsWith('/') ? pathTo(to, address) : to }));
  return search
    ? [{ label: stringsFor(lang).search.title, href: pathOf(inItsLanguage('search', lang, options), address) }]
    : [];
}
