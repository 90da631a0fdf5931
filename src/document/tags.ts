import type { z } from 'astro/zod';
import { nearest } from '../schema/nearest.ts';
import type { Contract, Contracts } from './contract.ts';
import { anyOf, errorAt } from './message.ts';
import type { Message } from './message.ts';
import { startOf } from './props.ts';
import { checkValue, isMissing } from './values.ts';
import type { ComponentTag, Tag } from './visits.ts';

/** A tag that is neither HTML nor one of the newsroom’s components. */
export function checkKnown({ kind, name, node }: Tag, contracts: Contracts): Message[] {
  if (kind !== 'unknown') return [];
  const known = [...contracts.keys()];
  const reason = `Unexpected component <${name}>: expected ${anyOf(known)}.`;
  return [errorAt(startOf(node), 'component-known', reason, nearest(name, known))];
}

/** Props that were typed twice. */
export const checkTwice = ({ name, props }: Tag): Message[] =>
  props.twice.map((twice) => {
    const reason = `Unexpected second “${twice.name}” on <${name}>: expected each prop once.`;
    return errorAt(twice, 'prop-once', reason);
  });

/** What is wrong with the props of a component, by its contract. */
export function checkProps({ node, contract, props }: ComponentTag): Message[] {
  const computed = Object.fromEntries(props.computed.map((name) => [name, undefined]));
  const given: unknown = Object.assign(Object.create(null), props.values, computed);
  // A prop that code computes may well be set, and right.
  const mayBeThere = (prop: string) =>
    props.spread || (prop ? props.computed.includes(prop) : props.computed.length > 0);
  return checkValue(strictPropsOf(contract), given, {
    noun: 'prop',
    where: ` on <${contract.name}>`,
    placeOf: ([prop = '']) => props.places[prop] ?? startOf(node),
  }).filter((message) => !(isMissing(message) && mayBeThere(String(message.path[0] ?? ''))));
}

const strictProps = new WeakMap<Contract, z.ZodType>();

/** The schema of a contract’s props that refuses unknown ones. Made once: zod compiles each schema on its first use. */
function strictPropsOf(contract: Contract): z.ZodType {
  const made = strictProps.get(contract) ?? contract.props.strict();
  strictProps.set(contract, made);
  return made;
}
