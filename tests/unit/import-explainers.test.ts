import { describe, expect, test } from 'vitest';
import { Kit } from '../../src/commands/import/recognised/kit.ts';
import { Registry } from '../../src/commands/import/recognised/registry.ts';
import { toMdxStory } from '../../src/commands/import/story.ts';
import { plainText } from '../../src/commands/import/forms/text.ts';
import { contracts } from '../support/newsroom.ts';
import { plainExplainers } from '../support/explainers.ts';

describe.each(plainExplainers)('$style', ({ text, quotations, attributions }) => {
  const draft = async () => {
    const { items } = await plainText(new TextEncoder().encode(text), 'story.txt', 'story');
    const registry = new Registry({ outlets: new Map(), people: new Map(), authors: new Map(), topics: new Map() });
    return toMdxStory(
      await items[0]!.read(),
      {
        registry,
        kit: new Kit(contracts),
        lang: 'en',
        author: 'desk',
        today: '2026-03-03',
        path: '/story.txt',
        id: 'story',
      },
      'short lines',
      'all',
    );
  };

  test.each(quotations)('“%s …”: %s', async (words, speaker) => {
    const { body } = await draft();
    const at = body.indexOf(words);
    const start = body.lastIndexOf('\n\n', at);
    expect(body.slice(start, body.indexOf('\n\n', at))).toMatch(
      new RegExp(`(?:by|id)="${speaker.toLowerCase().replaceAll(' ', '-')}"`),
    );
  });

  test('every attribution, and nothing else is a person', async () => {
    const { body, data } = await draft();
    const found = attributions.filter((name) =>
      new RegExp(
        `<Source id="[^"]+">(?:[Tt]he |a )?${name.replace(/^The /, '')}|source="${name.toLowerCase().replaceAll(' ', '-')}"`,
      ).test(body),
    );
    expect(found).toEqual(attributions);
    const people = Object.values(data['sources'] as Record<string, { by?: string }>).flatMap(({ by }) => by ?? []);
    const speakers = new Set(quotations.map(([, speaker]) => speaker.toLowerCase().replaceAll(' ', '-')));
    expect(people.filter((id) => !speakers.has(id))).toEqual([]);
  });

  test('nothing is out of its order', async () => {
    const { body } = await draft();
    const places = quotations.map(([words]) => body.indexOf(words));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });
});
