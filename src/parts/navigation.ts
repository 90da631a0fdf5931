import type { Options } from '../options.ts';
import { pathTo } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import type { Strings } from '../strings/strings.ts';

/** The links at the head of each page: the newsroom’s, else ours. */
export function navigationOf({ navigation }: Options, address: AddressStyle, _strings: Strings): { label: string; href: string }[] {
  return navigation?.map(({ label, to }) => ({ label, href: to.startsWith('/') ? pathTo(to, address) : to })) ?? [];
}
