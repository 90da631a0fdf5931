import { nearest } from '../schema/nearest.ts';
import { anyOf } from '../schema/problems.ts';
import type { ComponentNode } from './contract.ts';
import type { Place } from './frontmatter.ts';
import { startOf } from './props.ts';
import type { Props } from './props.ts';

type Report = (place: Place, rule: string, reason: string, suggestion?: string) => void;

/**
 * The HTML that a story may write itself: what Markdown has no sign for. Everything else is a
 * component’s work, so that each output can render it.
 */
const allowed: Record<string, readonly string[]> = {
  a: ['href'],
  abbr: [],
  b: [],
  bdi: [],
  br: [],
  cite: [],
  del: ['datetime'],
  em: [],
  i: [],
  ins: ['datetime'],
  kbd: [],
  mark: [],
  q: ['cite'],
  s: [],
  small: [],
  span: [],
  strong: [],
  sub: [],
  sup: [],
  time: ['datetime'],
  wbr: [],
};
const everywhere = ['lang', 'dir', 'title'];

const protocols = ['http:', 'https:', 'mailto:', 'tel:'];

/** Reports an address that could run code in the reader’s browser. */
export function checkAddress(address: string, place: Place, report: Report): void {
  // Browsers drop white space and control characters before they read the protocol.
  const protocol = /^[a-z][a-z0-9+.-]*:/i.exec(address.replace(/[\u0000-\u0020]/g, ''))?.[0].toLowerCase();
  if (protocol && !protocols.includes(protocol)) {
    report(place, 'link-safe', `Unexpected “${protocol}” in a link: expected an address that begins with ${anyOf(protocols)}`);
  }
}

/** Reports HTML that a story may not write. */
export function checkHtml(node: ComponentNode, props: Props, report: Report): void {
  const name = node.name ?? '';
  const attributes = allowed[name];
  if (!attributes) {
    report(startOf(node), 'html-allowed', `Unexpected HTML element <${name}>: expected a component or one of ${anyOf(Object.keys(allowed))}.`, nearest(name, Object.keys(allowed)));
    return;
  }
  const known = [...attributes, ...everywhere];
  for (const [attribute, place] of Object.entries(props.places)) {
    if (!known.includes(attribute)) {
      report(place, 'html-allowed', `Unexpected attribute “${attribute}” on <${name}>: expected ${anyOf(known)}.`, nearest(attribute, known));
    }
  }
  const { href } = props.values;
  if (typeof href === 'string') checkAddress(href, props.places['href'] ?? startOf(node), report);
}
