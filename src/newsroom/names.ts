import { errorAt } from '../document/message.ts';
import type { Message } from '../document/message.ts';

/**
 * Letters, marks and digits of any script, what joins them in Persian and Hindi, and signs that disks
 * and addresses take as they are.
 */
const allowed = /[\p{L}\p{M}\p{N} _.,'’&()+!~=@$–—·-]|\u200C|\u200D/u;
const begins = /^[\p{L}\p{N}]/u;

/** Kept by Windows for devices, whatever follows a dot (learn.microsoft.com, “Naming Files, Paths, and Namespaces”). */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;

/** What files of a site end in: a folder of that name would stand in a file’s place. */
const endings = /\.(?:md|mdx|txt|html?|xml|json|ya?ml|css|js|csv|png|jpe?g|webp|avif|gif|svg)$/i;

/** A file’s name with `.txt` has to be at most 255 bytes, and an encoded letter of an address is up to 9. */
const MOST_BYTES = 200;

const top = { line: 1, column: 1 };

const bytesIn = (text: string) => Buffer.byteLength(text);

/** The nearest name that may be one. */
function better(name: string): string | undefined {
  const sound = [...name.normalize('NFC').replace(/%[0-9a-f]{2}/gi, '-')]
    .map((sign) => (allowed.test(sign) ? sign : '-'))
    .join('')
    .replace(endings, '')
    .replace(/^[^\p{L}\p{N}]+|[ .-]+$/gu, '')
    .replace(/-{2,}/g, '-');
  return sound && sound !== name && bytesIn(sound) <= MOST_BYTES && !devices.test(sound) ? sound : undefined;
}

/** How a message shows a sign: by its number where it cannot be seen. */
export const shownSign = (sign: string): string =>
  /[\p{C}\p{Z}]/u.test(sign) ? `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}` : `“${sign}”`;

/**
 * What keeps the name of an entry, or of a folder that it is in, from being one everywhere: in an
 * address, on Windows, and in a cache of either.
 *
 * @param name without what the file ends in.
 */
export function checkName(name: string): Message[] {
  const error = (reason: string) => [errorAt(top, 'file-name', reason, better(name))];
  const strange = [...name].find((sign) => !allowed.test(sign));
  if (strange)
    return error(`Unexpected ${shownSign(strange)} in a name: expected letters, digits, hyphens, dots and spaces.`);
  if (!begins.test(name))
    return error(`Unexpected “${name[0]}” at the beginning of a name: expected a letter or a digit.`);
  if (/[ .]$/.test(name))
    return error(
      `Unexpected ${name.endsWith('.') ? 'dot' : 'space'} at the end of a name: expected a letter or a digit.`,
    );
  if (devices.test(name))
    return error(`Unexpected name “${name}”: expected one that Windows does not keep for itself.`);
  if (endings.test(name))
    return error(`Unexpected “${endings.exec(name)![0]}” at the end of a name: expected a name without it.`);
  if (bytesIn(name) > MOST_BYTES)
    return error(`Unexpected name of ${bytesIn(name)} bytes: expected at most ${MOST_BYTES}.`);
  return [];
}
