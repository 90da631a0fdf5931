import type { Options } from '../options.ts';
import { keyIdOf } from '../renderings/signature.ts';

/** `/.well-known/nutgraf.json`: the keys by which anybody can check a newsroom’s records, see docs/signed-copies.md. */
export const keysFile = ({ name, keys }: Pick<Options, 'name' | 'keys'>, corrections: string | undefined): string =>
  `${JSON.stringify(
    {
      newsroom: name,
      ...(corrections && { corrections }),
      keys: keys.map(({ publicKey, since, until }) => ({
        id: keyIdOf(publicKey),
        algorithm: 'Ed25519',
        publicKey,
        since,
        ...(until && { until }),
      })),
    },
    null,
    2,
  )}\n`;
