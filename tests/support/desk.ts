import { expect } from 'vitest';
import { applyRules, rules } from '../../src/desk/desk.ts';
import { proseOf } from '../../src/desk/prose.ts';
import type { DeskContext } from '../../src/desk/prose.ts';
import { isError } from '../../src/document/message.ts';
import type { Message } from '../../src/document/message.ts';
import { readStory } from '../../src/document/read.ts';
import { storySchema } from '../../src/schema/story.ts';
import { contracts } from './newsroom.ts';

/** The newsroom whose stories the desk’s tests read. */
export const newsdesk: DeskContext = {
  lang: 'en',
  today: '2026-01-10',
  registries: {
    outlets: new Map([['reuters', { name: 'Reuters', kind: 'agency' }]]),
    people: new Map([
      [
        'jane-doe',
        {
          name: 'Jane Doe',
          roles: [
            { title: 'Mayor', from: '2020', to: '2023' },
            { title: 'Governor', from: '2024' },
          ],
        },
      ],
    ]),
    authors: new Map(),
    topics: new Map(),
    terms: new Map(),
  },
};

const defaults: Record<string, string> = {
  headline: 'The council votes on a bridge',
  description: 'A sentence about it.',
  published: '2026-01-08',
  authors: '[desk]',
  sources: '\n  reuters: { outlet: reuters }\n  jane: { by: jane-doe, kind: speech }',
};

/** A story of an example: the keys that it brings stand in place of the newsroom’s. */
export function storyOf(above: string, body: string): string {
  const own = new Set([...above.matchAll(/^\w+/gm)].map(([key]) => key));
  const others = Object.entries(defaults)
    .filter(([key]) => !own.has(key))
    .map(([key, value]) => `${key}: ${value}`);
  return `---\n${[...others, ...(above ? [above] : [])].join('\n')}\n---\n${body}\n`;
}

/** Settings in which one rule alone speaks. */
export const settings = (only: string) =>
  Object.fromEntries(rules.map(({ name, severity }) => [name, name === only ? severity : 'off'] as const));

/** What one rule says of a story that is right otherwise. */
export function check(contents: string, only: string, more: Partial<DeskContext> = {}): Message[] {
  const reading = readStory(contents, storySchema, contracts);
  const errors = reading.messages.filter(isError);
  expect(errors, contents).toEqual([]);
  return applyRules(proseOf(reading, storySchema.parse(reading.data), { ...newsdesk, ...more })!, settings(only));
}
