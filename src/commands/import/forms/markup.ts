import { toString } from 'mdast-util-to-string';
import { fragmentOf } from './html.ts';

/** Words of a title or summary that may be HTML; a “<” of no tag that stands in a sentence is a sign. */
export const plain = (markup: string): string =>
  /[<&]/.test(markup)
    ? fragmentOf(markup.replace(/<(?!\/?(?:a|b|br|cite|em|i|p|q|small|span|strong|sub|sup|u)\b)/gi, '&lt;'))
        .blocks.map((block) => toString(block))
        .join(' ')
        .trim()
    : markup;

/** The hosts of addresses, without “www.”; what is no address has none. */
export const hostsOf = (...addresses: (string | null | undefined)[]): string[] => [
  ...new Set(
    addresses.flatMap((address) =>
      address && URL.canParse(address) ? [new URL(address).hostname.replace(/^www\./, '')] : [],
    ),
  ),
];
