import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { errorAt, inFile } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { goneIn, redirectPattern } from '../newsroom/addresses.ts';
import type { Redirects } from '../newsroom/addresses.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { outputKinds, outputPage, outputs } from '../outputs/table.ts';
import { toHtml } from '../renderings/html.ts';
import { keyOf } from '../schema/address.ts';
import type { Gone } from '../schema/ledger.ts';
import { isOfFile, keyOfPage, pages, pathOf, pathOfKey, patternAt } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import { LEDGER, addressesIn, fileOfPublication } from '../stories/ledger.ts';
import { isArchived } from '../stories/status.ts';
import { formatDate } from '../strings/date.ts';
import { stringsFor } from '../strings/index.ts';
import { fill } from '../strings/strings.ts';

/** What was built, and by what its addresses are known. */
interface Built {
  /** The folder, at the site’s base. */
  dist: string;
  newsroom: Newsroom;
  address: AddressStyle;
  /** Astro’s own, for which it has made pages. */
  redirects: Redirects;
}

/** An address, in the form by which addresses are compared, and where it leads, as it is written. */
interface Lead {
  from: string;
  to: string;
}

/**
 * Gives an answer to each address that is no page’s any more: a page that leads on, or says that it
 * is gone, for every host, and rules by which hosts answer themselves.
 */
export function answerFormer(built: Built): void {
  const { dist, newsroom, address, redirects } = built;
  const { gone } = goneIn(join(newsroom.content, LEDGER));
  const leads = leadsIn(built);
  for (const { from, to } of leads) writePage(built, from, leadingPage(to, built));
  for (const one of gone) writePage(built, keyOf(one.address), gonePage(one, built));
  const own = Object.entries(redirects)
    .filter(([from, to]) => !/[[\]]/.test(from + to))
    .map(([from, to]) => ({
      from: keyOf(from),
      to: to.startsWith('/') ? pathOfKey(keyWithin(to, address), address) : to,
    }));
  const rules = [...leads, ...own];
  if (!rules.length && !gone.length) return;
  const ends = gone.map((one) => keyOf(one.address));
  append(join(dist, '_redirects'), underscoreRules(rules, address));
  append(join(dist, 'redirects.nginx.conf'), nginxRules(rules, ends, address));
  append(join(dist, 'redirects.apache.conf'), apacheRules(rules, ends, address));
}

/** Published addresses to which nothing that was built is an answer. */
export function unansweredIn({ dist, newsroom, redirects, address }: Built): Message[] {
  const rules = Object.keys(redirects).map(redirectPattern);
  const archived = new Set(
    newsroom.addressed().flatMap(({ collection, id, published = '' }) => {
      const isAsked = collection === 'explainers' && published && isArchived({ published }, newsroom.options);
      return isAsked ? [keyOfPage(pages.story({ id, published }), address)] : [];
    }),
  );
  return newsroom.recorded().publications.flatMap(({ name, what }) =>
    Object.entries(what?.addresses ?? {})
      .filter(([key]) => !fileOf(dist, key) && !archived.has(key) && !rules.some((rule) => rule.test(key)))
      .flatMap(([key, page]) => {
        const reason = `Missing page “${key}”, which was published as ${page}: expected it in what was built. Say in the “redirects” of astro.config.mjs where it leads, or in ${GONE_FILE} that it is gone.`;
        const file = newsroom.nameOf(join(newsroom.content, LEDGER, fileOfPublication(name)));
        return inFile(file, [errorAt({ line: 1, column: 1 }, 'address-kept', reason)]);
      }),
  );
}

const GONE_FILE = `${LEDGER}/gone.yaml`;

