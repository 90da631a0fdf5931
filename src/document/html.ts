import { nearest } from '../schema/nearest.ts';
import { anyOf, cut } from './message.ts';
import type { ComponentNode, Contracts } from './contract.ts';
import type { Place } from './place.ts';
import type { RuleId } from './rule-ids.ts';
import { startOf } from './props.ts';
import type { Props } from './props.ts';

/** How a check tells of what it found. */
export type Report = (place: Place, rule: RuleId, reason: string, suggestion?: string) => void;

/**
 * The HTML that a story may write itself: what Markdown has no sign for. All of it stands in
 * sentences; everything else is a component’s work, so that each output can render it.
 */
const allowed = new Map<string, readonly string[]>(
  Object.entries({
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
  }),
);
const everywhere = ['lang', 'dir', 'title'];

export const isAllowedHtml = (name: string | null): boolean => allowed.has(name ?? '');

const protocols = ['http:', 'https:', 'mailto:', 'tel:'];

/** Reports an address that could run code in the reader’s browser. */
export function checkAddress(address: string, place: Place, report: Report): void {
  // Browsers drop white space and control characters before they read the protocol.
  const protocol = /^[a-z][a-z0-9+.-]*:/i.exec(address.replace(/[\u0000-\u0020]/g, ''))?.[0].toLowerCase();
  if (protocol && !protocols.includes(protocol)) {
    report(
      place,
      'link-safe',
      `Unexpected “${cut(protocol)}” in a link: expected an address that begins with ${anyOf(protocols)}.`,
    );
  }
}

/** A picture’s address as a path: Markdown writes a space in it as `%20`. */
export function picturePath(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** Reports HTML that a story may not write. */
export function checkHtml(node: ComponentNode, props: Props, contracts: Contracts, report: Report): void {
  const name = node.name ?? '';
  const attributes = allowed.get(name);
  if (!attributes) {
    const suggestion = nearest(name, [...contracts.keys(), ...allowed.keys()]);
    report(
      startOf(node),
      'html-allowed',
      `Unexpected HTML <${name}>: expected Markdown, a component, or HTML of a sentence such as <sub> or <time>.`,
      suggestion,
    );
    return;
  }
  const known = [...attributes, ...everywhere];
  for (const [attribute, place] of Object.entries(props.places)) {
    const value = props.values[attribute];
    if (!known.includes(attribute)) {
      report(
        place,
        'html-allowed',
        `Unexpected attribute “${cut(attribute)}” on <${name}>: expected ${anyOf(known)}.`,
        nearest(attribute, known),
      );
    } else if (typeof value !== 'string') {
      if (!props.computed.includes(attribute))
        report(
          place,
          'html-allowed',
          `Unexpected value for “${attribute}” on <${name}>: expected text in quotation marks.`,
        );
    } else if (attribute === 'href' || attribute === 'cite') checkAddress(value, place, report);
  }
}
