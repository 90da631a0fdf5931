import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { errorAt, inFile } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import type { DueText } from '../newsroom/newsroom.ts';
import { pathOf } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import type { Path } from './order.ts';

const top = { line: 1, column: 1 };

/**
 * Gives the file of an address of the site, as hosts find it, or nothing where none was written.
 *
 * @param dist the folder of what was built.
 */
export function filesAt(dist: string, base: string): (path: string) => string | undefined {
  const start = `/${base}/`.replace(/\/+/g, '/');
  return (path) => {
    const within = join(dist, decodeURI(`${path}/`.startsWith(start) ? path.slice(start.length) : path));
    return [within, join(within, 'index.html'), `${within.replace(/\/$/, '')}.html`].find(
      (file) => /\.\w+$/.test(file) && existsSync(file),
    );
  };
}

/** As many out as in: what was read and is due has a page, or is told of. */
export function missingPages(due: readonly DueText[], dist: string, address: AddressStyle): Message[] {
  const fileAt = filesAt(dist, address.base);
  return due
    .filter(({ page }) => !fileAt(pathOf(page, address)))
    .flatMap(({ file, page }) => {
      const reason = `Missing page “${decodeURI(pathOf(page, address))}” in what was built: expected every text that is due.`;
      return inFile(file, [errorAt(top, 'page-written', reason)]);
    });
}

/** Texts in whose place a page of the site’s own would be built: of pages at one address, the first wins. */
export function displaced(due: readonly DueText[], paths: readonly Path[], address: AddressStyle): Message[] {
  const winners = new Map<string, Path>();
  for (const path of paths) if (!winners.has(bare(path.pathname))) winners.set(bare(path.pathname), path);
  return due.flatMap(({ file, page }) => {
    const path = pathOf(page, { ...address, base: '/' });
    const winner = winners.get(bare(path));
    if (winner?.route.origin !== 'project') return [];
    const reason = `Unexpected second page at “${decodeURI(path)}”, ${winner.route.component}: expected only one of the two.`;
    return inFile(file, [errorAt(top, 'address-free', reason)]);
  });
}

const bare = (path: string) => decodeURI(path).replace(/^\/|\/$/g, '');
