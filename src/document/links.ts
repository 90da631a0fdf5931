import { anyOf, cut, errorAt } from './message.ts';
import type { Message } from './message.ts';
import type { Place } from './place.ts';
import { startOf } from './props.ts';
import type { Visit } from './visits.ts';

const protocols = ['http:', 'https:', 'mailto:', 'tel:'];

/** An address that could run code in the reader’s browser. */
export function checkAddress(address: string, place: Place): Message[] {
  // Browsers drop white space and control characters before they read the protocol.
  const protocol = /^[a-z][a-z0-9+.-]*:/i.exec(address.replace(/[\u0000-\u0020]/g, ''))?.[0].toLowerCase();
  if (!protocol || protocols.includes(protocol)) return [];
  const expected = `an address that begins with ${anyOf(protocols)}`;
  return [errorAt(place, 'link-safe', `Unexpected “${cut(protocol)}” in a link: expected ${expected}.`)];
}

/** The same of a link in Markdown. */
export const checkLink = ({ node }: Visit): Message[] =>
  node.type === 'link' || node.type === 'definition' ? checkAddress(node.url, startOf(node)) : [];
