import { createHash } from 'node:crypto';

/** A part of an archive that one machine builds: the second of four, for example. */
export interface Shard {
  /** From 1. */
  number: number;
  of: number;
}

/**
 * The part that a build is for, as `NUTGRAF_SHARD` says (`2/4`); `undefined` for the whole.
 *
 * @throws when it says anything else.
 */
export function shardIn(env: Readonly<Record<string, string | undefined>>): Shard | undefined {
  const given = env['NUTGRAF_SHARD'];
  if (!given) return undefined;
  const [number = 0, of = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(given) ?? []).slice(1).map(Number);
  if (number < 1 || number > of)
    throw new Error(`Unexpected “${given}” for NUTGRAF_SHARD: expected which part of how many, such as 2/4.`);
  return { number, of };
}

/** Whether a part has a story: each story is in one, whatever others there are, so that a new one moves none. */
export const hasStory = ({ number, of }: Shard, id: string): boolean =>
  createHash('sha256').update(id).digest().readUInt32BE() % of === number - 1;
