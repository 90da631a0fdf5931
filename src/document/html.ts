import { nearest } from '../schema/nearest.ts';
import { allowedEverywhere, allowedHtml } from './allowed-html.ts';
import type { Contracts } from './contract.ts';
import { checkAddress } from './links.ts';
import { insteadOf } from './mended-html.ts';
import { anyOf, cut, errorAt } from './message.ts';
import type { Message } from './message.ts';
import { startOf } from './props.ts';
import type { Props } from './props.ts';
import type { Tag } from './visits.ts';

/** HTML that a story may not write. */
export function checkHtml({ kind, node, name, props }: Tag, contracts: Contracts): Message[] {
  if (kind !== 'html') return [];
  const attributes = allowedHtml.get(name);
  if (attributes) return checkAttributes(name, props, [...attributes, ...allowedEverywhere]);
  const mended = insteadOf(name, (prop) => props.values[prop]);
  if (mended) return [errorAt(startOf(node), 'html-allowed', `Unexpected HTML <${name}>: expected ${mended}.`)];
  const expected = 'Markdown, a component, or HTML of a sentence such as <sub> or <time>';
  const meant = nearest(name, [...contracts.keys(), ...allowedHtml.keys()]);
  return [errorAt(startOf(node), 'html-allowed', `Unexpected HTML <${name}>: expected ${expected}.`, meant)];
}

function checkAttributes(name: string, { places, values, computed }: Props, known: readonly string[]): Message[] {
  return Object.entries(places).flatMap(([attribute, place]) => {
    const value = values[attribute];
    if (!known.includes(attribute)) {
      const reason = `Unexpected attribute “${cut(attribute)}” on <${name}>: expected ${anyOf(known)}.`;
      return [errorAt(place, 'html-allowed', reason, nearest(attribute, known))];
    }
    if (typeof value === 'string') return isAddress(attribute) ? checkAddress(value, place) : [];
    if (computed.includes(attribute)) return [];
    const reason = `Unexpected value for “${attribute}” on <${name}>: expected text in quotation marks.`;
    return [errorAt(place, 'html-allowed', reason)];
  });
}

const isAddress = (attribute: string) => attribute === 'href' || attribute === 'cite';
