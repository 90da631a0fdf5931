import { z } from 'astro/zod';
import { toString } from 'mdast-util-to-string';
import { defineContract } from '../../src/document/contract.ts';
import type { Contract, Contracts } from '../../src/document/contract.ts';
import { reference, text } from '../../src/schema/fields.ts';

const common = { purpose: 'A test.', example: '', props: z.object({ title: text('a heading').optional() }) };

const list: Contract[] = [
  defineContract({ ...common, name: 'Section', place: 'section', holds: 'flow' }),
  defineContract({ ...common, name: 'Points', place: 'section', holds: 'list', limit: 2 }),
  defineContract({
    ...common,
    name: 'Quotes',
    place: 'section',
    holds: ['Quote', 'Aside'],
    // What was derived inside is there when the whole is put in order.
    arrange: (node) => {
      node.children = (node.children as unknown[]).reverse() as typeof node.children;
    },
  }),
  defineContract({
    ...common,
    name: 'Quote',
    place: 'part',
    role: 'statement',
    within: ['Quotes'],
    holds: 'flow',
    props: z.object({
      by: reference('people'),
      source: reference('sources').optional(),
      from: z.array(reference('people')).optional(),
    }),
    derive: (node) => ({ length: toString(node).length, loud: toString(node).includes('!') }),
  }),
  defineContract({ ...common, name: 'Aside', place: 'part', holds: 'flow' }),
  defineContract({
    ...common,
    name: 'Rule',
    place: 'part',
    holds: 'nothing',
    props: z.object({ size: z.number().optional() }),
  }),
  defineContract({
    ...common,
    name: 'Cite',
    place: 'inline',
    role: 'badge',
    holds: 'words',
    props: z.object({ id: reference('sources') }),
  }),
];

/** A small set of components, one for each thing that a contract can say. */
export const contracts: Contracts = new Map(list.map((contract) => [contract.name, contract]));
