import { getCollection } from 'astro:content';
import { z } from 'astro/zod';
import nutgraf from 'nutgraf';
import { defineContract } from 'nutgraf/contract';

import cityName from './nutgraf/rules/city-name';
import headOf from './nutgraf/page';

/** Mistakes that are only seen where Nutgraf’s types are: without them, nothing here is an error. */

const contract = { name: 'Verdict', purpose: '', place: 'section', holds: 'flow', props: z.object({}), example: '' } as const;

// @ts-expect-error
nutgraf({ nam: 'Elsewhere' });

// @ts-expect-error
defineContract({ ...contract, place: 'attic' });

// @ts-expect-error
defineContract({ ...contract, derive: (node) => ({ parts: node.childs.length }) });

// @ts-expect-error
cityName.check(5);

// @ts-expect-error
(await headOf({ head: {}, lang: 'en', path: '/' })).titles;

for (const { data } of await getCollection('explainers')) {
  // @ts-expect-error
  data.headlines;
  // @ts-expect-error
  data.document.digests;
}
