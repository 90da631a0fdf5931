import { text } from './fields.ts';

const expected = 'an address on this site such as /old-story/';

/**
 * A path of the site as a newsroom writes it, from where the site begins: a page is written to it,
 * so that it may lead nowhere else.
 */
export const sitePath = () => text(expected).refine(isSitePath, expected);

function isSitePath(path: string): boolean {
  if (!/^\/[^\\?#\s]+$/.test(path)) return false;
  try {
    const parts = decodeURI(path).replace(/\/$/, '').split('/').slice(1);
    return parts.every((part) => part && !/^\.{1,2}$/.test(part) && !/[\p{Cc}\\]|%2f|%5c/iu.test(part));
  } catch {
    return false;
  }
}

/** The one form by which addresses are compared, `/2026/the-call/`: letters as they are read, a slash at each end. */
export function keyOf(path: string): string {
  const plain = decoded(path.replace(/[?#].*$/, ''))
    .normalize('NFC')
    .split('/')
    .filter(Boolean);
  return plain.length ? `/${plain.join('/')}/` : '/';
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
