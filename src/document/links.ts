import { hasCredentials } from '../schema/fields.ts';
import { anyOf, cut, errorAt } from './message.ts';
import type { Message } from './message.ts';
import type { Place } from './place.ts';
import { startOf } from './props.ts';
import type { Visit } from './visits.ts';

const protocols = ['http:', 'https:', 'mailto:', 'tel:'];

/** What is wrong with an address, as “Unexpected …: expected …” has it. */
interface AddressFault {
  got: string;
  expected: string;
}

/**
 * The one answer to whether a link may have an address: it has to be safe in a reader’s browser, and
 * such that every copy can write it in full. Paths and fragments of the site are addresses, too.
 *
 * @returns nothing where it is fine.
 */
export function addressFault(address: string): AddressFault | undefined {
  // Browsers drop white space and control characters before they read the protocol.
  const bare = address.replace(/[\u0000-\u0020]/g, '');
  if (!bare) return { got: 'link without an address', expected: 'one such as https://example.org/page' };
  if (hasCredentials(bare))
    return { got: 'address with a name or a password in it', expected: 'one that every reader may see' };
  const protocol = /^[a-z][a-z0-9+.-]*:/i.exec(bare)?.[0].toLowerCase();
  if (protocol && !protocols.includes(protocol)) {
    return { got: `“${cut(protocol)}” in a link`, expected: `an address that begins with ${anyOf(protocols)}` };
  }
  return URL.canParse(bare, 'https://site.example/')
    ? undefined
    : { got: `address “${cut(address)}”`, expected: 'one with a host, such as https://example.org/page' };
}

/** A message about an address that no link may have. */
export function checkAddress(address: string, place: Place): Message[] {
  const fault = addressFault(address);
  return fault ? [errorAt(place, 'link-safe', `Unexpected ${fault.got}: expected ${fault.expected}.`)] : [];
}

/** A message about the address of a link in Markdown. */
export const checkLink = ({ node }: Visit): Message[] =>
  node.type === 'link' || node.type === 'definition' ? checkAddress(node.url, startOf(node)) : [];

/** A link to somewhere within the site, and where it stands. */
export interface PlacedLink extends Place {
  url: string;
}

/** The links of a text that lead to somewhere within the site, or on its own page. */
export function linksWithin(visits: readonly Visit[]): PlacedLink[] {
  const used = new Set(visits.flatMap(({ node }) => (node.type === 'linkReference' ? node.identifier : [])));
  return visits.flatMap(({ node, tag }): PlacedLink[] => {
    if (node.type === 'link') return within(node.url, startOf(node));
    // What only pictures name is the path of a file.
    if (node.type === 'definition') return used.has(node.identifier) ? within(node.url, startOf(node)) : [];
    const href = tag?.kind === 'html' && tag.name === 'a' ? tag.props.values['href'] : undefined;
    return typeof href === 'string' ? within(href, tag?.props.places['href'] ?? startOf(node)) : [];
  });
}

const within = (url: string, place: Place): PlacedLink[] =>
  addressFault(url) || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url.trim()) ? [] : [{ url: url.trim(), ...place }];
