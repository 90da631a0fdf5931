import { x } from 'xastscript';
import type { Options } from '../options.ts';
import { hrefOf, pages } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import { toXml } from './xml.ts';

/** How a browser searches the site from its own field (OpenSearch 1.1, draft 6): names of 16 letters at the most. */
export function toOpenSearch({ name, tagline = name, lang }: Options, address: AddressStyle): string {
  const page = hrefOf(pages.search(), address);
  const [short = name] = new RegExp('^.{1,16}(?=\\s|$)', 'u').exec(name) ?? [name.slice(0, 16)];
  return toXml(
    x('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
      x('ShortName', short),
      x('LongName', name.slice(0, 48)),
      x('Description', tagline.slice(0, 1024)),
      x('Language', lang),
      x('InputEncoding', 'UTF-8'),
      x('Url', { type: 'text/html', method: 'get', template: `${page}?q={searchTerms}` }),
    ]),
  );
}
