import type { APIContext } from 'astro';
import type { HeadTag } from '../schema/head-tag.ts';
import { hashOf, inlineOf } from './comfort.ts';
import type { Inline } from './comfort.ts';

/** What stands in a page itself and therefore has to be allowed by its content security policy. */
export interface Standing {
  /** The text of each `<style>`. */
  styles: readonly string[];
  scripts: readonly Inline[];
  /** Whether its scripts run WebAssembly. */
  runsWasm?: boolean;
  /** Other hosts: from which its scripts come, and which they reach. */
  scriptHosts?: readonly string[];
  hosts?: readonly string[];
}

/** What a page has to allow for a newsroom’s own tags in its head. */
export function ofTags(tags: readonly HeadTag[]): Pick<Required<Standing>, 'scripts' | 'scriptHosts' | 'hosts'> {
  const scripts = tags.filter(({ tag }) => tag === 'script');
  const sources = scripts.flatMap(({ attributes: { src } }) => (typeof src === 'string' ? [src] : []));
  return {
    scripts: scripts.flatMap(({ content }) => (content ? [inlineOf(content)] : [])),
    scriptHosts: [...new Set(sources.filter((src) => URL.canParse(src)).map((src) => new URL(src).origin))],
    hosts: [...new Set(tags.flatMap(({ hosts }) => hosts))],
  };
}

/**
 * The policy of a page, to stand in its head: nothing from elsewhere, and of what stands in the page
 * only what our own code put there. Hashes are made of what we mean to write, and never of a page as
 * it came out: what broke out of a story would be allowed as well (CSP Level 3, hash-source).
 *
 * @param origins from where the site’s own files come, besides itself: Astro’s `build.assetsPrefix`.
 */
export function pagePolicy(standing: Standing, origins: readonly string[] = []): string {
  const { styles, scripts, runsWasm, scriptHosts = [], hosts = [] } = standing;
  const own = ["'self'", ...origins].join(' ');
  const others = (all: readonly string[]) => all.map((host) => ` ${host}`).join('');
  const hashes = (all: readonly string[]) => all.map((hash) => ` '${hash}'`).join('');
  return [
    `default-src ${own}${others(hosts)}`,
    `script-src ${own}${others(scriptHosts)}${runsWasm ? " 'wasm-unsafe-eval'" : ''}${hashes(scripts.map(({ hash }) => hash))}`,
    `style-src ${own}${hashes(styles.map(hashOf))}`,
    `img-src ${own}${others(hosts)} data:`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join(';');
}

/** Where the site has Astro’s policy, that one holds, and is told what stands in the page. */
export function tellAstro(csp: APIContext['csp'], standing: Standing): void {
  const { styles, scripts, runsWasm, scriptHosts = [], hosts = [] } = standing;
  for (const sheet of styles) csp?.insertStyleHash(hashOf(sheet));
  for (const { hash } of scripts) csp?.insertScriptHash(hash);
  for (const host of scriptHosts) csp?.insertScriptResource(host);
  if (hosts.length) csp?.insertDirective(`connect-src 'self' ${hosts.join(' ')}`);
  if (runsWasm) for (const source of ["'self'", "'wasm-unsafe-eval'"]) csp?.insertScriptResource(source);
}
