import { describe, expect, test } from 'vitest';
import { hasStory, shardIn } from '../../src/integration/shard.ts';

describe('a part of an archive', () => {
  test('is named by NUTGRAF_SHARD', () => {
    expect(shardIn({})).toBeUndefined();
    expect(shardIn({ NUTGRAF_SHARD: '' })).toBeUndefined();
    expect(shardIn({ NUTGRAF_SHARD: '2/4' })).toEqual({ number: 2, of: 4 });
  });

  test.each(['0/4', '5/4', '2', '2/', 'two/four', '1/0', '-1/4', '1/1000'])('is not “%s”', (given) =>
    expect(() => shardIn({ NUTGRAF_SHARD: given })).toThrow(
      `Unexpected “${given}” for NUTGRAF_SHARD: expected which part of how many, such as 2/4.`,
    ),
  );

  test('has each story once, and about as many as the others', () => {
    const ids = Array.from({ length: 1000 }, (_, number) => `story-${number}`);
    const parts = [1, 2, 3, 4].map((number) => ids.filter((id) => hasStory({ number, of: 4 }, id)));
    expect(parts.flat().toSorted()).toEqual(ids.toSorted());
    for (const part of parts) expect(Math.abs(part.length - 250)).toBeLessThan(50);
  });
});
