import { parseArgs } from 'node:util';
import { settingsIn } from '../integration/settings.ts';
import { headersFor, hosts } from '../outputs/hosting/headers.ts';
import type { Host } from '../outputs/hosting/headers.ts';
import { nearest } from '../schema/nearest.ts';

export const help = `nutgraf headers --for <${hosts.join('|')}>

Prints the headers that a server is to send with the site, for its settings. A build writes the file
_headers, which Netlify and Cloudflare read, itself. Nothing in them depends on what is published:
copy them once, and again when Nutgraf or the site’s settings change.`;

const isHost = (text: string): text is Host => (hosts as readonly string[]).includes(text);

/** `nutgraf headers`. @returns the code of the process: 2 for a host that is not known. */
export async function headers(args: string[], folder = process.cwd()): Promise<number> {
  const { values } = parseArgs({ args, options: { for: { type: 'string', default: '' } } });
  const host = values.for;
  if (!isHost(host)) {
    const guess = nearest(host, hosts);
    console.error(
      `Unknown host “${host}”: expected --for and one of ${hosts.join(', ')}.${guess ? ` Did you mean “${guess}”?` : ''}`,
    );
    return 2;
  }
  const { options, place } = await settingsIn(folder);
  process.stdout.write(headersFor(host, { ...place, prefix: options.prefix }, place.assets));
  return 0;
}
