import type { Options } from '../options.ts';
import { linkTo, pages, pathTo } from './address.ts';
import type { AddressStyle } from './address.ts';

/** A link at the head of each page. */
export interface NavigationLink {
  label: string;
  href: string;
}

/** The links at the head of each page: the newsroom’s, else its sections. */
export const navigationOf = (
  { navigation }: Pick<Options, 'navigation'>,
  address: AddressStyle,
  sections: readonly { id: string; name: string }[],
): NavigationLink[] =>
  navigation
    ? navigation.map(({ label, to }) => ({ label, href: to.startsWith('/') ? pathTo(to, address) : to }))
    : sections.flatMap(({ id, name }) => {
        const href = linkTo(pages.topic(id), address);
        return href ? [{ label: name, href }] : [];
      });

/** Whether two paths are of the same page, whichever way a host writes them. */
export const isSamePage = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (path: string) => decodeURI(path).replace(/(\/|\/index\.html|\.html)$/, '');
