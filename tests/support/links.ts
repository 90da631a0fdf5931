import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseHTML } from 'linkedom';

/** How the site was built. */
interface Built {
  /** Its origin; `https://news.example` by default. */
  site?: string;
  base?: string;
  trailingSlash?: 'always' | 'never' | 'ignore';
}

/** The files of a built site, as paths with `/`. */
export const filesOf = (dist: string): string[] =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(dist, file)).isFile())
    .map((file) => file.split(sep).join('/'))
    .sort();

/** A link, and the file that it stands in. */
interface Link {
  from: string;
  href: string;
}

const attributes = ['href', 'src', 'action', 'poster', 'data'];

/** The links of a page, as its attributes have them; each of a `srcset`. */
function linksOfPage(html: string): string[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll('*')].flatMap((element) => {
    const sets = (element.getAttribute('srcset') ?? '').split(',').flatMap((part) => part.trim().split(/\s+/)[0] || []);
    return [...attributes.flatMap((name) => element.getAttribute(name) ?? []), ...sets];
  });
}

/** Whole addresses of this site in any text: metadata, JSON, feeds, sitemaps. */
function addressesIn(text: string, site: string): string[] {
  // What JSON-LD calls a thing is no place on a page.
  const decoded = text
    .replace(/"@id":"[^"]*"/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('\\/', '/');
  const [, scheme = '', host = ''] = /^(https?):\/\/(.+?)\/?$/.exec(site) ?? [];
  return (
    decoded.match(new RegExp(`${scheme}://${host.replaceAll('.', '\\.')}(?![\\w.-])[^\\s"'<>)\\]\\\\]*`, 'g')) ?? []
  );
}

/** Every link of a built site to itself. */
export function internalLinks(dist: string, { site = 'https://news.example', base = '/' }: Built = {}): Link[] {
  const origin = new URL(site).origin;
  return filesOf(dist).flatMap((from) => {
    if (!/\.(html|xml|json|txt|md|atom|rss|webmanifest)$/.test(from)) return [];
    const text = readFileSync(join(dist, from), 'utf8');
    const own = from.endsWith('.html')
      ? linksOfPage(text).filter((href) => !/^(data|mailto|javascript|web\+\w+):/.test(href))
      : [];
    const page = new URL(`${base}/${from.replace(/(^|\/)index\.html$/, '$1')}`.replace(/\/+/g, '/'), site);
    const whole = own.flatMap((href) => (URL.canParse(href, page) ? new URL(href, page) : []));
    const found = [...whole.filter((url) => url.origin === origin).map(({ href }) => href), ...addressesIn(text, site)];
    return [...new Set(found)].map((href) => ({ from, href }));
  });
}

/**
 * Links of a built site to itself that lead nowhere: to no file, to no element of a page, outside
 * its base, or past its rule on slashes. A line for each, with the file that it stands in.
 */
export function brokenLinks(dist: string, built: Built = {}): string[] {
  const start = `/${built.base ?? ''}/`.replace(/\/+/g, '/');
  const ids = new Map<string, Set<string>>();
  const idsOf = (file: string) => {
    if (!ids.has(file)) {
      const { document } = parseHTML(readFileSync(join(dist, file), 'utf8'));
      ids.set(file, new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)));
    }
    return ids.get(file)!;
  };
  const isFile = (path: string) => existsSync(join(dist, path)) && statSync(join(dist, path)).isFile();
  const wrong = ({ from, href }: Link): string | undefined => {
    const { pathname, hash } = new URL(href);
    const path = decodeURIComponent(pathname);
    if (!`${path}/`.startsWith(start)) return 'outside the base';
    const inside = path.slice(start.length);
    const file = [inside, join(inside, 'index.html'), `${inside.replace(/\/$/, '')}.html`].find(isFile);
    if (!file) return 'no such file';
    const isPage = file !== inside && file !== from && pathname !== '/';
    if (isPage && built.trailingSlash === 'always' && !pathname.endsWith('/')) return 'no slash at the end';
    if (isPage && built.trailingSlash === 'never' && pathname.endsWith('/')) return 'a slash at the end';
    if (hash && file.endsWith('.html') && !idsOf(file).has(decodeURIComponent(hash.slice(1))))
      return 'no such place on the page';
    return undefined;
  };
  return internalLinks(dist, built).flatMap((link) => {
    const why = wrong(link);
    return why ? [`${link.from}: ${link.href}: ${why}`] : [];
  });
}