/** Former addresses, of stories and of what was made of them: `/old/`, `/lite/old/`, `/old.md`. */
function leadsIn({ dist, newsroom, address }: Built): Lead[] {
  const published = addressesIn(newsroom.recorded().publications);
  const dates = new Map(
    newsroom.addressed().flatMap((one) => (one.collection === 'explainers' ? [[one.id, one.published] as const] : [])),
  );
  return newsroom.moves().flatMap(({ from, to, id }) => {
    const former = published.get(from)?.replace(/^.*\//, '');
    const story = { id, published: dates.get(id) ?? '' };
    const leads = [{ from, to: pathOfKey(to, address) }];
    // What another system had beside its page is not known.
    if (former === undefined) return leads;
    for (const kind of outputKinds) {
      const { pattern } = outputs[kind];
      const page = outputPage(kind, story);
      const before = keyOf(
        pattern.startsWith('[story]')
          ? from.replace(/\/$/, '') + pattern.slice('[story]'.length)
          : patternAt(pattern, address).replace('[id]', former),
      );
      const isNew = before !== from && before !== keyOfPage(page, address);
      if (isNew && fileOf(dist, keyOfPage(page, address))) leads.push({ from: before, to: pathOf(page, address) });
    }
    return leads;
  });
}

/** A path of the newsroom’s as it is compared; whether or not it has the site’s base before it. */
function keyWithin(path: string, { base }: AddressStyle): string {
  const [key, start] = [keyOf(path), keyOf(base)];
  return start !== '/' && key.startsWith(start) ? key.slice(start.length - 1) : key;
}

const isFileAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The file by which hosts answer an address, if there is one. */
const fileOf = (dist: string, key: string): string | undefined => {
  const path = join(dist, key).replace(/[/\\]$/, '');
  return [join(path, 'index.html'), `${path}.html`, path].find(isFileAt);
};

/** Writes a page where none is. What is no page, such as `/old.md`, only a host’s rules can answer. */
function writePage({ dist, address }: Built, key: string, html: string): void {
  const isPage = /\.html?\/$/i.test(key);
  if (fileOf(dist, key) ?? (isOfFile(key) && /\.(md|txt|xml|json|pdf)\/$/i.test(key))) return;
  const path = join(dist, key).replace(/[/\\]$/, '');
  const file = isPage ? path : address.format === 'file' ? `${path}.html` : join(path, 'index.html');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, html);
}

const pageOf = (lang: string, title: string, head: Element[], body: Element[]): string =>
  `<!DOCTYPE html>${toHtml(
    h(null, [
      h('html', { lang, dir: new Intl.Locale(lang).maximize().script === 'Arab' ? 'rtl' : 'ltr' }, [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width' }),
        h('meta', { name: 'robots', content: 'noindex' }),
        h('title', title),
        ...head,
        h('body', body),
      ]),
    ]),
  )}\n`;

function leadingPage(to: string, { newsroom, address }: Built): string {
  const whole = address.site ? new URL(to, address.site).href : to;
  return pageOf(
    newsroom.options.lang,
    whole,
    [h('meta', { httpEquiv: 'refresh', content: `0;url=${to}` }), h('link', { rel: ['canonical'], href: whole })],
    [h('p', h('a', { href: to }, whole))],
  );
}

function gonePage({ date, why }: Gone, { newsroom, address }: Built): string {
  const { lang, name, timeZone } = newsroom.options;
  const words = fill(stringsFor(lang).gone, { date: formatDate(date, lang, timeZone) });
  const home = h('p', h('a', { href: pathOf(pages.front, address) }, name));
  return pageOf(lang, words, [], [h('h1', words), h('p', why), home]);
}

const NOTE = '# Former addresses, made with the site.\n';

/** Adds to a file that the site may have brought in `public/`. */
function append(file: string, rules: string): void {
  const before = existsSync(file) ? `${readFileSync(file, 'utf8').trimEnd()}\n\n` : '';
  writeFileSync(file, before + NOTE + rules);
}

/** An address with the base, with and without a slash at its end. */
const bothForms = (key: string, address: AddressStyle): [string, string] => {
  const path = pathOfKey(key, address).replace(/\/$/, '');
  return [path, `${path}/`];
};

/** As Netlify and Cloudflare Pages read it: https://docs.netlify.com/routing/redirects/, https://developers.cloudflare.com/pages/configuration/redirects/ */
const underscoreRules = (leads: readonly Lead[], address: AddressStyle): string =>
  leads
    .map(({ from, to }) =>
      bothForms(from, address)
        .map((path) => `${path} ${to} 301\n`)
        .join(''),
    )
    .join('');

/** Locations match what is decoded; a `$` in what is returned would be a variable. */
const nginxRules = (leads: readonly Lead[], gone: readonly string[], address: AddressStyle): string => {
  const location = (key: string, answer: string) =>
    bothForms(key, address)
      .map((path) => `location = "${decodeURI(path).replace(/["\\]/g, '\\$&')}" { return ${answer}; }\n`)
      .join('');
  return (
    leads.map(({ from, to }) => location(from, `301 "${to.replaceAll('$', '%24').replaceAll('"', '%22')}"`)).join('') +
    gone.map((key) => location(key, '410')).join('')
  );
};

const apacheRules = (leads: readonly Lead[], gone: readonly string[], address: AddressStyle): string => {
  const pattern = (key: string) =>
    `"^${decodeURI(bothForms(key, address)[0]).replace(/[.*+?^${}()|[\]\\"]/g, '\\$&')}/?$"`;
  const target = (to: string) => `"${to.replaceAll('$', '%24').replaceAll('&', '%26').replaceAll('"', '%22')}"`;
  return (
    leads.map(({ from, to }) => `RedirectMatch 301 ${pattern(from)} ${target(to)}\n`).join('') +
    gone.map((key) => `RedirectMatch 410 ${pattern(key)}\n`).join('')
  );
};
