import type { APIContext } from 'astro';
import { hashOf } from './comfort.ts';
import type { Inline } from './comfort.ts';

/** What stands in a page itself and therefore has to be allowed by its content security policy. */
export interface Standing {
  /** The text of each `<style>`. */
  styles: readonly string[];
  scripts: readonly Inline[];
  /** Whether its scripts run WebAssembly. */
  runsWasm?: boolean;
}

/**
 * The policy of a page, to stand in its head: nothing from elsewhere, and of what stands in the page
 * only what our own code put there. Hashes are made of what we mean to write, and never of a page as
 * it came out: what broke out of a story would be allowed as well (CSP Level 3, hash-source).
 *
 * @param origins from where the site’s own files come, besides itself: Astro’s `build.assetsPrefix`.
 */
export function pagePolicy({ styles, scripts, runsWasm }: Standing, origins: readonly string[] = []): string {
  const own = ["'self'", ...origins].join(' ');
  const hashes = (all: readonly string[]) => all.map((hash) => ` '${hash}'`).join('');
  return [
    `default-src ${own}`,
    `script-src ${own}${runsWasm ? " 'wasm-unsafe-eval'" : ''}${hashes(scripts.map(({ hash }) => hash))}`,
    `style-src ${own}${hashes(styles.map(hashOf))}`,
    `img-src ${own} data:`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join(';');
}

/** Where the site has Astro’s policy, that one holds, and is told what stands in the page. */
export function tellAstro(csp: APIContext['csp'], { styles, scripts, runsWasm }: Standing): void {
  for (const sheet of styles) csp?.insertStyleHash(hashOf(sheet));
  for (const { hash } of scripts) csp?.insertScriptHash(hash);
  if (runsWasm) for (const source of ["'self'", "'wasm-unsafe-eval'"]) csp?.insertScriptResource(source);
}
