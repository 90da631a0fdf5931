import { expect, test } from 'vitest';
import { applyRules } from '../../src/desk/desk.ts';
import { proseOf } from '../../src/desk/prose.ts';
import { isError } from '../../src/document/message.ts';
import { readStory } from '../../src/document/read.ts';
import { storySchema } from '../../src/schema/story.ts';
import { contracts } from '../support/newsroom.ts';
import { newsdesk, storyOf } from '../support/desk.ts';
import { nearMisses, planted, plantedRegistries } from '../support/planted.ts';

/** Mistakes that were put into stories by hand, each of which the desk has to find, and what only looks like one. */

/** The rules that say something of a story. */
function told([above, body]: readonly [string, string]): string[] {
  const reading = readStory(storyOf(above, body), storySchema, contracts);
  expect(reading.messages.filter(isError), body).toEqual([]);
  const prose = proseOf(reading, storySchema.parse(reading.data), { ...newsdesk, registries: plantedRegistries })!;
  return applyRules(prose).map(({ ruleId }) => ruleId);
}

test.each(planted)('$rule finds: $body', ({ rule, above, body }) => {
  expect(told([above, body])).toContain(rule);
});

test.each(nearMisses)('$rule lets pass: $body', ({ rule, above, body }) => {
  expect(told([above, body])).not.toContain(rule);
});
